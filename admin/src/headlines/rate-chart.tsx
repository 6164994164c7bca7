import { useTranslation } from "react-i18next";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./headlines.module.css";
import type { Arm } from "./test-page.tsx";

/** Each title's rate as a dot on its interval, all on one scale. The table below has the same in numbers. */
export function RateChart({
  arms,
  leaderId,
}: {
  readonly arms: readonly Arm[];
  readonly leaderId: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const highest = Math.max(0.0001, ...arms.map(({ interval }) => interval?.high ?? 0));
  const at = (rate: number) => `${Math.min(100, (rate / highest) * 100)}%`;
  return (
    <ol className={classes.rates}>
      {arms.map(({ id, title, rate, interval }) => (
        <li key={id} data-leader={id === leaderId || undefined}>
          <span className={classes.title}>{title}</span>
          {rate !== null && interval !== null && (
            <>
              <span className={classes.track} aria-hidden>
                <span
                  className={classes.interval}
                  style={{ insetInlineStart: at(interval.low), inlineSize: at(interval.high - interval.low) }}
                />
                <span className={classes.dot} style={{ insetInlineStart: at(rate) }} />
              </span>
              <span className={classes.range}>
                {t("headlines.between", {
                  rate: format.percent(rate),
                  low: format.percent(interval.low),
                  high: format.percent(interval.high),
                })}
              </span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
