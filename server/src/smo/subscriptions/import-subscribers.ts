import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { findSuppressed, keyOfAddress } from "#src/ground/mail/index.ts";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Frequency, Language } from "./letters-schema.ts";
import { noteConsent } from "./note-consent.ts";
import { readImport } from "./read-import.ts";
import { readSettings, readTopics } from "./read-settings.ts";

const Input = z.object({
  siteId: z.uuid(),
  csv: z
    .string()
    .max(900_000, "is longer than 900,000 characters: send it in parts")
    .meta({ secret: true })
    .describe(
      "A table with a column `email`, and where you have them `language`, `frequency`, `topics`, `confirmed_at`",
    ),
  statement: z
    .string()
    .trim()
    .min(20, "say in at least 20 characters where and when these people agreed to get letters")
    .max(2000)
    .describe("Where and when these people agreed; kept with each of them"),
  language: Language.default("en").describe("Of rows that name none"),
  frequency: Frequency.optional(),
});

const Fault = z.object({ line: z.int(), value: z.string(), reason: z.string() });

const Output = z.object({
  rows: z.int(),
  added: z.int(),
  known: z.int().describe("Subscribed already, or left before: nobody is subscribed against his word"),
  suppressed: z.int().describe("Their addresses get no letters any more"),
  repeated: z.int().describe("The same address again in this table"),
  faulty: z.array(Fault).describe("The first 200 rows that can't be taken, and why"),
  faultyCount: z.int(),
});

export const checkSubscriberImport = operation({
  id: "checkSubscriberImport",
  summary:
    "Try an import of subscribers without keeping anything: how many would come, and each row that can't",
  http: "POST /sites/:siteId/subscriber-import-checks",
  access: "subscribers.manage",
  changes: "nothing",
  input: Input,
  output: Output,
  run: async (ctx, input) => (await sortRows(ctx, input)).answer,
});

export const importSubscribers = operation({
  id: "importSubscribers",
  summary:
    "Take over people who agreed to get letters elsewhere, with the statement that says so; faulty rows are left out and named",
  http: "POST /sites/:siteId/subscriber-imports",
  access: "subscribers.manage",
  input: Input,
  output: Output,
  async run(ctx, input) {
    const { answer, fresh } = await sortRows(ctx, input);
    for (let from = 0; from < fresh.length; from += atOnce)
      await addRows(ctx, input, fresh.slice(from, from + atOnce));
    return answer;
  },
});

const atOnce = 1000;

type Asked = z.output<typeof Input>;
type Row = ReturnType<typeof readImport>["rows"][number];

async function sortRows(ctx: Context, input: Asked) {
  const { db, vault, workspace } = ctx;
  const { siteId } = input;
  await checkSite(db, siteId);
  const [settings, topics] = [await readSettings(db, siteId), await readTopics(db, siteId)];
  const read = readImport(input.csv, { ...input, frequencies: settings.frequencies, topics });
  const keys = read.rows.map(({ address }) => keyOfAddress(address));
  const here = await findKnown(db, siteId, keys);
  const unknown = read.rows.filter(({ address }) => !here.has(keyOfAddress(address)));
  const silenced = await findSuppressed(db, vault, {
    workspaceId: workspace.id,
    addresses: unknown.map(({ address }) => address),
  });
  const fresh = unknown.filter(({ address }) => !silenced.has(address));
  const answer = {
    rows: read.count,
    added: fresh.length,
    known: read.rows.length - unknown.length,
    suppressed: unknown.length - fresh.length,
    repeated: read.repeated,
    faulty: read.faulty.slice(0, 200),
    faultyCount: read.faulty.length,
  };
  return { answer, fresh };
}

async function findKnown(db: Context["db"], siteId: string, keys: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let from = 0; from < keys.length; from += atOnce) {
    const rows = await db
      .selectFrom("subscriber")
      .select("addressKey")
      .where("siteId", "=", siteId)
      .where("addressKey", "in", keys.slice(from, from + atOnce))
      .execute();
    for (const { addressKey } of rows) known.add(addressKey);
  }
  return known;
}

async function addRows(ctx: Context, { siteId, statement }: Asked, rows: readonly Row[]): Promise<void> {
  const now = ctx.now();
  const added = await ctx.db
    .insertInto("subscriber")
    .values(
      rows.map(({ address, language, frequency, topicIds, confirmedAt }) => ({
        id: uuidv7(),
        workspaceId: ctx.workspace.id,
        siteId,
        address,
        addressKey: keyOfAddress(address),
        language,
        frequency,
        topicIds: [...topicIds],
        state: "confirmed",
        source: "import",
        createdAt: now,
        askedAt: confirmedAt ?? now,
        confirmedAt: confirmedAt ?? now,
      })),
    )
    .onConflict((known) => known.columns(["siteId", "addressKey"]).doNothing())
    .returning(["id", "language", "frequency", "topicIds"])
    .execute();
  const byName = ctx.actor.kind === "anonymous" ? "" : ctx.actor.name;
  await noteConsent(
    ctx.db,
    added.map(({ id, language, frequency, topicIds }) => ({
      workspaceId: ctx.workspace.id,
      subscriberId: id,
      deed: "imported" as const,
      at: now,
      words: statement,
      byName,
      wishes: { topics: topicIds, frequency: Frequency.parse(frequency), language: Language.parse(language) },
    })),
  );
}
