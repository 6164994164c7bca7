import { BarChart } from "@mantine/charts";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { LoopRow } from "#src/api/operations.ts";
import { groupBy } from "#src/calendar/month-grid.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { stages, totalsOf, type Totals } from "./loop-totals.ts";

const colors = {
  clicks: "gray.5",
  visits: "copper.3",
  reads: "copper.5",
  shares: "copper.7",
  brought: "teal.7",
} as const;
const barHeight = 64;

type ChannelTotals = Totals & { readonly channel: string };

/** Channels beside each other. The picture is for the eye; the table below says the same. */
export function ChannelChart({ rows }: { readonly rows: readonly LoopRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isNarrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const channels: ChannelTotals[] = [...groupBy(rows, ({ handle }) => handle).entries()].map(
    ([channel, own]) => ({ channel, ...totalsOf(own) }),
  );
  const columns: Column<ChannelTotals>[] = [
    {
      id: "channel",
      header: t("report.channel"),
      isTitle: true,
      cell: ({ channel }) => <strong>{channel}</strong>,
    },
    ...stages.map((stage) => ({
      id: stage,
      header: t(`report.stage.${stage}`),
      isNumber: true,
      cell: (row: ChannelTotals) => format.number(row[stage]),
    })),
  ];
  return (
    <>
      {!isNarrow && (
        <div aria-hidden>
          <BarChart
            h={channels.length * barHeight + barHeight}
            data={channels}
            dataKey="channel"
            orientation="vertical"
            withLegend
            gridAxis="none"
            yAxisProps={{ width: 200 }}
            barChartProps={{ accessibilityLayer: false }}
            barProps={{ isAnimationActive: false, radius: 3 }}
            valueFormatter={format.number}
            series={stages.map((stage) => ({
              name: stage,
              label: t(`report.stage.${stage}`),
              color: colors[stage],
            }))}
          />
        </div>
      )}
      <DataTable
        caption={t("report.byChannel")}
        columns={columns}
        rows={channels}
        keyOf={({ channel }) => channel}
      />
    </>
  );
}
