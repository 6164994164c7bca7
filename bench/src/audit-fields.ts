/** When two answers about a page are the same answer. */
import type { PageDescription } from "@samovar/audit";
import { decode as decodeEntities } from "html-entities";

export type Field = Exclude<keyof PageDescription, "feeds">;

export function sameInField(field: Field, a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return normalise(field, a) === normalise(field, b);
}

export function normalise(field: Field, value: string): string {
  if (field === "image" || field === "canonical") return normaliseUrl(value);
  if (field === "publishedAt") return normaliseDate(value);
  if (field === "lang") return value.toLowerCase().split(/[-_]/)[0] ?? "";
  return normaliseText(value);
}

/** White space, typographic signs and entities left encoded are no difference between texts. */
export function normaliseText(text: string): string {
  return decodeEntities(text)
    .normalize("NFC")
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[–—−]/g, "-")
    .replace(/…/g, "...")
    .replace(/[\u200b\u00ad\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function normaliseUrl(address: string): string {
  const url = URL.parse(address.trim());
  if (!url) return address.trim();
  url.hash = "";
  return readable(url.href).replace(/\/$/, "");
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

/** A day is the day's midnight in UTC, as those tools write it. */
function normaliseDate(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time).toISOString();
}
