import { useAsk } from "#src/api/use-ask.ts";
import { nextStep, setUpSteps } from "./set-up-steps.ts";

const watchMs = 10_000;

/** How far the house is from its first turn of the loop. */
export function useSetUpSteps() {
  const sites = useAsk("listSites", { limit: 100 }, { everyMs: watchMs });
  const channels = useAsk("listChannels", { limit: 100 });
  const posts = useAsk("listPosts", { limit: 100 });
  const overview = useAsk("getOverview", {});
  if (!sites.data || !channels.data || !posts.data || !overview.data)
    return { steps: undefined, next: undefined, siteId: undefined };
  const clicks = overview.data.rows.flatMap(({ smm }) => smm).find(({ id }) => id === "clicks")?.value ?? 0;
  const steps = setUpSteps({
    sites: sites.data.items,
    channels: channels.data.items.length,
    posts: posts.data.items,
    clicks,
  });
  return { steps, next: nextStep(steps), siteId: sites.data.items[0]?.id };
}
