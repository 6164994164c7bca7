import type { LoopRow } from "#src/api/operations.ts";

export const stages = ["clicks", "visits", "reads", "shares", "brought"] as const;
export type Stage = (typeof stages)[number];
export type Totals = Readonly<Record<Stage, number>>;

export const broughtBy = ({ broughtByGeneration }: Pick<LoopRow, "broughtByGeneration">): number =>
  broughtByGeneration.reduce((sum, each) => sum + each, 0);

type Counted = Pick<LoopRow, "clicks" | "visits" | "reads" | "shares" | "broughtByGeneration">;

/** One turn of the loop over all rows. */
export function totalsOf(rows: readonly Counted[]): Totals {
  const sum = (valueOf: (row: Counted) => number) => rows.reduce((total, row) => total + valueOf(row), 0);
  return {
    clicks: sum((row) => row.clicks),
    visits: sum((row) => row.visits),
    reads: sum((row) => row.reads),
    shares: sum((row) => row.shares),
    brought: sum(broughtBy),
  };
}

/** What share of the stage before came this far; undefined where nothing came before. */
export function shareOfBefore(totals: Totals, stage: Stage): number | undefined {
  const before = stages[stages.indexOf(stage) - 1];
  return before && totals[before] > 0 ? totals[stage] / totals[before] : undefined;
}
