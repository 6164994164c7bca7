import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./numbers.module.css";

interface BarRow {
  readonly name: string;
  readonly value: number;
  readonly note?: string;
}

/** Names with bars and their numbers: picture and table at once. */
export function Bars({ label, rows }: { readonly label: string; readonly rows: readonly BarRow[] }) {
  const format = useFormat();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className={classes.plain} aria-label={label}>
      {rows.map(({ name, value, note }) => (
        <li key={name} className={classes.pair}>
          <span>{name}</span>
          <span style={{ inlineSize: `${(value / most) * 100}%` }} aria-hidden />
          <span>
            {format.number(value)}
            {note !== undefined && ` · ${note}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
