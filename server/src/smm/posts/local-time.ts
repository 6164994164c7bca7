/**
 * Wall-clock times. Node 24 has no `Temporal` yet; this is its `disambiguation: "compatible"` for minutes: a time that
 * the clocks skip moves forward by the gap, one that comes twice is the first.
 */
export function instantOf(local: string, timeZone: string): Date {
  const wall = Date.parse(`${local}Z`);
  const earlier = offsetAt(wall - dayMs, timeZone);
  const later = offsetAt(wall + dayMs, timeZone);
  const candidates = [wall - earlier, wall - later].filter(
    (instant) => instant + offsetAt(instant, timeZone) === wall,
  );
  return new Date(candidates.length > 0 ? Math.min(...candidates) : wall - earlier);
}

/** What the clock on the wall shows at an instant, as in `2026-11-24T18:30`. */
export function localTimeAt(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString().slice(0, 16);
}

const dayMs = 86_400_000;

/** How far the zone's clocks are ahead of UTC, in ms. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** Making a format is slow (0.05 ms and much memory); there are some 400 zones at most. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, made);
  return made;
}
