import { measureNextClicks } from "./lists-next.ts";
import { measureTrend } from "./lists-trend.ts";
import type { Figures, Options } from "./main.ts";

export const about = "what is read next and what will rise, foretold beside plain popularity; lists a second";

const aims = { nextHitRate: 0.5, trendAuc: 0.82 };

export async function measure({ data }: Options): Promise<Figures> {
  const trend = await measureTrend(data);
  const next = await measureNextClicks(data);
  return {
    ...next,
    ...trend,
    within_budget:
      Number(next["next_hit_rate_at_10"]) >= aims.nextHitRate && Number(trend["trend_auc"]) >= aims.trendAuc,
  };
}
