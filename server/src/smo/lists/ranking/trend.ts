import { fitLogistic, type Logistic, oddsOf } from "./logistic.ts";

/** What is known of a material at an hour: its attention so far (views, votes, shares), and how that grew. */
export interface Attention {
  /** All of it until now, and how much of it came within the last hour. */
  readonly total: number;
  readonly lastHour: number;
  /** In an hour, in the mean of the last three. */
  readonly hourly: number;
  /** Since it came out; at least a few minutes. */
  readonly ageHours: number;
  /** What was said about it. */
  readonly talk: number;
  readonly talkLastHour: number;
  /** Whether it was among those watched an hour ago. */
  readonly isNew: boolean;
  /** The share of those who judged it that liked it, where that is known. */
  readonly liking?: number | undefined;
  /** Its place in the order of now, from 1, and an hour ago, where there is one. */
  readonly place?: number | undefined;
  readonly placeBefore?: number | undefined;
}

const log = (count: number) => Math.log1p(Math.max(0, count));
const fewMinutes = 0.05;

/** What the forecast is made from, in the order of its weights. Logarithms throughout: attention grows by factors. */
export function trendFeatures(seen: Attention): number[] {
  const age = Math.max(fewMinutes, seen.ageHours);
  const place = seen.place ?? 1;
  return [
    log(seen.lastHour),
    log(seen.hourly),
    log(seen.total),
    log(seen.total / age),
    log(seen.talkLastHour),
    log(seen.talk),
    Math.log(age),
    Math.log(age) ** 2,
    log(seen.lastHour) * Math.log(age),
    age,
    seen.isNew ? 1 : 0,
    seen.liking ?? 1,
    Math.log(place),
    Math.log((seen.placeBefore ?? place) / place),
    log(seen.total + hoursAhead * seen.lastHour),
  ];
}

/** How far the forecast looks. */
export const hoursAhead = 6;

/**
 * What is believed of a site that has taught nothing yet, round numbers: what is young, gathers fast and is talked of
 * goes on rising; what is old has had its time.
 */
export const trendPrior: Logistic = {
  weights: [0.2, 0.1, 0.1, 0.5, 0.1, 0, -0.5, -0.4, -0.1, -0.05, 0.1, 1, 0, 0, 0.1],
  bias: -2,
};

/** The log-odds that a material is among the first six hours from now. */
export function trendOf(seen: Attention, weights: Logistic = trendPrior): number {
  return oddsOf(weights, trendFeatures(seen));
}

/** Learns the weights from what was seen, and from what was among the first six hours later. */
export function fitTrend(rows: readonly { readonly seen: Attention; readonly isFirst: boolean }[]): Logistic {
  return fitLogistic(rows.map(({ seen, isFirst }) => ({ features: trendFeatures(seen), isTrue: isFirst })));
}
