import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked, RowsSkeleton } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { Bars } from "./bars.tsx";
import { TreeFigures } from "./tree-figures.tsx";
import { useValueWords } from "./value-words.ts";

const TreeDrawing = lazy(() =>
  import("./tree-drawing.tsx").then(({ TreeDrawing: component }) => ({ default: component })),
);

type Tree = Output<"getShareTree">;

/** One share tree: its drawing, its generations, where it was shared, and who shared best. */
export function ShareTreePage() {
  const { t } = useTranslation();
  const { root } = useParams({ from: "/house/share-trees/$root" });
  const tree = useAsk("getShareTree", { root });
  return (
    <Page
      wide
      title={t("trees.one")}
      actions={
        tree.data?.publicationId && (
          <LinkButton
            variant="default"
            way={{ to: "/visits", search: { publication: tree.data.publicationId } }}
          >
            {t("numbers.seeVisits")}
          </LinkButton>
        )
      }
    >
      <Asked query={tree} rows={6}>
        {(found) => <Measures tree={found} />}
      </Asked>
      <Section title={t("trees.drawing")} lead={t("trees.drawingLead")}>
        <Suspense fallback={<RowsSkeleton rows={5} />}>
          <TreeDrawing root={root} />
        </Suspense>
      </Section>
    </Page>
  );
}

function Measures({ tree }: { readonly tree: Tree }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const columns: Column<Tree["bestSharers"][number]>[] = [
    { id: "who", header: t("trees.sharer"), isTitle: true, cell: ({ visitor }) => visitor },
    { id: "shares", header: t("trees.shares"), isNumber: true, cell: ({ shares }) => format.number(shares) },
    {
      id: "brought",
      header: t("trees.brought"),
      isNumber: true,
      cell: ({ brought }) => format.number(brought),
    },
    {
      id: "all",
      header: t("trees.broughtInAll"),
      isNumber: true,
      cell: ({ broughtInAll }) => format.number(broughtInAll),
    },
  ];
  return (
    <>
      <TreeFigures tree={tree} />
      <Section title={t("trees.generations")}>
        <Bars
          label={t("trees.generations")}
          rows={tree.depths.map((value, depth) => ({
            name: depth === 0 ? t("trees.byLink") : t("trees.generation", { count: depth }),
            value,
          }))}
        />
      </Section>
      {tree.sharesByNetwork.length > 0 && (
        <Section title={t("trees.where")}>
          <Bars
            label={t("trees.where")}
            rows={tree.sharesByNetwork.map(({ network, shares, brought }) => ({
              name: words("network", network),
              value: shares,
              note: t("trees.broughtSo", { count: brought }),
            }))}
          />
        </Section>
      )}
      {tree.bestSharers.length > 0 && (
        <Section title={t("trees.best")} lead={t("trees.bestLead")}>
          <DataTable
            caption={t("trees.best")}
            columns={columns}
            rows={tree.bestSharers}
            keyOf={({ visitor }) => visitor}
          />
        </Section>
      )}
    </>
  );
}
