import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { PageRequest } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { visitorErased } from "./signals.ts";
import { hashKnownVisitor } from "./visitor.ts";

const Asked = z.object({
  siteId: z.uuid(),
  visitor: z
    .string()
    .min(16)
    .max(64)
    .describe("The lasting id that the visitor agreed to: `samovar.visit().visitor` in his browser"),
});

const VisitorEvent = z
  .object({
    id: z.string(),
    kind: z.string(),
    at: z.string().describe("UTC"),
    page: z.string(),
    title: z.string(),
    source: z.string(),
    name: z.string(),
    value: z.number(),
    currency: z.string(),
    country: z.string(),
    device: z.string(),
    browser: z.string(),
    language: z.string(),
  })
  .meta({ id: "VisitorEvent" });

/** Who did not agree to a lasting id cannot be found again, by us or by anybody. */
export const exportVisitor = operation({
  id: "exportVisitor",
  summary: "Show all that is kept of a visitor who agreed to a lasting id, oldest first",
  http: "POST /visitor-exports",
  changes: "nothing",
  access: "subscribers.manage",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: Asked.extend({
    limit: PageRequest.shape.limit,
    after: z.string().max(120).optional().describe("`next` of the page before"),
  }),
  output: z.object({ items: z.array(VisitorEvent), next: z.string().nullable() }),
  async run(ctx, { siteId, visitor, limit, after = "" }) {
    await ctx.transact(({ db }) => refuseForeignSite(db, siteId));
    const found = await eventsOf(ctx.events, { ...keyOf(ctx, { siteId, visitor }), after, limit: limit + 1 });
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
});

export const eraseVisitor = operation({
  id: "eraseVisitor",
  summary: "Erase all that is kept of a visitor who agreed to a lasting id; nothing brings it back",
  http: "POST /visitor-erasures",
  access: "subscribers.manage",
  transaction: "own",
  input: Asked,
  output: z.object({ erasedEvents: z.int() }),
  async run(ctx, asked) {
    await ctx.transact(({ db }) => refuseForeignSite(db, asked.siteId));
    const key = keyOf(ctx, asked);
    const erasedEvents = await countOf(ctx.events, key);
    await ctx.events.command({
      query: `alter table event delete where ${ofVisitor}`,
      query_params: key,
      clickhouse_settings: { mutations_sync: "1" },
    });
    await ctx.transact(({ announce }) =>
      announce(visitorErased, { workspaceId: ctx.workspace.id, siteId: asked.siteId, visitor: key.visitor }),
    );
    return { erasedEvents };
  },
});

async function refuseForeignSite(db: Db, siteId: string): Promise<void> {
  const site = await db.selectFrom("site").select("id").where("id", "=", siteId).executeTakeFirst();
  if (site) return;
  throw new Problem("not_found", say`There is no site ${siteId} here`, {
    hint: say`See listSites for yours`,
  });
}

interface VisitorKey extends Record<string, unknown> {
  readonly workspaceId: string;
  readonly siteId: string;
  /** As in the event table. */
  readonly visitor: string;
}

function keyOf(ctx: Pick<Context, "workspace">, { siteId, visitor }: z.output<typeof Asked>): VisitorKey {
  return { workspaceId: ctx.workspace.id, siteId, visitor: hashKnownVisitor(siteId, visitor) };
}

const ofVisitor =
  "workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and visitor = {visitor: UInt64} and consented = 1";

async function eventsOf(
  events: ClickHouseClient,
  key: VisitorKey & { readonly after: string; readonly limit: number },
) {
  const result = await events.query({
    query: `select id, kind, toString(at) as at, concat(page_host, page_path) as page, title, source, name,
        toFloat64(value) as value, currency, country, device, browser, language
      from event final where ${ofVisitor} and id > {after: String} order by id limit {limit: UInt32}`,
    query_params: key,
    format: "JSONEachRow",
  });
  return z.array(VisitorEvent).parse(await result.json());
}

async function countOf(events: ClickHouseClient, key: VisitorKey): Promise<number> {
  const result = await events.query({
    query: `select count() as n from event final where ${ofVisitor}`,
    query_params: key,
    format: "JSONEachRow",
  });
  const [row] = z.array(z.object({ n: z.number() })).parse(await result.json());
  if (!row) throw new Error("A question for a count answered no row");
  return row.n;
}
