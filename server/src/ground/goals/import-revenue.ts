import { createHash } from "node:crypto";
import { z } from "zod";
import {
  encodeRows,
  eventRow,
  type EventRow,
  eventSchemas,
  hashKnownVisitor,
  insertEvents,
  mintEventId,
} from "#src/ground/events/index.ts";
import { readSite } from "#src/ground/sites/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Currency } from "./currency.ts";
import { readRevenue, type RevenueRow } from "./read-revenue.ts";

const Input = z.object({
  siteId: z.uuid(),
  csv: z
    .string()
    .max(900_000, "is longer than 900,000 characters: send it in parts")
    .meta({ secret: true })
    .describe(
      "A table with columns `order_id`, `at` (UTC where it names no zone), `value` (below zero: a refund), and where you have them `currency`, `s` (the click or share it came by), `visitor` (a lasting id)",
    ),
  currency: Currency.optional().describe("Of rows that name none"),
  goal: eventSchemas.goal[1].shape.name.default("order").describe("The goal that was reached"),
});

const Output = z.object({
  rows: z.int(),
  added: z.int(),
  known: z.int().describe("Payments and refunds that were told before: each counts once"),
  repeated: z.int().describe("The same payment or refund again in this table"),
  faulty: z
    .array(z.object({ line: z.int(), value: z.string(), reason: z.string() }))
    .describe("The first 200 rows that can't be taken, and why"),
  faultyCount: z.int(),
});

export const checkRevenueImport = operation({
  id: "checkRevenueImport",
  summary: "Try an import of revenue without keeping anything: what would come, and each row that can't",
  http: "POST /sites/:siteId/revenue-import-checks",
  access: "reports.write",
  changes: "nothing",
  transaction: "own", // the event store is asked
  input: Input,
  output: Output,
  run: async (ctx, input) => (await sortRows(ctx, input)).answer,
});

export const importRevenue = operation({
  id: "importRevenue",
  summary: "Take over payments and refunds from a table; each order counts once, and faulty rows are named",
  http: "POST /sites/:siteId/revenue-imports",
  access: "reports.write",
  transaction: "own",
  input: Input,
  output: Output,
  async run(ctx, input) {
    const { answer, fresh } = await sortRows(ctx, input);
    const insert = insertEvents(ctx.events);
    // The store writes a part for each month; it refuses more than a hundred at once.
    for (const rows of Map.groupBy(fresh, ({ at }) => at.slice(0, 4)).values()) {
      const bytes = Buffer.from(encodeRows(rows));
      await insert(bytes, createHash("sha256").update(bytes).digest("hex"));
    }
    return answer;
  },
});

type Asked = z.output<typeof Input>;

async function sortRows(ctx: Context, input: Asked) {
  const site = await ctx.transact(({ db }) => readSite({ db, publicUrl: ctx.publicUrl }, input.siteId));
  const now = ctx.now();
  const read = readRevenue(input.csv, { currency: input.currency, now });
  const events = read.rows.map((row) =>
    goalOf(row, {
      siteId: site.id,
      workspaceId: ctx.workspace.id,
      origin: site.origin,
      name: input.goal,
      now,
    }),
  );
  const here = await findKnown(ctx, input.siteId, events);
  const fresh = events.filter(({ id }) => !here.has(id));
  const answer = {
    rows: read.count,
    added: fresh.length,
    known: events.length - fresh.length,
    repeated: read.repeated,
    faulty: read.faulty.slice(0, 200),
    faultyCount: read.faulty.length,
  };
  return { answer, fresh };
}

interface Place {
  readonly siteId: string;
  readonly workspaceId: string;
  readonly origin: string;
  readonly name: string;
  readonly now: Date;
}

function goalOf(row: RevenueRow, { siteId, workspaceId, origin, name, now }: Place): EventRow {
  const { orderId, value, currency, s, visitor } = row;
  return eventRow(
    {
      kind: "goal",
      id: mintEventId(row.at),
      v: 1,
      age: now.getTime() - row.at.getTime(),
      url: `${origin}/`,
      name,
      value,
      currency,
      orderId,
      s,
    },
    {
      workspace_id: workspaceId,
      site_id: siteId,
      reason: "human",
      trusted: 1,
      ...(visitor !== undefined && { visitor: hashKnownVisitor(siteId, visitor), consented: 1 }),
    },
    { at: now },
  );
}

const Known = z.array(z.object({ id: z.string() }));
const atOnce = 1000;

async function findKnown(
  { events, workspace }: Pick<Context, "events" | "workspace">,
  siteId: string,
  rows: readonly EventRow[],
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const found = await events.query({
      query: `select distinct id from event
        where workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and id in {ids: Array(String)} and kind = 'goal'`,
      query_params: {
        workspaceId: workspace.id,
        siteId,
        ids: rows.slice(from, from + atOnce).map(({ id }) => id),
      },
      format: "JSONEachRow",
    });
    for (const { id } of Known.parse(await found.json())) known.add(id);
  }
  return known;
}
