const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "5 minutes ago", in the largest unit that fits. */
export function ago(language: string, at: string): string {
  const seconds = Math.min(0, (Date.parse(at) - Date.now()) / 1000);
  const [unit, size] = units.find(([, length]) => -seconds >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}
