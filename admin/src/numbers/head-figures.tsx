import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#src/i18n/use-format.ts";
import { changeOf, type Figures, headFigures, lessIsBetter, valueOf, wordsOf } from "./figures.ts";
import classes from "./numbers.module.css";

/** The large figures, each with its change against the period before where one is asked for. */
export function HeadFigures({ total, before }: { readonly total: Figures; readonly before: Figures | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={classes.figures}>
      {headFigures.map((name) => {
        const now = valueOf(total, name);
        const change = changeOf(now, before ? valueOf(before, name) : undefined);
        return (
          <div key={name}>
            <dt>{t(`numbers.figure.${name}`)}</dt>
            <dd>
              <span className={classes.figure}>{wordsOf(format, name, now)}</span>
              {change !== undefined && (
                <Text span size="sm" c={isGood(name, change) ? "teal" : "red"}>
                  {change > 0 ? "+" : ""}
                  {format.percent(change)}
                </Text>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function isGood(name: (typeof headFigures)[number], change: number): boolean {
  return change === 0 || change > 0 !== lessIsBetter.has(name);
}
