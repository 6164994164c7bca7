/** Wall-clock times, as people mean them: no zone in them, the zone stands beside. */

/** "2026-11-24T18:30" at an instant, on the clocks of a zone. */
export function wallClock(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? "00";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

const hourMs = 3_600_000;
const usualTime = "10:00";

/** A proposal: the chosen day in the morning, or the next full hour. */
export function proposeTime(day: string | undefined, now: Date, timeZone: string): string {
  const soon = wallClock(new Date(now.getTime() + hourMs), timeZone).replace(/:\d\d$/, ":00");
  if (day === undefined || day === soon.slice(0, 10) || day < soon.slice(0, 10)) return soon;
  return `${day}T${usualTime}`;
}

/** As the date field writes it: a space between day and time, seconds at the end. */
export const toField = (local: string): string => `${local.replace("T", " ")}:00`;
export const fromField = (field: string): string => field.replace(" ", "T").slice(0, 16);
