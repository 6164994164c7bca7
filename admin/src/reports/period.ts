import { addDays, dayIn, startOfDay } from "#src/calendar/month-grid.ts";

export const presets = ["7", "28", "90", "365"] as const;
const usualDays = 28;

/** First and last day of a period, as the address names it: a number of days up to today, or two days. */
export function daysOf(period: string | undefined, today: string): [string, string] {
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(period ?? "");
  if (range?.[1] && range[2] && range[1] <= range[2]) return [range[1], range[2]];
  const days = presets.some((preset) => preset === period) ? Number(period) : usualDays;
  return [addDays(today, 1 - days), today];
}

/** The period as instants, whole days of the zone. */
export function readPeriod(
  period: string | undefined,
  now: Date,
  timeZone: string,
): { from: string; to: string } {
  const [first, last] = daysOf(period, dayIn(now, timeZone));
  return {
    from: startOfDay(first, timeZone).toISOString(),
    to: startOfDay(addDays(last, 1), timeZone).toISOString(),
  };
}
