import { BarChart } from "@mantine/charts";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { Section } from "#src/shell/page.tsx";

const days = 90;
type Answer = Output<"getSubscriberGrowth">;
type Day = Answer["days"][number];

/** Who joined and left, day by day. The picture is for the eye; the table below says the same. */
export function Growth({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const growth = useAsk("getSubscriberGrowth", { siteId, days });
  return (
    <Section title={t("subscribers.growth.title", { count: days })}>
      <Asked query={growth}>{(answer) => <GrowthOf answer={answer} />}</Asked>
    </Section>
  );
}

function GrowthOf({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dayOf = (on: string) => format.date(`${on}T12:00:00Z`);
  const columns: Column<Day>[] = [
    { id: "on", header: t("subscribers.growth.day"), isTitle: true, cell: ({ on }) => dayOf(on) },
    {
      id: "joined",
      header: t("subscribers.growth.joined"),
      isNumber: true,
      cell: ({ joined }) => format.number(joined),
    },
    {
      id: "left",
      header: t("subscribers.growth.left"),
      isNumber: true,
      cell: ({ left }) => format.number(left),
    },
  ];
  return (
    <>
      <Text mb="md">
        {t("subscribers.growth.now", {
          confirmed: format.number(answer.confirmed),
          asked: format.number(answer.asked),
          browsers: format.number(answer.browsers),
        })}
      </Text>
      {answer.days.length > 0 && (
        <>
          <div aria-hidden>
            <BarChart
              h={200}
              data={answer.days.map(({ on, joined, left }) => ({ on: dayOf(on), joined, left: -left }))}
              dataKey="on"
              type="stacked"
              series={[
                { name: "joined", label: t("subscribers.growth.joined"), color: "copper.6" },
                { name: "left", label: t("subscribers.growth.left"), color: "gray.6" },
              ]}
              yAxisProps={{ width: 44, allowDecimals: false }}
              barProps={{ isAnimationActive: false, maxBarSize: 40 }}
              barChartProps={{ accessibilityLayer: false }}
            />
          </div>
          <details>
            <summary>{t("subscribers.growth.table")}</summary>
            <DataTable
              caption={t("subscribers.growth.title", { count: days })}
              columns={columns}
              rows={answer.days.toReversed()}
              keyOf={({ on }) => on}
              minWidth={240}
            />
          </details>
        </>
      )}
    </>
  );
}
