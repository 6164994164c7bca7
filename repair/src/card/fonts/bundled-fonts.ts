import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

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

export function readFontFile(name: string, file: string): Promise<Buffer> {
  return readFile(fileURLToPath(import.meta.resolve(`@fontsource/${name}/files/${file}`)));
}

/** Which code points each file of a package is for, as its `unicode.json` says: `U+0400-045F,U+2116`. */
export async function readRanges(
  name: string,
): Promise<ReadonlyMap<string, readonly (readonly [number, number])[]>> {
  const text = await readFile(fileURLToPath(import.meta.resolve(`@fontsource/${name}/unicode.json`)), "utf8");
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
