import { readFile } from "node:fs/promises";

/** One file of a family: the letters of one script, in one weight. */
export interface BundledFont {
  readonly family: string;
  readonly weight: number;
  readonly data: Buffer;
  /** Code points, first and last included. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Weights that titles may have; small text is always 400. */
export const titleWeights = [400, 500, 600, 700, 800, 900] as const;
export type TitleWeight = (typeof titleWeights)[number];

export const bundledFamily = "Noto Sans";

/** By package: its scripts that are not in another package already. Latin stands first, as it holds the punctuation. */
const scripts = [
  [
    "noto-sans",
    ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese", "devanagari"],
  ],
  ["noto-sans-hebrew", ["hebrew"]],
  ["noto-sans-arabic", ["arabic"]],
] as const;

export type FontPackage = (typeof scripts)[number][0] | "noto-color-emoji";

/** Each has a table of its files there, and the files beside it. */
const tables: Readonly<Record<FontPackage, string>> = {
  "noto-sans": import.meta.resolve("@fontsource/noto-sans/unicode.json"),
  "noto-sans-hebrew": import.meta.resolve("@fontsource/noto-sans-hebrew/unicode.json"),
  "noto-sans-arabic": import.meta.resolve("@fontsource/noto-sans-arabic/unicode.json"),
  "noto-color-emoji": import.meta.resolve("@fontsource/noto-color-emoji/unicode.json"),
};

/** Reads the letters that come with us. They are all of one family, so that one name finds every script. */
export async function readBundledFonts(weights: readonly TitleWeight[]): Promise<readonly BundledFont[]> {
  const groups = scripts.map(async ([name, subsets]) => {
    const ranges = await readRanges(name);
    return Promise.all(
      subsets.flatMap((subset) =>
        weights.map(async (weight) => ({
          family: bundledFamily,
          weight,
          data: await readFontFile(name, `${name}-${subset}-${weight}-normal.woff2`),
          ranges: ranges.get(subset) ?? [],
        })),
      ),
    );
  });
  return (await Promise.all(groups)).flat();
}

export function readFontFile(name: FontPackage, file: string): Promise<Buffer> {
  return readFile(new URL(`files/${file}`, tables[name]));
}

/** Which code points each file of a package is for, as its `unicode.json` says: `U+0400-045F,U+2116`. */
export async function readRanges(
  name: FontPackage,
): Promise<ReadonlyMap<string, readonly (readonly [number, number])[]>> {
  const text = await readFile(new URL(tables[name]), "utf8");
  const told: Readonly<Record<string, string>> = JSON.parse(text);
  return new Map(
    Object.entries(told).map(([subset, list]) => [subset.replaceAll(/[[\]]/g, ""), parseRanges(list)]),
  );
}

function parseRanges(list: string): readonly (readonly [number, number])[] {
  return list.split(",").map((range) => {
    const [first = "", last = first] = range.slice(2).split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}
