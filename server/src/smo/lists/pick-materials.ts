import { originsOf } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { createKindredFinder } from "./kindred.ts";
import { findList, noSuchList } from "./list-row.ts";
import { pathOf } from "./page-path.ts";
import { pickEntries } from "./pick-entries.ts";
import { rankList } from "./rank-list.ts";
import type { ListItem } from "./schema.ts";
import { readShelf } from "./shelf.ts";

interface Wish {
  readonly siteId: string;
  /** Key of a list, or a kind: `popular`, `rising`, `discussed`, `for-you`. */
  readonly list: string;
  readonly limit: number;
  /** Addresses that the reader has had already: never among the answer, and for `for-you` what he is known by. */
  readonly read?: readonly string[];
  /** Materials in this language come first. */
  readonly language?: "ru" | "en" | undefined;
  readonly now: Date;
}

/**
 * Materials for a letter, by the same ranking, pins, bans and quotas as on the pages; nothing is held out. Reads the
 * site's whole shelf: for many readers of one letter ask once. Throws `not_found` for a list that is none.
 */
export async function pickMaterials(db: Db, wish: Wish): Promise<ListItem[]> {
  const { siteId, now, read = [] } = wish;
  const site = await db
    .selectFrom("site")
    .select("origin")
    .where("id", "=", siteId)
    .executeTakeFirstOrThrow();
  const settings = await findList(db, siteId, wish.list);
  if (!settings) throw noSuchList(wish.list);
  const shelf = await readShelf(db, siteId, now);
  const origins = originsOf(site.origin);
  const readIds = read.flatMap((address) => shelf.idByPath.get(pathOf(address, origins) ?? "") ?? []);
  const kindred = createKindredFinder({ transact: (_, work) => work(db) }, () => now);
  const seeker = { siteId, pageId: undefined, readIds, historyIds: readIds, source: "" };
  const entries = pickEntries(shelf, {
    settings: { ...settings, explorePercent: 0 },
    ranked: await rankList({ shelf, kindred }, settings.kind, seeker),
    size: wish.limit,
    excluded: new Set(readIds),
    language: wish.language,
    random: Math.random,
  });
  return entries.map(({ page }) => ({
    url: `${site.origin}${page.path}`,
    title: page.title,
    description: page.description,
    imageUrl: page.imageUrl,
    note: null,
  }));
}
