import { LineChart } from "@mantine/charts";
import { useTranslation } from "react-i18next";
import type { SiteAudit } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { Section } from "#src/shell/page.tsx";
import classes from "./audit.module.css";

type Point = SiteAudit["trend"][number];

/** The score from audit to audit. The picture is for the eye; the table below says the same. */
export function Trend({ audit }: { readonly audit: SiteAudit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const points = audit.trend.filter(({ score }) => score !== null);
  if (points.length < 2) return null;
  const columns: Column<Point>[] = [
    { id: "at", header: t("audit.trend.at"), isTitle: true, cell: ({ at }) => format.dateTime(at) },
    {
      id: "score",
      header: t("audit.score"),
      isNumber: true,
      cell: ({ score }) => (score === null ? "–" : format.number(score)),
    },
  ];
  return (
    <Section title={t("audit.trend.title")}>
      <div aria-hidden>
        <LineChart
          h={220}
          data={points.map(({ at, score }) => ({ at: format.date(at), score }))}
          dataKey="at"
          yAxisProps={{ domain: [0, 100], width: 36 }}
          series={[{ name: "score", label: t("audit.score"), color: "copper.6" }]}
          lineChartProps={{ accessibilityLayer: false }}
          lineProps={{ isAnimationActive: false }}
          curveType="linear"
        />
      </div>
      <details className={classes.why}>
        <summary>{t("audit.trend.table")}</summary>
        <DataTable
          caption={t("audit.trend.title")}
          columns={columns}
          rows={points.toReversed()}
          keyOf={({ at }) => at}
          minWidth={240}
        />
      </details>
    </Section>
  );
}
