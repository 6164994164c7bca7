/**
 * How long a text is in a network's own unit. Pure and free of Node, so that the composer's counter and the
 * server's check are the same code.
 */
import type { Limit } from "./limits.ts";

export type TextUnit = "graphemes" | "code-points" | "utf16" | "utf8-bytes";
export type TextMeasure = Pick<Limit, "urlCounts" | "mentionsWithoutDomain"> & { readonly unit: TextUnit };

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const encoder = new TextEncoder();

/** Counts a text as the network will count it. */
export function measureText(text: string, measure: TextMeasure): number {
  const { urlCounts, mentionsWithoutDomain = false } = measure;
  let rest = text;
  let fixed = 0;
  if (urlCounts !== undefined) {
    rest = rest.replace(urls, (found) => {
      const url = trimUrl(found);
      fixed += urlCounts;
      return found.slice(url.length);
    });
  }
  if (mentionsWithoutDomain) rest = rest.replace(remoteMentions, "$1");
  return fixed + count(rest, measure.unit);
}

/** Whether a unit counts text, rather than items, bytes of a file, pixels or seconds. */
export const isTextUnit = (unit: Limit["unit"]): unit is TextUnit =>
  unit === "graphemes" || unit === "code-points" || unit === "utf16" || unit === "utf8-bytes";

const urls = /https?:\/\/[^\s<>"]+/giu;
const remoteMentions = /(?<![\w/])(@\w+(?:[.-]+\w+)*)@[\p{L}\p{N}](?:[\p{L}\p{N}.:-]*[\p{L}\p{N}])?/gu;

/** A closing mark at the end belongs to the sentence, unless its opening partner is inside the address. */
function trimUrl(found: string): string {
  let url = found;
  for (;;) {
    const last = url.at(-1) ?? "";
    const balanced = last === ")" && url.split("(").length >= url.split(")").length;
    if (balanced || !/[.,;:!?)\]}'»”…]/u.test(last)) return url;
    url = url.slice(0, -1);
  }
}

function count(text: string, unit: TextUnit): number {
  switch (unit) {
    case "graphemes":
      return countGraphemes(text);
    case "code-points":
      return Array.from(text).length;
    case "utf16":
      return text.length;
    case "utf8-bytes":
      return encoder.encode(text).length;
  }
}

/** Printable ASCII needs no segmenting; the rest does. */
function countGraphemes(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let graphemes = 0;
  for (const _ of segmenter.segment(text)) graphemes += 1;
  return graphemes;
}
