import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { RatedTitle, TitlePair } from "@samovar/server/loop/headlines/score/train-title-model.ts";

/** A pair of titles and the test that they stood in: pairs of one test are never split between training and judging. */
export type PairOfTest = TitlePair & { readonly test: string };

const Post = z.object({ text: z.string(), mean: z.number() });
const Arm = z.object({
  test: z.string(),
  imbalance_risk: z.number(),
  eyecatcher: z.string().nullable(),
  headline: z.string(),
  impressions: z.number(),
  clicks: z.number(),
});
type Arm = z.output<typeof Arm>;
/** `clickbait_webis17`: titles with the mean of a crowd's opinion, 0 to 1. */
export async function readRatedTitles(data: string): Promise<readonly RatedTitle[]> {
  const posts = await readLines(join(data, "clickbait_webis17/posts.jsonl.gz"), Post);
  return posts.map(({ text, mean }) => ({ title: text, bait: mean }));
}

/**
 * `ab_upworthy`: titles that stood in one test with the same picture, without the weeks whose randomisation is in
 * doubt. The first of a pair is the one with the greater rate.
 */
export async function readTitlePairs(data: string): Promise<readonly PairOfTest[]> {
  const arms = await readLines(join(data, "ab_upworthy/arms.jsonl.gz"), Arm);
  const tests = Map.groupBy(
    arms.filter((arm) => arm.imbalance_risk === 0),
    ({ test }) => test,
  );
  return [...tests.values()].flatMap(pairsOf);
}

function pairsOf(arms: readonly Arm[]): PairOfTest[] {
  return arms.flatMap((first, at) =>
    arms
      .slice(0, at)
      .filter((second) => second.eyecatcher === first.eyecatcher && second.headline !== first.headline)
      .map((second) => pairOf(first, second)),
  );
}

function pairOf(first: Arm, second: Arm): PairOfTest {
  const gap = zOf(first, second);
  const [winner, loser] = gap >= 0 ? [first, second] : [second, first];
  return { test: first.test, winner: winner.headline, loser: loser.headline, z: Math.abs(gap) };
}

/** Two proportions' difference in standard errors. */
function zOf(a: Arm, b: Arm): number {
  const rate = (a.clicks + b.clicks) / (a.impressions + b.impressions);
  const error = Math.sqrt(rate * (1 - rate) * (1 / a.impressions + 1 / b.impressions));
  return error === 0 ? 0 : (a.clicks / a.impressions - b.clicks / b.impressions) / error;
}

async function readLines<Row>(file: string, schema: z.ZodType<Row>): Promise<Row[]> {
  const text = gunzipSync(await readFile(file)).toString();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));
}
