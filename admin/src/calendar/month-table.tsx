import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Post } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useFormat } from "#src/i18n/use-format.ts";
import { CalendarPost } from "./calendar-post.tsx";
import classes from "./calendar.module.css";
import { addDays, weeksOf } from "./month-grid.ts";
import { weekStartOf, weekdayNames } from "./week.ts";

interface MonthTableProps {
  readonly month: string;
  readonly today: string;
  readonly byDay: ReadonlyMap<string, readonly Post[]>;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The month as a table. Arrow keys go from day to day, Enter writes for the day. */
export function MonthTable({ month, today, byDay }: MonthTableProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const weekStart = weekStartOf(i18n.language);
  const [focused, setFocused] = useState(today.startsWith(month) ? today : `${month}-01`);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key];
    const day = event.target instanceof HTMLElement ? event.target.dataset["day"] : undefined;
    if (step === undefined || day === undefined) return;
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-day="${addDays(day, step)}"]`);
    if (!next) return;
    event.preventDefault();
    setFocused(addDays(day, step));
    next.focus();
  };
  return (
    <table className={classes.month} onKeyDown={onKeyDown}>
      <caption className="visually-hidden">
        {t("calendar.caption", { month: format.month(`${month}-01`) })}
      </caption>
      <thead>
        <tr>
          {weekdayNames(i18n.language, weekStart).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, weekStart).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                data-other={!day.startsWith(month) || undefined}
                data-today={day === today || undefined}
              >
                <DayLink day={day} today={today} isFocusable={day === focused} />
                <ul className={classes.dayPosts}>
                  {byDay.get(day)?.map((post) => (
                    <li key={post.id}>
                      <CalendarPost post={post} />
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayLinkProps {
  readonly day: string;
  readonly today: string;
  readonly isFocusable: boolean;
}

function DayLink({ day, today, isFocusable }: DayLinkProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const format = useFormat();
  const number = Number(day.slice(8));
  if (day < today || !can("posts.write")) {
    return (
      <span
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a cell of a grid: arrow keys pass through days gone by too
        tabIndex={isFocusable ? 0 : -1}
        role="img"
        className={classes.day}
        data-day={day}
        aria-label={format.day(day)}
      >
        {number}
      </span>
    );
  }
  return (
    <Link
      to="/posts/new"
      search={{ on: day, page: undefined }}
      className={classes.day}
      data-day={day}
      tabIndex={isFocusable ? 0 : -1}
      aria-label={t("calendar.writeFor", { day: format.day(day) })}
    >
      {number}
    </Link>
  );
}
