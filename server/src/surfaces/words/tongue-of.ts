import type { Context } from "hono";
import { english, type Tongue } from "#src/platform/say.ts";
import { russian } from "./ru.ts";

const tongues: Readonly<Record<string, Tongue>> = { en: english, ru: { language: "ru", words: russian } };

/** The language that a caller would rather read (RFC 9110 §12.5.4); English where none is wished that we speak. */
export function tongueOf(c: Context): Tongue {
  return tongueIn(c.req.header("Accept-Language"));
}

export function tongueIn(acceptLanguage: string | undefined): Tongue {
  const wished = (acceptLanguage ?? "")
    .split(",")
    .map((range) => {
      const [language = "", ...parameters] = range.trim().toLowerCase().split(";");
      const weight = /^\s*q=([\d.]+)$/.exec(parameters.at(-1) ?? "")?.[1];
      return { language: language.split("-")[0] ?? "", weight: Number(weight ?? 1) };
    })
    .toSorted((one, other) => other.weight - one.weight)
    .find(({ language, weight }) => weight > 0 && language in tongues);
  return tongues[wished?.language ?? "en"] ?? english;
}
