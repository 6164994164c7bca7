import { Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { catalogue } from "@samovar/client";
import type { Row } from "#src/api/operations.ts";
import { useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";

type Entry = Row<"listHistory">;

export function HistoryPage() {
  const { t } = useTranslation();
  const history = useList("listHistory", {});
  return (
    <Page title={t("history.title")} lead={t("history.lead")}>
      <Asked query={{ ...history, data: history.rows }} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconHistory} title={t("history.empty.title")}>
              {t("history.empty.lead")}
            </EmptyState>
          ) : (
            <HistoryTable rows={rows} />
          )
        }
      </Asked>
      <MoreButton pages={history} />
    </Page>
  );
}

function HistoryTable({ rows }: { readonly rows: readonly Entry[] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const columns: Column<Entry>[] = [
    {
      id: "what",
      header: t("history.what"),
      isTitle: true,
      cell: (entry) => (
        <>
          <Text size="sm" fw={600}>
            {i18n.exists(`operations.${entry.operation}`)
              ? t(`operations.${knownOperation(entry.operation)}`)
              : summaryOf(entry.operation)}
          </Text>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {detailOf(entry.detail)}
          </Text>
        </>
      ),
    },
    {
      id: "who",
      header: t("history.who"),
      cell: ({ actorName, actorKind }) =>
        actorName || t(actorKind === "job" ? "history.house" : "history.anybody"),
    },
    {
      id: "surface",
      header: t("history.surface"),
      cell: ({ surface, address }) => [surface, address].filter(Boolean).join(" · "),
    },
    {
      id: "when",
      header: t("history.when"),
      isWhole: true,
      cell: ({ at }) => <time dateTime={at}>{format.dateTime(at)}</time>,
    },
  ];
  return (
    <DataTable
      caption={t("history.title")}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      minWidth={720}
    />
  );
}

/** What the operation says of itself, where we have no words of our own for it. */
const summaryOf = (operation: string) => catalogue.find(({ id }) => id === operation)?.summary ?? operation;

/** Only asked where a text exists. */
const knownOperation = (operation: string) => operation as "createSite";

/** The plain values of an entry, as in "name: Blog, origin: https://…". */
function detailOf(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .filter(([, value]) => typeof value === "string" || typeof value === "number")
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(", ");
}
