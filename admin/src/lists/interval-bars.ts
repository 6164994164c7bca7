interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Where an interval lies on a line that holds all of them, in percent of its length. */
export interface IntervalBar {
  readonly from: number;
  readonly width: number;
  readonly at: number;
}

/** Lays intervals out on one line from 0 to the greatest end. Pure. */
export function intervalBars(estimates: readonly Estimate[]): readonly IntervalBar[] {
  const greatest = Math.max(...estimates.map(({ high }) => high)) || 1;
  const percent = (value: number) => (100 * Math.max(0, value)) / greatest;
  return estimates.map(({ value, low, high }) => ({
    from: percent(low),
    width: percent(high) - percent(low),
    at: percent(value),
  }));
}
