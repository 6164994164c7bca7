/** A month as weeks of days, in calendar days alone ("2026-11-24"): no clock, no zone. Pure. */
const dayMs = 86_400_000;
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string =>
  dayOf(new Date(noonOf(day).getTime() + count * dayMs));

/** The first day of the month so many months away; `month` is "2026-11". */
export function addMonths(month: string, count: number): string {
  const date = noonOf(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return dayOf(date).slice(0, 7);
}

/** Weeks that show the whole month, led and trailed by its neighbours' days. `weekStart`: 1 Monday … 7 Sunday. */
export function weeksOf(month: string, weekStart: number): string[][] {
  const first = `${month}-01`;
  const lead = (noonOf(first).getUTCDay() - weekStart + 7) % 7;
  const next = `${addMonths(month, 1)}-01`;
  const weeks: string[][] = [];
  for (let day = addDays(first, -lead); day < next; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  }
  return weeks;
}

/** The calendar day of an instant on a zone's clocks. */
export const dayIn = (instant: string | Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(instant),
  );

/** The instant at which a day begins in a zone, whatever its clocks do that night. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // Zones lie between −12 and +14 hours: the first quarter of an hour whose day is this one is its beginning.
  for (let at = utc - 14 * 3_600_000; at <= utc + 12 * 3_600_000; at += 900_000) {
    if (dayIn(new Date(at), timeZone) === day) return new Date(at);
  }
  return new Date(utc);
}

export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
