import { z } from "zod";
import { job } from "#src/platform/jobs/job.ts";

const Arrival = z.object({
  kind: z.string(),
  network: z.string(),
  utmSource: z.string(),
  referrerHost: z.string(),
});

/**
 * Learns from the event store what brought a subscriber: by which sharer's id, from which network. A click is told by
 * what its link says of itself, else by the page that it came from.
 */
export const learnArrival = job({
  id: "subscriptions.learnArrival",
  payload: z.object({ workspaceId: z.uuid(), subscriberId: z.uuid() }),
  async run({ transact, events }, { workspaceId, subscriberId }) {
    const row = await transact(workspaceId, ({ db }) =>
      db.selectFrom("subscriber").select("arrivedBy").where("id", "=", subscriberId).executeTakeFirst(),
    );
    if (!row?.arrivedBy) return;
    const found = await events.query({
      query: `select kind, network, utm_source as utmSource, referrer_host as referrerHost from event
        where workspace_id = {workspaceId: UUID} and id = {id: String} and kind in ('click', 'share') limit 1`,
      query_params: { workspaceId, id: row.arrivedBy },
      format: "JSONEachRow",
    });
    const [arrival] = z.array(Arrival).parse(await found.json());
    if (!arrival) return;
    const network = arrival.network || arrival.utmSource || arrival.referrerHost;
    await transact(workspaceId, ({ db }) =>
      db
        .updateTable("subscriber")
        .set({
          arrivedNetwork: network === "" ? null : network,
          arrivedShare: arrival.kind === "share" ? row.arrivedBy : null,
        })
        .where("id", "=", subscriberId)
        .execute(),
    );
  },
});
