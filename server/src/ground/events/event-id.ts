import { randomFillSync } from "node:crypto";
import { z } from "zod";

const chanceLength = 12;

/**
 * Ids that travel in addresses: 20 small letters and digits, of which 8 are the time in ms and 12 (62 bits) are
 * chance. They sort by time as text, survive being lowercased, and hold nothing that a messenger's link finder or
 * Markdown trips over. A UUIDv7 is as welcome, for servers that have no other.
 */
export const EventId = z
  .string()
  .regex(
    /^([0-9a-z]{20}|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/,
    "an event's id is 20 small letters and digits, or a UUIDv7",
  );

export function mintEventId(now: Date): string {
  return now.getTime().toString(36).padStart(8, "0") + chancePart();
}

const pool = new Uint8Array(4096);
let used = pool.length;

/** Takes bytes from a pool: one call for chance costs more than the whole rest of a redirect. */
function chancePart(): string {
  let text = "";
  while (text.length < chanceLength) {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    // 252 is the greatest multiple of 36 in a byte; what lies beyond would make the first letters likelier.
    const byte = pool[used++] ?? 255;
    if (byte < 252) text += (byte % 36).toString(36);
  }
  return text;
}
