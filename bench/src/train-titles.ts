/**
 * Trains the title's judge that comes with the house, and writes it: `node bench/src/train-titles.ts [folder of data]`.
 * Its errors are measured on folds that it had not seen, before the last training on everything.
 */
import { writeFile } from "node:fs/promises";
import { packTitleModel } from "@samovar/server/loop/headlines/score/title-model.ts";
import {
  appealOf,
  curiosityOf,
  rarityAmong,
  type RatedTitle,
  trainAppeal,
  trainCuriosity,
} from "@samovar/server/loop/headlines/score/train-title-model.ts";
import { type PairOfTest, readRatedTitles, readTitlePairs } from "./title-data.ts";

const data = process.argv[2] ?? "../shared/data";
const target = new URL("../../server/src/loop/headlines/score/title-model.bin", import.meta.url);
const [rated, pairs] = await Promise.all([readRatedTitles(data), readTitlePairs(data)]);
const idf = rarityAmong(rated, pairs);
const curiosity = trainCuriosity(rated, idf);
const appeal = trainAppeal(pairs, idf);
const bytes = packTitleModel({
  idf,
  curiosityWeights: curiosity.weights,
  appealWeights: appeal.weights,
  head: {
    curiosity: {
      mean: curiosity.mean,
      ...curiosity.trees,
      trees: [...curiosity.trees.trees],
      errors: errorsOf(rated, idf),
    },
    appeal: { steepness: steepnessOf(pairs, idf) },
  },
});
await writeFile(target, bytes);
console.log(`${bytes.length} bytes written to ${target.pathname}`);

/** Root mean square error where the judge says 0–.2, .2–.4, …, on every fifth title, trained on the others. */
function errorsOf(titles: readonly RatedTitle[], rarities: Float64Array): number[] {
  const model = trainCuriosity(
    titles.filter((_, at) => at % 5 !== 0),
    rarities,
  );
  const squares: number[][] = [[], [], [], [], []];
  for (const { title, bait } of titles.filter((_, at) => at % 5 === 0)) {
    const said = curiosityOf(model, rarities, title);
    squares[Math.min(4, Math.floor(said * 5))]?.push((said - bait) ** 2);
  }
  return squares.map((some) => Math.sqrt(some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length)));
}

/** How surely a difference of appeal tells the winner: the logistic curve's slope, on every fifth test. */
function steepnessOf(all: readonly PairOfTest[], rarities: Float64Array): number {
  const tests = [...new Set(all.map(({ test }) => test))];
  const apart = new Set(tests.filter((_, at) => at % 5 === 0));
  const model = trainAppeal(
    all.filter(({ test }) => !apart.has(test)),
    rarities,
  );
  const gaps = all
    .filter(({ test }) => apart.has(test))
    .map(({ winner, loser }) => appealOf(model, rarities, winner) - appealOf(model, rarities, loser));
  let steepness = 0;
  for (let step = 0; step < 200; step++) {
    const slope = gaps.reduce((sum, gap) => sum + gap / (1 + Math.exp(steepness * gap)), 0);
    const bend = gaps.reduce((sum, gap) => sum + gap ** 2 / 4, 0);
    steepness += slope / bend;
  }
  return steepness;
}
