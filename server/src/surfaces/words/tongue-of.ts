import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { english, type Tongue } from "#src/platform/say.ts";
import { russian } from "./ru.ts";

const tongues: Readonly<Record<string, Tongue>> = { en: english, ru: { language: "ru", words: russian } };

/** The language that a caller would rather read (RFC 9110 §12.5.4); English where none is wished that we speak. */
export function tongueOf(c: Context): Tongue {
  const wished = accepts(c, {
    header: "Accept-Language",
    supports: Object.keys(tongues),
    default: "en",
    match: (languages, { supports }) =>
      languages
        .toSorted((one, other) => other.q - one.q)
        .map(({ type }) => type.split("-")[0]?.toLowerCase() ?? "")
        .find((language) => supports.includes(language)) ?? "en",
  });
  return tongues[wished] ?? english;
}
