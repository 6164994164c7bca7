import { buckets, type Features } from "./features.ts";
import { priorOf, type Scorer } from "./prior.ts";
import { shapeNames } from "./shapes.ts";

/**
 * Logistic regression over hashed features with steps that shrink for each weight as it is moved (AdaGrad, Duchi et al.
 * 2011). `spread` is the sum of squared gradients.
 */
export interface Model {
  readonly weights: Float32Array;
  readonly spread: Float32Array;
  positives: number;
  negatives: number;
}

/** A text and what was decided about it. */
export interface Example {
  readonly features: Features;
  readonly isPositive: boolean;
}

/** Chosen on `spam_youtube` and `spam_datacamp`, where halving or doubling any of them changes little. */
const rate = { words: 1, shapes: 0.05, bias: 0.01 } as const;
const firstSpread = 1;
const decay = 0.003;
/** How many former examples are seen again with each new one: few lessons must teach much. */
const rehearsals = 8;
/** Lessons before a class's share is believed. */
const fewest = 5;
/** Lessons after which the classes are balanced by half. */
const fading = 100;
/** Where one of the kinds is rare, it must go on counting more. */
const leastBalance = 0.5;

export function newModel(scorer: Scorer): Model {
  const weights = new Float32Array(buckets);
  weights.set(priorOf(scorer));
  return { weights, spread: new Float32Array(buckets).fill(firstSpread), positives: 0, negatives: 0 };
}

/** Log odds: above 0 it is rather spam (or toxic) than not. */
export function logOddsOf({ weights }: Pick<Model, "weights">, { places, values }: Features): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

/** 0 to 1. */
export const scoreOf = (model: Pick<Model, "weights">, features: Features): number =>
  sigmoid(logOddsOf(model, features));

/**
 * Learns one example and rehearses some of the former ones. Which ones follows from the number of examples so far, so
 * that the same lessons in the same order always make the same model.
 */
export function learn(model: Model, example: Example, former: readonly Example[]): void {
  if (example.isPositive) model.positives += 1;
  else model.negatives += 1;
  step(model, example);
  let seed = model.positives + model.negatives;
  for (let turn = 0; turn < rehearsals && former.length > 0; turn += 1) {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c_1b_3c_6d) + 0x9e_37_79_b9;
    const again = former[(seed >>> 0) % former.length];
    if (again) step(model, again);
  }
}

function step(model: Model, { features: { places, values }, isPositive }: Example): void {
  const { weights, spread } = model;
  const error = scoreOf(model, { places, values }) - (isPositive ? 1 : 0);
  const pull = error * importanceOf(model, isPositive);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const weight = weights[place] ?? 0;
    const slope = pull * (values[at] ?? 0) + decay * weight;
    const moved = (spread[place] ?? firstSpread) + slope * slope;
    spread[place] = moved;
    weights[place] = weight - (rateOf(place) * slope) / Math.sqrt(moved);
  }
}

/**
 * A queue's first lessons are often all of one kind: without this the scorer would learn to say only that. It fades as
 * lessons come, for then their shares are the site's own.
 */
function importanceOf({ positives, negatives }: Model, isPositive: boolean): number {
  const all = positives + negatives;
  const balance = (all / 2 + fewest) / ((isPositive ? positives : negatives) + fewest);
  return balance ** Math.max(leastBalance, fading / (fading + all));
}

function rateOf(place: number): number {
  if (place === 0) return rate.bias;
  return place < shapeNames.length ? rate.shapes : rate.words;
}

const sigmoid = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
