import { AreaChart } from "@mantine/charts";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { TableBehind } from "./table-behind.tsx";

type Point = Output<"getReportCards">["points"][number];

/** Visits and reads over time. The picture is for the eye; the table behind it says the same. */
export function TrafficChart({ points }: { readonly points: readonly Point[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = points.map(({ at, visits, reads, visitors }) => ({
    at,
    day: format.date(at),
    visits,
    reads,
    visitors,
  }));
  const columns: Column<(typeof rows)[number]>[] = [
    { id: "day", header: t("numbers.day"), isTitle: true, cell: ({ day }) => day },
    {
      id: "visitors",
      header: t("numbers.figure.visitors"),
      isNumber: true,
      cell: ({ visitors }) => format.number(visitors),
    },
    {
      id: "visits",
      header: t("numbers.figure.visits"),
      isNumber: true,
      cell: ({ visits }) => format.number(visits),
    },
    {
      id: "reads",
      header: t("numbers.figure.reads"),
      isNumber: true,
      cell: ({ reads }) => format.number(reads),
    },
  ];
  return (
    <>
      <div aria-hidden>
        <AreaChart
          h={260}
          data={rows}
          dataKey="day"
          withDots={false}
          withLegend
          gridAxis="y"
          curveType="monotone"
          areaChartProps={{ accessibilityLayer: false }}
          areaProps={{ isAnimationActive: false }}
          valueFormatter={format.number}
          series={[
            { name: "visits", label: t("numbers.figure.visits"), color: "copper.5" },
            { name: "reads", label: t("numbers.figure.reads"), color: "teal.7" },
          ]}
        />
      </div>
      <TableBehind>
        <DataTable caption={t("numbers.overTime")} columns={columns} rows={rows} keyOf={({ at }) => at} />
      </TableBehind>
    </>
  );
}
