/** The day that weeks begin with in a language: 1 Monday … 7 Sunday. */
export const weekStartOf = (language: string): number => (language.startsWith("ru") ? 1 : 7);

const aSunday = Date.UTC(2026, 10, 1, 12);
const dayMs = 86_400_000;

export function weekdayNames(language: string, weekStart: number): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, index) =>
    format.format(new Date(aSunday + ((weekStart + index) % 7) * dayMs)),
  );
}
