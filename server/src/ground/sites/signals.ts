import { z } from "zod";
import { signal } from "#src/platform/operation/signal.ts";

/** Pages of a site became known that were not known before, from visits or from its sitemap. */
export const pagesLearned = signal(
  "sites.pagesLearned",
  z.object({ workspaceId: z.uuid(), siteId: z.uuid() }),
);
