/** Dates and numbers as a language writes them, in the workspace's own time. Pure. */
export interface Format {
  readonly date: (instant: string | Date) => string;
  readonly dateTime: (instant: string | Date) => string;
  readonly time: (instant: string | Date) => string;
  /** A day of the calendar, as in "2026-11-24". */
  readonly day: (day: string) => string;
  readonly weekday: (day: string) => string;
  readonly month: (day: string) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly relative: (instant: string | Date, now?: Date) => string;
  readonly list: (words: readonly string[]) => string;
  readonly bytes: (count: number) => string;
}

export function createFormat(language: string, timeZone: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone, ...options });
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
    return (day: string) => format.format(new Date(`${day.slice(0, 10)}T12:00:00Z`));
  };
  const date = dates({ dateStyle: "medium" });
  const dateTime = dates({ dateStyle: "medium", timeStyle: "short" });
  const time = dates({ timeStyle: "short" });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const sizes = (unit: "kilobyte" | "megabyte") =>
    new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 });
  const [kilobytes, megabytes] = [sizes("kilobyte"), sizes("megabyte")];
  return {
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    day: days({ dateStyle: "long" }),
    weekday: days({ weekday: "long", day: "numeric", month: "long" }),
    month: days({ month: "long", year: "numeric" }),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    relative: (instant, now = new Date()) =>
      relative.format(...relativeParts(new Date(instant).getTime() - now.getTime())),
    list: (words) => list.format(words),
    bytes: (count) =>
      count < 1_000_000 ? kilobytes.format(count / 1000) : megabytes.format(count / 1_000_000),
  };
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** The largest unit that fits, as in "3 hours ago". */
export function relativeParts(distanceMs: number): [number, Intl.RelativeTimeFormatUnit] {
  for (const [unit, unitMs] of units) {
    if (Math.abs(distanceMs) >= unitMs) return [Math.trunc(distanceMs / unitMs), unit];
  }
  return [0, "minute"];
}
