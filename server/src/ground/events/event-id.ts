import { randomFillSync } from "node:crypto";
import { z } from "zod";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const timeLength = 7;
const chanceLength = 11;

/**
 * Ids that travel in addresses: 18 letters and digits, of which 7 are the time in ms and 11 (65 bits) are chance. They sort by
 * time as text, and hold nothing that a messenger's link finder or Markdown trips over. A UUIDv7 is as welcome, for
 * servers that have no other.
 */
export const EventId = z
  .string()
  .regex(
    /^([0-9A-Za-z]{18}|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/,
    "an event's id is 18 letters and digits, or a UUIDv7",
  );

export function mintEventId(now: Date): string {
  return timePart(now.getTime()) + chancePart();
}

function timePart(ms: number): string {
  let rest = ms;
  let text = "";
  for (let place = 0; place < timeLength; place++) {
    text = alphabet.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
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
    // 248 is the greatest multiple of 62 in a byte; what lies beyond would make the first letters likelier.
    const byte = pool[used++] ?? 255;
    if (byte < 248) text += alphabet.charAt(byte % 62);
  }
  return text;
}
