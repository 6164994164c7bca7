import { boostedTreesSay, type BoostedTrees, fitBoostedTrees } from "./boosted-trees.ts";
import { fitRidge, rowTimes } from "./ridge.ts";
import {
  bucketCount,
  type GramRule,
  gramsOf,
  rarityOf,
  shapeNames,
  shapeOf,
  type SparseRow,
} from "./title-features.ts";

/** A title, and how much of a bait a crowd found it, 0 to 1. */
export interface RatedTitle {
  readonly title: string;
  readonly bait: number;
}

/** Two titles that stood over the same story, with the same picture; the first won by `z` standard errors. */
export interface TitlePair {
  readonly winner: string;
  readonly loser: string;
  readonly z: number;
}

/** What says how much of a bait a title is: its words first, then what its shape makes of that. */
export interface CuriosityModel {
  readonly weights: ArrayLike<number>;
  readonly mean: number;
  readonly trees: BoostedTrees;
}

/** Weights of a title's pull: of two titles the one with the greater sum is the likelier winner. */
export interface AppealModel {
  readonly weights: ArrayLike<number>;
}

/** Words that are rare among all titles of both sets weigh more. */
export function rarityAmong(rated: readonly RatedTitle[], pairs: readonly TitlePair[]): Float64Array {
  const titles = [
    ...rated.map(({ title }) => title),
    ...pairs.flatMap(({ winner, loser }) => [winner, loser]),
  ];
  return rarityOf([...new Set(titles)]);
}

const foldCount = 4;

export function trainCuriosity(
  rated: readonly RatedTitle[],
  idf: ArrayLike<number>,
  penalty = 4,
): CuriosityModel {
  const rows = rated.map(({ title }) => curiosityRow(title, idf));
  const targets = rated.map(({ bait }) => bait);
  const words = fitWords(rows, targets, penalty);
  // The trees must learn from what the words say of titles that they have not seen.
  const said = new Float64Array(rows.length);
  for (let fold = 0; fold < foldCount; fold++) {
    const seen = [...rows.keys()].filter((at) => at % foldCount !== fold);
    const part = fitWords(
      seen.map((at) => rows[at] ?? emptyRow),
      seen.map((at) => targets[at] ?? 0),
      penalty,
    );
    for (const [at, row] of rows.entries())
      if (at % foldCount === fold) said[at] = part.mean + rowTimes(row, part.weights);
  }
  const dense = rated.map(({ title }, at) => denseRow(said[at] ?? 0, title));
  return { ...words, trees: fitBoostedTrees(dense, targets) };
}

/** 0 (plain) to 1 (bait). */
export function curiosityOf(model: CuriosityModel, idf: ArrayLike<number>, title: string): number {
  const said = model.mean + rowTimes(curiosityRow(title, idf), model.weights);
  return Math.min(1, Math.max(0, boostedTreesSay(model.trees, denseRow(said, title))));
}

const certainAtZ = 4;

export function trainAppeal(pairs: readonly TitlePair[], idf: ArrayLike<number>, penalty = 300): AppealModel {
  const rows = pairs.map(({ winner, loser }) => difference(appealRow(winner, idf), appealRow(loser, idf)));
  const targets = pairs.map(({ z }) => Math.min(z, certainAtZ));
  return { weights: fitRidge(rows, targets, { width: modelWidth, penalty }) };
}

export function appealOf({ weights }: AppealModel, idf: ArrayLike<number>, title: string): number {
  return rowTimes(appealRow(title, idf), weights);
}

const emptyRow: SparseRow = { indices: new Uint32Array(), values: new Float64Array() };
/** A weight for each bucket, and one for each sign of a title's shape. */
export const modelWidth = bucketCount + shapeNames.length;
/** How loud words, letters and shape are beside each other; chosen by cross-validation. */
const curiosityRule: GramRule = { words: 3, wordWeight: "unit", wordScale: 1, letterScale: 1 };
const curiosityShape = 0.3;
const appealRule: GramRule = { words: 2, wordWeight: "plain", wordScale: 0.8, letterScale: 3 };
const appealShape = 1;

function curiosityRow(title: string, idf: ArrayLike<number>): SparseRow {
  return withShape(gramsOf(title, idf, curiosityRule), title, curiosityShape);
}

function appealRow(title: string, idf: ArrayLike<number>): SparseRow {
  return withShape(gramsOf(title, idf, appealRule), title, appealShape);
}

function withShape(grams: SparseRow, title: string, scale: number): SparseRow {
  const shapes = shapeOf(title);
  return {
    indices: Uint32Array.from([...grams.indices, ...Array.from(shapes, (_, at) => bucketCount + at)]),
    values: Float64Array.from([...grams.values, ...shapes.map((value) => value * scale)]),
  };
}

function difference(a: SparseRow, b: SparseRow): SparseRow {
  const sums = new Map<number, number>();
  for (const [at, index] of a.indices.entries()) sums.set(index, a.values[at] ?? 0);
  for (const [at, index] of b.indices.entries())
    sums.set(index, (sums.get(index) ?? 0) - (b.values[at] ?? 0));
  return { indices: Uint32Array.from(sums.keys()), values: Float64Array.from(sums.values()) };
}

function fitWords(rows: readonly SparseRow[], targets: readonly number[], penalty: number) {
  const mean = targets.reduce((sum, target) => sum + target, 0) / Math.max(1, targets.length);
  const weights = fitRidge(
    rows,
    targets.map((target) => target - mean),
    { width: modelWidth, penalty },
  );
  return { mean, weights };
}

function denseRow(said: number, title: string): Float64Array {
  return Float64Array.from([said, ...shapeOf(title)]);
}
