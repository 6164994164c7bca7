import type { Client, OutputOf } from "@samovar/client";
import type { SampleSite } from "../site/serve-site.ts";
import { magazine } from "../site/articles.ts";
import { until } from "../until.ts";

export type RegisteredSite = OutputOf<"createSite">;

/** Registers the magazine, puts what Samovar asks for into its pages, has the proof looked at, reads the sitemap. */
export async function registerSite(
  client: Client,
  site: SampleSite,
  signal: AbortSignal,
): Promise<RegisteredSite> {
  const made = await client.ask("createSite", { name: magazine.name, origin: site.origin });
  const samovarUrl = new URL(/src="([^"]+)"/.exec(made.embedLine)?.[1] ?? "").origin;
  site.embed({ embedLine: made.embedLine, proofMeta: made.proofs.meta, samovarUrl }, made.proofs);
  const proved = await client.ask("proveSite", { id: made.id, method: "file" });
  await client.ask("readSitemap", { siteId: made.id });
  await until(
    async () => (await client.ask("getSitemapReading", { siteId: made.id }))?.endedAt ?? undefined,
    { seconds: 10, signal },
  );
  return proved;
}
