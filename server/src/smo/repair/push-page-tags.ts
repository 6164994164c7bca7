import type { EnginePage } from "@samovar/repair";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { EngineId, PageAddress, TagChange, TagPush } from "./schema.ts";
import { callEngine, type OpenEngine, openEngine } from "./stored-engine.ts";
import { wishForPage } from "./wish-for-page.ts";

const columns = [
  "id",
  "siteId",
  "engineId",
  "pageUrl",
  "pageTitle",
  "changes",
  "pushedAt",
  "undoneAt",
] as const;

export const pushPageTags = operation({
  id: "pushPageTags",
  summary: "Write a page's tags into what the site is written with, or only show what would change",
  http: "POST /sites/:siteId/tag-pushes",
  access: "sites.manage",
  transaction: "own",
  input: z.object({
    siteId: z.uuid(),
    url: PageAddress.describe("A page of the site"),
    dryRun: z.boolean().default(false).describe("True: nothing is written"),
  }),
  output: z.object({
    pageTitle: z.string(),
    changes: z.array(TagChange),
    push: TagPush.nullable().describe("Null where nothing was written"),
  }),
  async run(ctx, { siteId, url, dryRun }) {
    const open = await openEngine(ctx, siteId);
    const wish = await wishForPage(ctx, { siteId, url });
    const page = await getPage(open, url);
    const changes = changesOf(page, open.engine.valuesFor(page, wish));
    if (dryRun || changes.length === 0) return { pageTitle: page.title, changes, push: null };
    await callEngine(() =>
      open.engine.write(
        open.access,
        page,
        Object.fromEntries(changes.map(({ field, after }) => [field, after])),
      ),
    );
    const written = await getPage(open, url);
    const kept = changes.map((change) => ({
      ...change,
      after: written.values[change.field] ?? change.after,
    }));
    const push = await keepPush(ctx, { siteId, engineId: open.engine.id, page, changes: kept });
    return { pageTitle: page.title, changes: kept, push };
  },
});

export const listTagPushes = operation({
  id: "listTagPushes",
  summary: "List what was pushed into a site's pages, newest first",
  http: "GET /sites/:siteId/tag-pushes",
  access: "read",
  input: PageRequest.extend({ siteId: z.uuid() }),
  output: pageOf(TagPush),
  async run(ctx, { siteId, limit, after }) {
    const rows = await ctx.db
      .selectFrom("siteTagPush")
      .select(columns)
      .where("siteId", "=", siteId)
      .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows.map(pushOf), limit);
  },
});

export const undoTagPush = operation({
  id: "undoTagPush",
  summary: "Put back what stood in a page before a push; what somebody changed since then stays",
  http: "DELETE /sites/:siteId/tag-pushes/:pushId",
  access: "sites.manage",
  transaction: "own",
  input: z.object({ siteId: z.uuid(), pushId: z.uuid() }),
  output: TagPush.extend({
    kept: z.array(z.string()).describe("Fields that were changed since, and left alone"),
  }),
  async run(ctx, { siteId, pushId }) {
    const push = await ctx.transact(({ db }) => getPush(db, { siteId, pushId }));
    if (push.undoneAt !== null) return { ...push, kept: [] };
    const open = await openEngine(ctx, siteId);
    const page = await getPage(open, push.pageUrl);
    const isOurs = ({ field, after, isBeforeKnown }: TagChange) =>
      !isBeforeKnown || page.values[field] === after;
    const restored = push.changes.filter(isOurs).map(({ field, before }) => [field, before]);
    if (restored.length > 0)
      await callEngine(() => open.engine.write(open.access, page, Object.fromEntries(restored)));
    const undoneAt = ctx.now();
    await ctx.transact(({ db }) =>
      db.updateTable("siteTagPush").set({ undoneAt }).where("id", "=", pushId).execute(),
    );
    return {
      ...push,
      undoneAt,
      kept: push.changes.filter((change) => !isOurs(change)).map(({ field }) => field),
    };
  },
});

async function getPage({ engine, access }: OpenEngine, url: string): Promise<EnginePage> {
  const page = await callEngine(() => engine.findPage(access, url));
  if (page) return page;
  throw new Problem("not_found", say`${engine.name} has no post or page at ${url}`, {
    hint: say`The front page and lists of posts have no tags of their own there: paste them into the theme`,
  });
}

function changesOf(page: EnginePage, values: Readonly<Record<string, string>>): TagChange[] {
  return Object.entries(values).flatMap(([field, after]) => {
    const before = page.values[field];
    return (before ?? "") === after
      ? []
      : [{ field, before: before ?? null, after, isBeforeKnown: before !== undefined }];
  });
}

interface Pushed {
  readonly siteId: string;
  readonly engineId: string;
  readonly page: EnginePage;
  readonly changes: readonly TagChange[];
}

async function keepPush(ctx: Context, { siteId, engineId, page, changes }: Pushed) {
  const row = await ctx.transact(({ db }) =>
    db
      .insertInto("siteTagPush")
      .values({
        id: uuidv7(),
        siteId,
        engineId,
        pageUrl: page.url,
        pageTitle: page.title,
        changes: JSON.stringify(changes),
        pushedAt: ctx.now(),
      })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  );
  return pushOf(row);
}

async function getPush(
  db: Context["db"],
  { siteId, pushId }: { readonly siteId: string; readonly pushId: string },
) {
  const row = await db
    .selectFrom("siteTagPush")
    .select(columns)
    .where("id", "=", pushId)
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  if (row) return pushOf(row);
  throw new Problem("not_found", say`There is no push ${pushId} here`, {
    hint: say`See listTagPushes`,
  });
}

interface PushRow {
  readonly id: string;
  readonly siteId: string;
  readonly engineId: string;
  readonly pageUrl: string;
  readonly pageTitle: string;
  readonly changes: unknown;
  readonly pushedAt: Date;
  readonly undoneAt: Date | null;
}

const pushOf = (row: PushRow) => ({
  ...row,
  engineId: EngineId.parse(row.engineId),
  changes: z.array(TagChange).parse(row.changes),
});
