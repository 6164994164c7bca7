import { z } from "zod";

/** An instant: a `Date` in the house, ISO 8601 with zone at its doors. */
export const Instant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** An IANA time zone, as in `Europe/Moscow`. */
export const TimeZone = z.string().refine(isTimeZone, {
  error: (issue) => `"${String(issue.input)}" is no time zone; use an IANA name such as Europe/Moscow`,
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** One line of text that somebody gave a thing as its name. */
export const Name = z.string().trim().min(1, "is empty").max(120, "is longer than 120 characters");
