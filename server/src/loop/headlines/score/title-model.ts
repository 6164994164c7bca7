import { readFile } from "node:fs/promises";
import { scoreRelevance } from "@samovar/audit";
import { z } from "zod";
import type { Tree } from "./boosted-trees.ts";
import { bucketCount, shapeNames } from "./title-features.ts";
import { appealOf, curiosityOf, modelWidth } from "./train-title-model.ts";

const TreeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([
    z.number(),
    z.object({ feature: z.int(), threshold: z.number(), low: TreeSchema, high: TreeSchema }),
  ]),
);

/** What stands before the weights, as JSON. */
const Head = z.object({
  idf: z.object({ scale: z.number() }),
  curiosity: z.object({
    scale: z.number(),
    mean: z.number(),
    base: z.number(),
    trees: z.array(TreeSchema),
    shape: z.array(z.number()).length(shapeNames.length),
    errors: z.array(z.number()).length(5).describe("Root mean square error where it says 0–.2, .2–.4, …"),
  }),
  appeal: z.object({
    scale: z.number(),
    shape: z.array(z.number()).length(shapeNames.length),
    steepness: z.number().describe("Of the logistic curve from a difference to a chance of winning"),
  }),
});
type Head = z.output<typeof Head>;

/** The title's judge, ready to be asked. */
export interface TitleModel {
  readonly idf: ArrayLike<number>;
  readonly head: Head;
  readonly curiosityWeights: ArrayLike<number>;
  readonly appealWeights: ArrayLike<number>;
}

/** The judge as it comes from training: weights as they are, before they are packed. */
export interface TrainedTitles extends Omit<TitleModel, "head"> {
  readonly head: Omit<Head, "idf" | "curiosity" | "appeal"> & {
    readonly curiosity: Omit<Head["curiosity"], "scale" | "shape">;
    readonly appeal: Omit<Head["appeal"], "scale" | "shape">;
  };
}

/** Packs a judge into bytes: a head in JSON, then one byte for each bucket's rarity and weights. */
export function packTitleModel({ idf, head, curiosityWeights, appealWeights }: TrainedTitles): Uint8Array {
  const whole: Head = {
    ...head,
    idf: { scale: scaleFor(idf, 255) },
    curiosity: {
      ...head.curiosity,
      scale: scaleFor(curiosityWeights, 127),
      shape: shapeWeights(curiosityWeights),
    },
    appeal: { ...head.appeal, scale: scaleFor(appealWeights, 127), shape: shapeWeights(appealWeights) },
  };
  const json = Buffer.from(JSON.stringify(whole));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([
    length,
    json,
    Uint8Array.from(pack(idf, whole.idf.scale)),
    Buffer.from(Int8Array.from(pack(curiosityWeights, whole.curiosity.scale)).buffer),
    Buffer.from(Int8Array.from(pack(appealWeights, whole.appeal.scale)).buffer),
  ]);
}

/** What one step of a byte is worth, so that the greatest value is `top` steps. */
function scaleFor(values: ArrayLike<number>, top: number): number {
  let greatest = 1e-9;
  for (let at = 0; at < bucketCount; at++) greatest = Math.max(greatest, Math.abs(values[at] ?? 0));
  return greatest / top;
}

function shapeWeights(weights: ArrayLike<number>): number[] {
  return Array.from(shapeNames, (_, at) => weights[bucketCount + at] ?? 0);
}

function pack(values: ArrayLike<number>, scale: number): number[] {
  return Array.from({ length: bucketCount }, (_, at) => Math.round((values[at] ?? 0) / scale));
}

export function unpackTitleModel(bytes: Uint8Array): TitleModel {
  const buffer = Buffer.from(bytes);
  const start = 4 + buffer.readUInt32LE(0);
  const head = Head.parse(JSON.parse(buffer.toString("utf8", 4, start)));
  const part = (nth: number) => buffer.subarray(start + nth * bucketCount, start + (nth + 1) * bucketCount);
  const weights = (
    nth: number,
    { scale, shape }: { readonly scale: number; readonly shape: readonly number[] },
  ) => {
    const all = new Float32Array(modelWidth);
    for (const [at, byte] of new Int8Array(part(nth)).entries()) all[at] = byte * scale;
    all.set(shape, bucketCount);
    return all;
  };
  return {
    head,
    idf: Float32Array.from(part(0), (byte) => byte * head.idf.scale),
    curiosityWeights: weights(1, head.curiosity),
    appealWeights: weights(2, head.appeal),
  };
}

/** Reads the judge that comes with the house; see `bench/src/headlines.ts` for what it has learned from. */
export async function readTitleModel(): Promise<TitleModel> {
  return unpackTitleModel(await readFile(new URL("title-model.bin", import.meta.url)));
}

/** What the judge makes of one title. Advice with its error, never a verdict. */
export interface TitleScore {
  /** 0 (says plainly what comes) to 1 (bait), as a crowd would rate it. */
  readonly curiosity: number;
  /** Root mean square error of `curiosity` on titles that the judge had not seen. */
  readonly curiosityError: number;
  /** 0 to 1: whether the text is about what the title says; null without a text. */
  readonly honesty: number | null;
  /** Words of the title that its text does not have. */
  readonly missing: readonly string[];
  /** A number without unit: of two titles the greater is the likelier winner. */
  readonly appeal: number;
}

const maxMissing = 5;

export function scoreTitle(model: TitleModel, title: string, text: string | null): TitleScore {
  const { head, idf } = model;
  const relevance = text === null ? undefined : scoreRelevance(title, text);
  const { base, trees, mean, errors } = head.curiosity;
  const curiosity = curiosityOf(
    { weights: model.curiosityWeights, mean, trees: { base, trees } },
    idf,
    title,
  );
  return {
    curiosity,
    curiosityError: errors[Math.min(4, Math.floor(curiosity * 5))] ?? 0,
    honesty: relevance?.score ?? null,
    missing: relevance?.missing.slice(0, maxMissing) ?? [],
    appeal: appealOf({ weights: model.appealWeights }, idf, title),
  };
}

/** Chance, 0 to 1, that the first of two titles over the same story gets more clicks. */
export function chanceToWin({ head }: TitleModel, first: number, second: number): number {
  return 1 / (1 + Math.exp(-head.appeal.steepness * (first - second)));
}
