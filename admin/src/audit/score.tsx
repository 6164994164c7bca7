import { useTranslation } from "react-i18next";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./audit.module.css";

const toneOf = (value: number) => (value >= 90 ? "good" : value >= 60 ? "fair" : "poor");

/** 0 to 100 in its colour; the number tells, the colour only helps to scan. */
export function ScoreMark({
  value,
  large = false,
}: {
  readonly value: number | null;
  readonly large?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null) return <span className="dimmed">{t("audit.noScore")}</span>;
  return (
    <span className={large ? classes.largeScore : classes.score} data-tone={toneOf(value)}>
      {format.number(value)}
    </span>
  );
}

interface ScoreBarsProps {
  readonly label: string;
  /** In two columns where there is room. */
  readonly isSplit?: boolean;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly value: number }[];
}

/** Scores beside each other, worst first. */
export function ScoreBars({ label, rows, isSplit = false }: ScoreBarsProps) {
  const format = useFormat();
  return (
    <ol className={classes.bars} data-split={isSplit || undefined} aria-label={label}>
      {rows
        .toSorted((one, other) => one.value - other.value)
        .map(({ id, name, value }) => (
          <li key={id}>
            <span>{name}</span>
            <span className={classes.bar} aria-hidden>
              <span style={{ width: `${Math.max(value, 1)}%` }} data-tone={toneOf(value)} />
            </span>
            <span className={classes.barValue}>{format.number(value)}</span>
          </li>
        ))}
    </ol>
  );
}
