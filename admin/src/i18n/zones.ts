/** The zone that the browser lives in, first in the list of all that it knows. */
export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

export function timeZones(): string[] {
  const all = new Set([browserZone(), "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...all].sort();
}
