import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { csvCell } from "#src/platform/csv/read-csv.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { readTopics } from "./read-settings.ts";
import { SubscriberState } from "./schema.ts";

const atOnce = 5000;
const head = "email,state,language,frequency,topics,source,page,network,asked_at,confirmed_at,left_at";

export const exportSubscribers = operation({
  id: "exportSubscribers",
  summary: "Give out a site's subscribers as CSV, 5,000 at once; it can be imported again",
  http: "GET /sites/:siteId/subscriber-export",
  access: "subscribers.manage",
  input: z.object({
    siteId: z.uuid(),
    state: SubscriberState.optional(),
    after: z.uuid().optional().describe("`next` of the part before"),
    limit: z.coerce.number().int().min(1).max(atOnce).default(atOnce),
  }),
  output: z.object({ csv: z.string(), next: z.uuid().nullable() }),
  async run({ db }, { siteId, state, after, limit }) {
    await checkSite(db, siteId);
    const names = new Map((await readTopics(db, siteId)).map(({ id, name }) => [id, name]));
    const rows = await db
      .selectFrom("subscriber")
      .selectAll()
      .where("siteId", "=", siteId)
      .$if(state !== undefined, (query) => query.where("state", "=", String(state)))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    const lines = rows
      .slice(0, limit)
      .map((row) =>
        [
          row.address,
          row.state,
          row.language,
          row.frequency,
          row.topicIds.flatMap((id) => names.get(id) ?? []).join("|"),
          row.source,
          row.pageUrl ?? "",
          row.arrivedNetwork ?? "",
          ...[row.askedAt, row.confirmedAt, row.leftAt].map((at) => at?.toISOString() ?? ""),
        ]
          .map(csvCell)
          .join(","),
      );
    const csv = `${[head, ...lines].join("\r\n")}\r\n`;
    return { csv, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
  },
});
