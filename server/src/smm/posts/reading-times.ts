const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Up to which age of a publication it is read again after how long. Most happens in the first hours. */
const rhythm: readonly (readonly [maxAgeMs: number, pauseMs: number])[] = [
  // Who has just published watches: at each of the job's looks, which come by the minute.
  [15 * minuteMs, minuteMs / 2],
  [hourMs, 5 * minuteMs],
  [6 * hourMs, 15 * minuteMs],
  [dayMs, hourMs],
  [7 * dayMs, 6 * hourMs],
  [30 * dayMs, dayMs],
  [365 * dayMs, 30 * dayMs],
];

/** When to look again at something that was published; null when it is so old that nothing happens any more. */
export function nextReadingAt(publishedAt: Date, now: Date): Date | null {
  const ageMs = now.getTime() - publishedAt.getTime();
  const pause = rhythm.find(([maxAgeMs]) => ageMs < maxAgeMs)?.[1];
  return pause === undefined ? null : new Date(now.getTime() + pause);
}
