import { z } from "zod";
import { originsOf } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { createKindredFinder } from "./kindred.ts";
import { defaults, findList } from "./list-row.ts";
import { pathOf } from "./page-path.ts";
import { pickEntries } from "./pick-entries.ts";
import { rankList } from "./rank-list.ts";
import { ListKey, ListSettings } from "./schema.ts";
import { readShelf } from "./shelf.ts";

const Entry = z.object({
  path: z.string(),
  title: z.string(),
  imageUrl: z.string().nullable(),
  isPinned: z.boolean(),
  isFresh: z.boolean().describe("It stands here to be judged: few have seen it yet"),
  views7d: z.number().describe("Readers of late, fading by half in a week"),
  comments: z.int(),
});

export const previewList = operation({
  id: "previewList",
  summary: "Show what a list would hold on a page, with settings that need not be kept",
  http: "POST /sites/:siteId/list-preview",
  access: "read",
  changes: "nothing",
  input: z.object({
    siteId: z.uuid(),
    key: ListKey.describe("The list, as it is kept; a kind's for one that is not"),
    settings: ListSettings.partial().default({}).describe("What is to be other than kept"),
    pageUrl: z.url().max(4096).optional().describe("The page that it would stand on"),
    source: z.string().max(200).default("").describe("Where the visit comes from, as reports name it"),
  }),
  output: z.object({
    entries: z.array(Entry),
    pages: z.int().describe("How many pages of the site may be listed"),
    isPageKnown: z
      .boolean()
      .describe("Whether the page has been read; otherwise what is near to it is not known"),
  }),
  async run({ db, now }, { siteId, key, settings, pageUrl, source }) {
    const origins = await originsOfSite(db, siteId);
    const kept = (await findList(db, siteId, key)) ?? { ...defaults, key, kind: "popular" as const };
    const wished = ListSettings.parse({
      ...ListSettings.encode(kept),
      ...ListSettings.partial().encode(settings),
    });
    const shelf = await readShelf(db, siteId, now());
    const pageId = shelf.idByPath.get(pathOf(pageUrl ?? "", origins) ?? "");
    const kindred = createKindredFinder({ transact: (_, work) => work(db) }, now);
    const seeker = { siteId, pageId, readIds: [], historyIds: [], source };
    const picked = pickEntries(shelf, {
      settings: { ...wished, key },
      ranked: await rankList({ shelf, kindred }, wished.kind, seeker),
      size: wished.size,
      excluded: new Set(pageId === undefined ? [] : [pageId]),
      language: pageId === undefined ? undefined : shelf.pages.get(pageId)?.language,
      random: Math.random,
    });
    return {
      entries: picked.map(({ page, isPinned, isFresh }) => ({ ...page, isPinned, isFresh })),
      pages: shelf.pages.size,
      isPageKnown: pageId !== undefined,
    };
  },
});

async function originsOfSite(db: Db, siteId: string): Promise<readonly string[]> {
  const site = await db.selectFrom("site").select("origin").where("id", "=", siteId).executeTakeFirst();
  if (site) return originsOf(site.origin);
  throw new Problem("not_found", say`There is no site ${siteId} here`, {
    hint: say`See listSites for yours`,
  });
}
