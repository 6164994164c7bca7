import { LineChart } from "@mantine/charts";
import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import classes from "./comments.module.css";

/** How often the scorers foresaw what was decided, from twenty decisions to twenty. */
export function Learned({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const learning = useAsk("getModerationLearning", { siteId });
  return (
    <Asked query={learning} rows={1}>
      {({ scorers }) => (
        <div className={classes.learned}>
          {scorers.map(({ scorer, lessons, points }) => {
            const last = points.at(-1);
            return (
              <div key={scorer}>
                <h3>{t(`comments.learned.${scorer}`)}</h3>
                <p>
                  {t("comments.learned.lessons", { count: lessons })}
                  {last !== undefined &&
                    ` ${t("comments.learned.right", { share: format.number(Math.round(last.right * 100)) })}`}
                </p>
                {points.length > 1 && (
                  <div aria-hidden>
                    <LineChart
                      h={160}
                      data={points.map((point) => ({
                        lessons: point.lessons,
                        right: Math.round(point.right * 100),
                      }))}
                      dataKey="lessons"
                      yAxisProps={{ domain: [0, 100], width: 36 }}
                      series={[{ name: "right", label: t("comments.learned.axis"), color: "copper.6" }]}
                      lineChartProps={{ accessibilityLayer: false }}
                      lineProps={{ isAnimationActive: false }}
                      curveType="linear"
                    />
                  </div>
                )}
              </div>
            );
          })}
        </div>
      )}
    </Asked>
  );
}
