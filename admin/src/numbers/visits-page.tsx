import { Text } from "@mantine/core";
import { IconWalk } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Row } from "#src/api/operations.ts";
import { useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page } from "#src/shell/page.tsx";
import { LinkButton, RoomLink } from "#src/shell/room-link.tsx";
import { NarrowingBar } from "./narrowing-bar.tsx";
import { useNumbers } from "./narrowing.ts";
import { useValueWords } from "./value-words.ts";

type Visit = Row<"listVisits">;

/** The visits behind a number, one by one. */
export function VisitsPage() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const visits = useList("listVisits", numbers.question);
  return (
    <Page
      wide
      title={t("numbers.visits.title")}
      lead={t("numbers.visits.lead")}
      actions={
        <LinkButton variant="default" way={{ to: "/traffic", search: numbers.search }}>
          {t("numbers.traffic.title")}
        </LinkButton>
      }
    >
      <NarrowingBar numbers={numbers} />
      <Asked query={{ ...visits, data: visits.rows }} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconWalk} title={t("numbers.visits.none")}>
              {t("numbers.visits.noneLead")}
            </EmptyState>
          ) : (
            <VisitTable rows={rows} />
          )
        }
      </Asked>
      <MoreButton pages={visits} />
    </Page>
  );
}

function VisitTable({ rows }: { readonly rows: readonly Visit[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const columns: Column<Visit>[] = [
    {
      id: "began",
      header: t("numbers.visits.began"),
      isTitle: true,
      isWhole: true,
      cell: ({ id, beganAt }) => (
        <RoomLink way={{ to: "/visits/$visitId", params: { visitId: id } }}>
          {format.dateTime(beganAt)}
        </RoomLink>
      ),
    },
    {
      id: "from",
      header: t("numbers.visits.from"),
      cell: ({ sourceKind, source, network, generation }) => (
        <>
          {words("source", source || network) || words("sourceKind", sourceKind)}
          <Text size="sm" c="dimmed">
            {generation !== null && generation > 0
              ? t("numbers.visits.byShare", { count: generation })
              : words("sourceKind", sourceKind)}
          </Text>
        </>
      ),
    },
    { id: "page", header: t("numbers.visits.entry"), cell: ({ entryPage }) => entryPage },
    {
      id: "views",
      header: t("numbers.figure.views"),
      isNumber: true,
      cell: ({ views }) => format.number(views),
    },
    {
      id: "time",
      header: t("numbers.visits.time"),
      isNumber: true,
      cell: ({ visibleSeconds }) => t("numbers.visits.seconds", { count: Math.round(visibleSeconds) }),
    },
    {
      id: "did",
      header: t("numbers.visits.did"),
      cell: ({ isRead, isBounce, actions }) =>
        [
          isRead && t("numbers.visits.read"),
          isBounce && t("numbers.visits.bounced"),
          actions > 0 && t("numbers.visits.actions", { count: actions }),
        ]
          .filter(Boolean)
          .join(", "),
    },
    {
      id: "where",
      header: t("numbers.visits.where"),
      cell: ({ country, device }) =>
        [country && words("country", country), device && words("device", device)].filter(Boolean).join(" · "),
    },
  ];
  return (
    <DataTable
      caption={t("numbers.visits.title")}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      minWidth={860}
    />
  );
}
