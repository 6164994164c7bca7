import { IconBinaryTree2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton, RoomLink } from "#src/shell/room-link.tsx";
import { NarrowingBar } from "./narrowing-bar.tsx";
import { useNumbers } from "./narrowing.ts";
import { TreeFigures } from "./tree-figures.tsx";
import { useValueWords } from "./value-words.ts";

type Tree = Output<"getShareTrees">["rows"][number];

/** Who passes the pages on, and whom that brings: every tree of the period, and all of them together. */
export function ShareTreesPage() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { from, to } = numbers.question;
  const trees = useAsk("getShareTrees", { from, to });
  return (
    <Page wide title={t("trees.title")} lead={t("trees.lead")}>
      <NarrowingBar numbers={numbers} bySite={false} />
      <Asked query={trees} rows={6}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState
              icon={IconBinaryTree2}
              title={t("trees.empty.title")}
              action={<LinkButton way={{ to: "/posts/new" }}>{t("nav.compose")}</LinkButton>}
            >
              {t("trees.empty.lead")}
            </EmptyState>
          ) : (
            <>
              <TreeFigures tree={found.total} />
              <Section title={t("trees.all")}>
                <TreeTable rows={found.rows} />
              </Section>
            </>
          )
        }
      </Asked>
    </Page>
  );
}

function TreeTable({ rows }: { readonly rows: readonly Tree[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const columns: Column<Tree>[] = [
    {
      id: "root",
      header: t("trees.root"),
      isTitle: true,
      cell: ({ root, network, beganAt }) => (
        <RoomLink way={{ to: "/share-trees/$root", params: { root } }}>
          {network === "" ? t("trees.ownShare") : words("network", network)}, {format.date(beganAt)}
        </RoomLink>
      ),
    },
    { id: "nodes", header: t("trees.nodes"), isNumber: true, cell: ({ nodes }) => format.number(nodes) },
    { id: "seeds", header: t("trees.seeds"), isNumber: true, cell: ({ seeds }) => format.number(seeds) },
    { id: "shares", header: t("trees.shares"), isNumber: true, cell: ({ shares }) => format.number(shares) },
    {
      id: "depth",
      header: t("trees.depth"),
      isNumber: true,
      cell: ({ maxDepth }) => format.number(maxDepth),
    },
    {
      id: "k",
      header: "K",
      isNumber: true,
      cell: ({ k }) => (k === null ? "–" : format.number(Math.round(k * 100) / 100)),
    },
  ];
  return <DataTable caption={t("trees.all")} columns={columns} rows={rows} keyOf={({ root }) => root} />;
}
