import { useTranslation } from "react-i18next";
import type { Output } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./numbers.module.css";
import { useValueWords } from "./value-words.ts";

type Row = Output<"getRegulars">["rows"][number];

const shown = 15;

/** Of the newcomers whom each value brought: how many stayed. The line over the bar is where the truth may lie. */
export function RegularBars({ rows, by }: { readonly rows: readonly Row[]; readonly by: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  return (
    <ul className={classes.plain} aria-label={t("audience.regulars.title")}>
      {rows.slice(0, shown).map(({ value, newcomers, regulars, share, low, high }) => (
        <li key={value} className={classes.stayed}>
          <span>{words(by, value)}</span>
          <span className={classes.scale} aria-hidden>
            <span style={{ inlineSize: `${share * 100}%` }} />
            <span style={{ insetInlineStart: `${low * 100}%`, inlineSize: `${(high - low) * 100}%` }} />
          </span>
          <span>
            {t("audience.regulars.bring", { count: regulars })} ·{" "}
            {newcomers === 0
              ? t("audience.regulars.noNewcomers")
              : t("audience.regulars.became", {
                  count: newcomers,
                  share: format.percent(share),
                  low: format.percent(low),
                  high: format.percent(high),
                })}
          </span>
        </li>
      ))}
    </ul>
  );
}
