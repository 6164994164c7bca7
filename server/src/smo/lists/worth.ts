/** Sums over the visitors of one arm; a visitor may come for several visits. */
export interface ArmSums {
  readonly visitors: number;
  readonly visits: number;
  /** Pages that were opened after the list (or the place where it would have stood) came on the screen. */
  readonly further: number;
  /** Visits in which none was. */
  readonly exits: number;
  /** Sums of products over visitors, for the intervals. */
  readonly furtherFurther: number;
  readonly furtherVisits: number;
  readonly visitsVisits: number;
  readonly exitsExits: number;
  readonly exitsVisits: number;
}

/** A figure with the ends of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ArmWorth {
  readonly visitors: number;
  readonly visits: number;
  readonly furtherPages: Estimate | null;
  readonly exitShare: Estimate | null;
}

export interface Worth {
  /** False: too few visitors, or too few who left or stayed, for the intervals to be believed. */
  readonly isEnough: boolean;
  readonly needsVisitors: number;
  readonly shown: ArmWorth;
  readonly held: ArmWorth;
  /** Shown less held: what the list adds to the further pages of a visit, and to the share of visits that end. */
  readonly furtherPages: Estimate | null;
  readonly exitShare: Estimate | null;
}

/** Below these an interval by the normal distribution is too sure of itself. */
const least = { visitors: 100, exits: 10 };
const z95 = 1.959964;

/**
 * What a list is worth, by its hold-out. Visitors were drawn, not visits, so means over visits are ratios of sums over
 * visitors, and their variance follows by the delta method (Deng et al., KDD 2018, "Applying the Delta Method in
 * Metric Analytics"). Pure.
 */
export function worthOf(shown: ArmSums, held: ArmSums): Worth {
  return {
    isEnough: isEnough(shown) && isEnough(held),
    needsVisitors: least.visitors,
    shown: armOf(shown),
    held: armOf(held),
    furtherPages: difference(furtherIn(shown), furtherIn(held)),
    exitShare: difference(exitsIn(shown), exitsIn(held)),
  };
}

const isEnough = ({ visitors, visits, exits }: ArmSums) =>
  visitors >= least.visitors && exits >= least.exits && visits - exits >= least.exits;

interface Mean {
  readonly value: number;
  readonly variance: number;
}

const furtherIn = (sums: ArmSums) =>
  ratio(sums, { sum: sums.further, squares: sums.furtherFurther, products: sums.furtherVisits });
const exitsIn = (sums: ArmSums) =>
  ratio(sums, { sum: sums.exits, squares: sums.exitsExits, products: sums.exitsVisits });

interface Numerator {
  readonly sum: number;
  readonly squares: number;
  readonly products: number;
}

function ratio(
  { visitors, visits, visitsVisits }: ArmSums,
  { sum, squares, products }: Numerator,
): Mean | null {
  if (visitors < 2 || visits === 0) return null;
  const value = sum / visits;
  const residual = Math.max(0, squares - 2 * value * products + value * value * visitsVisits);
  return { value, variance: ((visitors / (visitors - 1)) * residual) / (visits * visits) };
}

function armOf(sums: ArmSums): ArmWorth {
  const exits = exitsIn(sums);
  return {
    visitors: sums.visitors,
    visits: sums.visits,
    furtherPages: estimate(furtherIn(sums), 0, Infinity),
    exitShare: estimate(exits, 0, 1),
  };
}

function difference(one: Mean | null, other: Mean | null): Estimate | null {
  if (!one || !other) return null;
  const value = one.value - other.value;
  return estimate({ value, variance: one.variance + other.variance }, -Infinity, Infinity);
}

function estimate(mean: Mean | null, lowest: number, highest: number): Estimate | null {
  if (!mean) return null;
  const half = z95 * Math.sqrt(mean.variance);
  return {
    value: mean.value,
    low: Math.max(lowest, mean.value - half),
    high: Math.min(highest, mean.value + half),
  };
}
