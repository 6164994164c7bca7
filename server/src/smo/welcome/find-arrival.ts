import type { ClickHouseClient } from "@clickhouse/client";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/** How a visit came to the site. */
export interface Arrival {
  readonly by: "link" | "share";
  /** Names that it may go by: of the network that the reader passed it on to, or of the source that told itself. */
  readonly sources: readonly string[];
  readonly campaign: string;
}

interface Asked {
  readonly workspaceId: string;
  readonly siteId: string;
  /** The click's or the share's id. */
  readonly s: string;
}

const Row = z.object({
  kind: z.enum(["click", "share"]),
  source: z.string(),
  network: z.string(),
  utmSource: z.string(),
  campaign: z.string(),
});

/** A click reaches the event store about a second after it, and its visitor sooner. */
const flushMs = 1500;

/** The click or share that a visit came by; undefined for an id that is none of the site's. */
export async function findArrival(events: ClickHouseClient, asked: Asked): Promise<Arrival | undefined> {
  const row = (await read(events, asked)) ?? (await sleep(flushMs).then(() => read(events, asked)));
  if (!row) return undefined;
  return {
    by: row.kind === "click" ? "link" : "share",
    sources: [row.source, row.network, row.utmSource].filter((name) => name !== ""),
    campaign: row.campaign,
  };
}

async function read(events: ClickHouseClient, asked: Asked): Promise<z.output<typeof Row> | undefined> {
  const result = await events.query({
    query: `select kind, source, network, utm_source as utmSource, utm_campaign as campaign from event final
      where workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and id = {s: String}
        and kind in ('click', 'share') limit 1`,
    query_params: { ...asked },
    format: "JSONEachRow",
  });
  return z.array(Row).parse(await result.json())[0];
}
