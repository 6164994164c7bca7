/** How much a material is read now. Fading counts; the ending names the half-life. */
export interface Readers {
  readonly views15m: number;
  readonly views1h: number;
  readonly views6h: number;
  /** Views that followed another page of the same visit: what people go on to, rather than arrive at. */
  readonly nexts15m: number;
  readonly nexts1h: number;
  readonly nexts6h: number;
  /** `nexts1h` among visitors of the same cohort: who came from the same source. */
  readonly cohort1h: number;
  /** Since the first person was seen on it. */
  readonly ageHours: number;
}

/** How often a page was followed by this material, and by anything at all. Fading; the ending names the half-life. */
export interface Following {
  readonly to30m: number;
  readonly to4h: number;
  readonly to30d: number;
  readonly all30m: number;
  readonly all4h: number;
  readonly all30d: number;
}

/** What a visit is known by when it chooses its next page. */
export interface VisitSoFar {
  /** From the page that is open, the one before it, and the one before that: what followed them elsewhere. */
  readonly follows: readonly (Following | undefined)[];
  /** `nexts1h` summed over the site's materials. */
  readonly allNexts1h: number;
}

export const noFollowing: Following = { to30m: 0, to4h: 0, to30d: 0, all30m: 0, all4h: 0, all30d: 0 };

const log = (count: number) => Math.log(count + 0.1);
/** Where a path was taken so seldom, what the whole site does is believed as much as so many takings of it. */
const weakPrior = 2;
const strongPrior = 20;

/**
 * What makes a material likely to be the next one: how it is read now, and how much more often it follows the pages of
 * this visit than it follows others (logarithms of lifts, so that weighing them is multiplying chances).
 */
export function nextFeatures(readers: Readers, visit: VisitSoFar): number[] {
  const share = (readers.nexts1h + 0.1 * readers.views1h + 0.01) / (visit.allNexts1h + 1);
  const lift = (taken: number, all: number, prior = weakPrior) =>
    Math.log((taken + prior * share) / (all + prior) / share);
  const [last = noFollowing, before, third] = visit.follows;
  return [
    log(readers.views15m),
    log(readers.views1h),
    log(readers.views6h),
    log(readers.nexts15m),
    log(readers.nexts1h),
    log(readers.nexts6h),
    lift(last.to30m, last.all30m),
    lift(last.to4h, last.all4h),
    lift(last.to30d, last.all30d),
    lift(last.to4h, last.all4h, strongPrior),
    before ? lift(before.to4h, before.all4h) : 0,
    third ? lift(third.to4h, third.all4h) : 0,
    Math.log1p(readers.ageHours),
    log(readers.cohort1h),
  ];
}

/**
 * What is believed of a site whose readers have taught nothing yet, in round numbers: what others go on to from here
 * counts most, then what is read just now, and the old a little less.
 */
export const nextPrior: readonly number[] = [
  0, 0.3, 0, 0.4, 0.3, -0.1, 0.3, -0.2, 0.1, 0.6, 0.2, 0.15, -0.15, 0.3,
];
