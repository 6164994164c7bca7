import type { TextPosition } from "./parse-html.ts";
import type { Place } from "./page.ts";

/** Positions in decoded text to the contract's places: bytes of UTF-8 from the start of the document. */
export function createPlaces(text: string, markLength: number): (position: TextPosition) => Place {
  const byteLength = Buffer.byteLength(text);
  if (byteLength === text.length) return ({ offset, line }) => ({ offset: offset + markLength, line });
  const steps = measureSteps(text);
  return ({ offset, line }) => {
    const step = Math.floor(offset / stepLength);
    const start = step * stepLength;
    return { offset: markLength + (steps[step] ?? byteLength) + bytesBetween(text, start, offset), line };
  };
}

const stepLength = 1024;

/** Bytes before each 1024th unit, so that a place costs the same wherever it is. */
function measureSteps(text: string): Float64Array {
  const steps = new Float64Array(Math.floor(text.length / stepLength) + 1);
  for (let step = 1; step < steps.length; step++)
    steps[step] = (steps[step - 1] ?? 0) + bytesBetween(text, (step - 1) * stepLength, step * stepLength);
  return steps;
}

/** A pair that an end of the range cuts counts by its first half: 4 bytes, and its second none. */
function bytesBetween(text: string, start: number, end: number): number {
  const from = isSecondHalf(text, start) ? start + 1 : start;
  const to = isSecondHalf(text, end) ? end + 1 : end;
  return from < to ? Buffer.byteLength(text.slice(from, to)) : 0;
}

function isSecondHalf(text: string, at: number): boolean {
  return at > 0 && at < text.length && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
