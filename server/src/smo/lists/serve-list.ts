import type { VisitedSite } from "#src/ground/sites/index.ts";
import { type Database, wholeHouse } from "#src/platform/database/database.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import { isHeldOut } from "./hold-out.ts";
import { createKindredFinder, type KindredFinder } from "./kindred.ts";
import { findList, type NamedSettings, noSuchList } from "./list-row.ts";
import { noteOf } from "./note.ts";
import { pathOf } from "./page-path.ts";
import { type Entry, pickEntries } from "./pick-entries.ts";
import { rankList, type Seeker } from "./rank-list.ts";
import type { ListAnswer, ListAsked, ListItem } from "./schema.ts";
import { createShelves, type Shelf, type Shelves } from "./shelf.ts";

interface Deps {
  readonly database: Pick<Database, "transact">;
  readonly now: () => Date;
  readonly random?: () => number;
}

type Site = Pick<VisitedSite, "id" | "workspaceId" | "key" | "origins">;

export interface Request {
  readonly site: Site;
  readonly list: string;
  readonly asked: Omit<ListAsked, "visit">;
  /** The events' hash; undefined where nobody is to be measured. */
  readonly visitor: string | undefined;
  readonly hasConsented: boolean;
  readonly language: "en" | "ru";
}

export interface ListServer {
  readonly serve: (request: Request) => Promise<ListAnswer>;
}

const settingsTtlMs = 5000;

/** Answers lists from memory: what changes is read again behind the answers, at most every few seconds. */
export function createListServer({ database, now, random = Math.random }: Deps): ListServer {
  const shelves = createShelves(database, now);
  const kindred = createKindredFinder(database, now);
  const known = new TtlCache<Promise<NamedSettings | undefined>>({ maxEntries: 5000, ttlMs: settingsTtlMs });
  const settingsOf = (site: Site, key: string) => {
    const name = `${site.id} ${key}`;
    const before = known.get(name);
    if (before) return before;
    const asked = database.transact(site.workspaceId, (db) => findList(db, site.id, key));
    known.set(name, asked);
    asked.catch(() => known.delete(name));
    return asked;
  };
  return {
    async serve(request) {
      const settings = await settingsOf(request.site, request.list);
      if (!settings) throw noSuchList(request.list);
      return makeAnswer({ database, shelves, kindred, random }, request, settings);
    },
  };
}

interface Parts extends Required<Pick<Deps, "database" | "random">> {
  readonly shelves: Shelves;
  readonly kindred: KindredFinder;
}

async function makeAnswer(parts: Parts, request: Request, settings: NamedSettings): Promise<ListAnswer> {
  const { site, asked, visitor, list } = request;
  const isHeld = visitor !== undefined && isHeldOut(visitor, `${site.key} ${list}`, settings.holdOutPercent);
  const props = {
    list,
    kind: settings.kind,
    place: asked.place,
    arm: visitor === undefined ? ("unmeasured" as const) : isHeld ? ("held" as const) : ("shown" as const),
  };
  if (!settings.isOn || (isHeld && settings.holdOutSees === "nothing")) {
    return { title: settings.title, items: [], props };
  }
  // The plain list is the same without what makes this one: neither its kind, nor the editor, nor new materials.
  const plain: NamedSettings = { ...settings, kind: "popular", pins: [], quotas: [], explorePercent: 0 };
  const entries = await entriesOf(parts, request, isHeld ? plain : settings);
  const freshPosition = entries.findIndex(({ isFresh }) => isFresh);
  const fresh = entries[freshPosition];
  return {
    title: settings.title,
    items: entries.map((entry) => itemOf(entry, request, settings)),
    props: fresh ? { ...props, fresh: fresh.page.path.slice(0, 300), freshPosition } : props,
  };
}

async function entriesOf(parts: Parts, request: Request, settings: NamedSettings): Promise<readonly Entry[]> {
  const { site, asked } = request;
  const shelf = await parts.shelves.of(site.id, site.workspaceId);
  const idOf = (address: string) => shelf.idByPath.get(pathOf(address, site.origins) ?? "");
  const pageId = idOf(asked.page);
  const readIds = asked.read.flatMap((address) => idOf(address) ?? []).toReversed();
  const seeker = { siteId: site.id, pageId, readIds, ...(await knownOf(parts.database, request, settings)) };
  return pickEntries(shelf, {
    settings,
    ranked: await rankList({ shelf, kindred: parts.kindred }, settings.kind, seeker),
    size: Math.min(asked.limit ?? settings.size, 20),
    excluded: new Set([...(pageId === undefined ? [] : [pageId]), ...readIds]),
    language: languageOf(shelf, pageId),
    random: parts.random,
  });
}

const languageOf = (shelf: Shelf, pageId: string | undefined) =>
  pageId === undefined ? undefined : shelf.pages.get(pageId)?.language;

const historyKept = 20;

/** What is known of the visitor beyond what his browser says; only for the lists that are made of it. */
async function knownOf(
  database: Deps["database"],
  { site, visitor, hasConsented }: Request,
  { kind }: NamedSettings,
): Promise<Pick<Seeker, "source" | "historyIds">> {
  const unknown = { source: "", historyIds: [] };
  if (visitor === undefined || (kind !== "for-you" && kind !== "from-source")) return unknown;
  return database.transact(wholeHouse, async (db) => {
    const visit = await db
      .selectFrom("listVisit")
      .select("source")
      .where("siteId", "=", site.id)
      .where("visitor", "=", visitor)
      .executeTakeFirst();
    const history = hasConsented
      ? await db
          .selectFrom("listHistory")
          .select("pageId")
          .where("siteId", "=", site.id)
          .where("visitor", "=", visitor)
          .orderBy("readAt", "desc")
          .limit(historyKept)
          .execute()
      : [];
    return { source: visit?.source ?? "", historyIds: history.map(({ pageId }) => pageId) };
  });
}

function itemOf({ page, isFresh }: Entry, { site, language }: Request, { kind }: NamedSettings): ListItem {
  return {
    url: `${site.origins[0] ?? ""}${page.path}`,
    title: page.title,
    description: page.description,
    imageUrl: page.imageUrl,
    note: noteOf({ kind, isFresh, comments: page.comments }, language),
  };
}
