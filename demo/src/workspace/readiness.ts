import type { Client } from "@samovar/client";
import type { SampleSite } from "../site/serve-site.ts";
import type { RegisteredSite } from "./site.ts";

/**
 * Has the site audited, chooses how its card images look, and has one made for the page that has no picture. The audit
 * goes on by itself: nobody waits for it.
 */
export async function prepareForNetworks(
  client: Client,
  site: SampleSite,
  { id: siteId }: RegisteredSite,
): Promise<void> {
  await client.ask("startSiteAudit", { siteId });
  const { look } = await client.ask("getCardTemplate", { siteId });
  await client.ask("changeCardTemplate", {
    siteId,
    look: {
      ...look,
      colours: { background: "#3b1f12", accent: "#f0a36b", text: "#fff4e4" },
      titleWeight: 800,
    },
  });
  await client.ask("makePageCard", { siteId, pageUrl: site.addressOf("tea-talk-rules") });
}
