import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { EntryEffect, EntryKind, ModerationEntry } from "./schema.ts";
import { readText } from "./scorer/index.ts";

const mostEntries = 5000;
const columns = ["id", "siteId", "kind", "effect", "pattern", "note", "createdAt", "createdBy"] as const;

export const listModerationEntries = operation({
  id: "listModerationEntries",
  summary: "List what a site lets pass, holds and stops by the owner's word, and who is banned; newest first",
  http: "GET /sites/:siteId/moderation/entries",
  access: "read",
  input: PageRequest.extend({
    siteId: z.uuid(),
    kind: EntryKind.optional(),
    search: z.string().trim().max(100, "is longer than 100 characters").optional(),
  }),
  output: pageOf(ModerationEntry),
  async run(ctx, { siteId, limit, after, kind, search }) {
    await checkSite(ctx.db, siteId);
    const rows = await ctx.db
      .selectFrom("moderationEntry")
      .select(columns)
      .where("siteId", "=", siteId)
      .$if(kind !== undefined, (query) => query.where("kind", "=", String(kind)))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .$if(Boolean(search), (query) =>
        query.where(
          "pattern",
          "like",
          `%${String(search)
            .toLowerCase()
            .replaceAll(/[%_\\]/g, String.raw`\$&`)}%`,
        ),
      )
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => entryOf(row)),
      limit,
    );
  },
});

export const addModerationEntry = operation({
  id: "addModerationEntry",
  summary: "Let pass, hold or stop a word, a host, an address, an e-mail or an author",
  http: "POST /sites/:siteId/moderation/entries",
  access: "comments.moderate",
  input: z.object({
    siteId: z.uuid(),
    kind: EntryKind,
    effect: EntryEffect.describe("shadow: refused, and its author believes that it was published"),
    pattern: z
      .string()
      .trim()
      .min(1, "is empty")
      .max(200, "is longer than 200 characters")
      .describe("A star at the end of a word stands for any ending; @example.org for a domain's addresses"),
    note: z.string().trim().max(300, "is longer than 300 characters").default(""),
  }),
  output: ModerationEntry,
  async run(ctx, { siteId, kind, effect, pattern, note }) {
    await checkSite(ctx.db, siteId);
    await refuseTooMany(ctx.db, siteId);
    const name = ctx.actor.kind === "anonymous" ? null : ctx.actor.name;
    const entry = { siteId, kind, effect, pattern: normalize(kind, pattern), note: note || null };
    return keepEntry(ctx.db, { ...entry, createdAt: ctx.now(), createdBy: name });
  },
});

export const deleteModerationEntry = operation({
  id: "deleteModerationEntry",
  summary: "Take an entry out of a site's lists, or lift a ban",
  http: "DELETE /moderation-entries/:id",
  access: "comments.moderate",
  input: z.object({ id: z.uuid() }),
  output: ModerationEntry,
  async run(ctx, { id }) {
    const gone = await ctx.db
      .deleteFrom("moderationEntry")
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirst();
    if (gone) return entryOf(gone);
    throw new Problem("not_found", say`There is no entry ${id} in the lists here`, {
      hint: say`See listModerationEntries`,
    });
  },
});

interface NewEntry {
  readonly siteId: string;
  readonly kind: EntryKind;
  readonly effect: EntryEffect;
  readonly pattern: string;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

/** Keeps an entry; one for the same pattern is replaced. */
export async function keepEntry(db: Db, entry: NewEntry) {
  const row = await db
    .insertInto("moderationEntry")
    .values({ id: uuidv7(), ...entry })
    .onConflict((known) =>
      known
        .columns(["siteId", "kind", "pattern"])
        .doUpdateSet({ effect: entry.effect, note: entry.note, createdAt: entry.createdAt }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
  return entryOf(row);
}

interface EntryRow {
  readonly id: string;
  readonly siteId: string;
  readonly kind: string;
  readonly effect: string;
  readonly pattern: string;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

const entryOf = (row: EntryRow) => ({
  ...row,
  kind: EntryKind.parse(row.kind),
  effect: EntryEffect.parse(row.effect),
});

/** As the phases compare it. Throws `invalid` for what could never be met. */
function normalize(kind: EntryKind, pattern: string): string {
  if (kind === "word") return normalizeWords(pattern);
  const small = pattern.toLowerCase();
  if (kind === "host") {
    const host = small
      .replace(/^[a-z]+:\/\//, "")
      .match(/^[^/?#:\s]+/)?.[0]
      .replace(/^(?:\*\.|www\.)/, "");
    if (host?.includes(".")) return host;
    throw useless(pattern, "spam.example");
  }
  if (kind === "email" && !/^[^\s@]*@[^\s@]+\.[^\s@]+$/.test(small)) throw useless(pattern, "@spam.example");
  if (kind === "author" && !z.uuid().safeParse(small).success) throw useless(pattern, "0192f0c1-…");
  return small;
}

function normalizeWords(pattern: string): string {
  const words = readText(pattern.replace(/\*$/, "")).words.join(" ");
  if (words !== "") return pattern.endsWith("*") ? `${words}*` : words;
  throw useless(pattern, "viagra*");
}

const useless = (pattern: string, sample: string) =>
  new Problem("invalid", say`pattern: nothing could ever match "${pattern}"`, {
    hint: say`Write it as in ${sample}`,
  });

async function refuseTooMany(db: Db, siteId: string): Promise<void> {
  const { count } = await db
    .selectFrom("moderationEntry")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("siteId", "=", siteId)
    .executeTakeFirstOrThrow();
  if (Number(count) < mostEntries) return;
  throw new Problem("limit_reached", say`The site's lists have ${mostEntries} entries already`, {
    hint: say`Delete some that are no longer met: the scorer learns words by itself`,
  });
}
