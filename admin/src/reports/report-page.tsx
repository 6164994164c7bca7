import { Button } from "@mantine/core";
import { IconChartDots, IconDownload } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LoopRow } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useList } from "#src/api/use-ask.ts";
import { dayIn } from "#src/calendar/month-grid.ts";
import { Asked, RowsSkeleton } from "#src/shell/asked.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { LinkButton } from "#src/shell/room-link.tsx";
import { useNow } from "#src/shell/use-now.ts";
import { csvOf, download } from "./csv.ts";
import { LoopStages } from "./loop-stages.tsx";
import { LoopTable } from "./loop-table.tsx";
import { broughtBy, totalsOf } from "./loop-totals.ts";
import { readPeriod } from "./period.ts";
import { PeriodPicker } from "./period-picker.tsx";

const ChannelChart = lazy(() =>
  import("./channel-chart.tsx").then(({ ChannelChart: component }) => ({ default: component })),
);

const pageSize = 100;

export function ReportPage() {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const navigate = useNavigate();
  const { period } = useSearch({ from: "/house/report" });
  const now = useNow();
  const range = useMemo(() => readPeriod(period, now, workspace.timeZone), [period, now, workspace.timeZone]);
  const report = useList("getLoopReport", { ...range, limit: pageSize });
  return (
    <Page
      wide
      title={t("report.title")}
      lead={t("report.lead")}
      actions={report.rows && report.rows.length > 0 && <Csv rows={report.rows} />}
    >
      <PeriodPicker
        period={period}
        onChange={(next) =>
          void navigate({ to: "/report", search: (before) => ({ ...before, period: next }) })
        }
      />
      <Asked query={{ ...report, data: report.rows }} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconChartDots}
              title={t("report.empty.title")}
              action={<LinkButton way={{ to: "/posts/new" }}>{t("nav.compose")}</LinkButton>}
            >
              {t("report.empty.lead")}
            </EmptyState>
          ) : (
            <>
              <LoopStages totals={totalsOf(rows)} />
              <Section title={t("report.byPost")} lead={t("report.byPostLead")}>
                <LoopTable rows={rows} />
                <MoreButton pages={report} />
              </Section>
              <Section title={t("report.byChannel")}>
                <Suspense fallback={<RowsSkeleton rows={3} />}>
                  <ChannelChart rows={rows} />
                </Suspense>
              </Section>
            </>
          )
        }
      </Asked>
    </Page>
  );
}

function Csv({ rows }: { readonly rows: readonly LoopRow[] }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const save = () => {
    const columns = [
      "likes",
      "reposts",
      "replies",
      "clicks",
      "visits",
      "reads",
      "shares",
      "broughtVisitors",
      "comments",
    ] as const;
    const header = [
      t("report.post"),
      t("report.channel"),
      t("report.publishedAt"),
      ...columns.map((column) => t(`report.columns.${column}`)),
    ];
    const cells = rows.map((row) => [
      row.postText,
      row.handle,
      row.publishedAt,
      row.likes,
      row.reposts,
      row.replies,
      row.clicks,
      row.visits,
      row.reads,
      row.shares,
      broughtBy(row),
      row.comments,
    ]);
    download(`samovar-${dayIn(new Date(), workspace.timeZone)}.csv`, csvOf(header, cells));
  };
  return (
    <Button variant="default" leftSection={<IconDownload size={17} aria-hidden />} onClick={save}>
      {t("report.csv")}
    </Button>
  );
}
