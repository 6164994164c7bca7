import { dayMs } from "./ranking/fading.ts";
import { explore } from "./ranking/explore.ts";
import type { ListSettings } from "./schema.ts";
import type { Shelf, Shelved } from "./shelf.ts";

interface Wish {
  readonly settings: ListSettings & { readonly key: string };
  /** Ids, first the best. */
  readonly ranked: readonly string[];
  readonly size: number;
  /** The page that is open, and what was read just now: never among the entries. */
  readonly excluded: ReadonlySet<string>;
  /** The page's language: entries in another come after all in this one. */
  readonly language: string | undefined;
  /** 0 to 1, evenly: whether and what is explored. */
  readonly random: () => number;
}

export interface Entry {
  readonly page: Shelved;
  readonly isPinned: boolean;
  /** It stands here to be judged: few have seen it yet. */
  readonly isFresh: boolean;
}

/** A material is judged once so many have had it before them. */
const judgedViews = 50;
const judgedShown = 200;
const freshDays = 30;
const mostUnjudged = 50;
/** Where the material to be judged stands: the third place, or the last of a shorter list. */
const freshPlace = 2;

/** The entries of one showing: pins, then by rank within bans, age and quotas, one place for what nobody knows yet. */
export function pickEntries(shelf: Shelf, wish: Wish): readonly Entry[] {
  const { size } = wish;
  const take = createTaker(shelf, wish);
  const pinned = takeFirst(pinnedPages(shelf, wish), size, take);
  const fresh = pinned.length < size ? drawFresh(shelf, wish) : undefined;
  const freshPage = fresh && take(fresh) ? fresh : undefined;
  const room = size - pinned.length - (freshPage ? 1 : 0);
  const ranked = takeFirst(pagesOf(shelf, inLanguage(shelf, wish)), room, take);
  const entries: Entry[] = [
    ...pinned.map((page) => ({ page, isPinned: true, isFresh: false })),
    ...ranked.map((page) => ({ page, isPinned: false, isFresh: false })),
  ];
  if (!freshPage) return entries;
  const place = Math.max(pinned.length, Math.min(freshPlace, entries.length));
  return entries.toSpliced(place, 0, { page: freshPage, isPinned: false, isFresh: true });
}

type Take = (page: Shelved) => boolean;

/** Takes a page that may stand, once, and counts it against its quotas. */
function createTaker(shelf: Shelf, wish: Wish): Take {
  const quotas = wish.settings.quotas.map((quota) => ({ ...quota, taken: 0 }));
  const taken = new Set<string>();
  return (page) => {
    if (taken.has(page.id) || !mayStand(page, shelf, wish)) return false;
    const own = quotas.filter(({ prefix }) => page.path.startsWith(prefix));
    if (own.some((quota) => quota.taken >= quota.max)) return false;
    for (const quota of own) quota.taken += 1;
    taken.add(page.id);
    return true;
  };
}

function takeFirst(pages: Iterable<Shelved>, most: number, take: Take): Shelved[] {
  const taken: Shelved[] = [];
  for (const page of pages) {
    if (taken.length >= most) break;
    if (take(page)) taken.push(page);
  }
  return taken;
}

function* pagesOf({ pages }: Shelf, ids: Iterable<string>): Iterable<Shelved> {
  for (const id of ids) {
    const page = pages.get(id);
    if (page) yield page;
  }
}

function pinnedPages(shelf: Shelf, { settings }: Wish): Iterable<Shelved> {
  const pins = settings.pins.filter(({ until }) => until === null || until.getTime() > shelf.at);
  return pagesOf(
    shelf,
    pins.map(({ path }) => shelf.idByPath.get(path) ?? ""),
  );
}

function mayStand(page: Shelved, shelf: Shelf, { settings, excluded }: Wish): boolean {
  if (excluded.has(page.id)) return false;
  if (settings.bans.some(({ pattern }) => isLike(page.path, pattern))) return false;
  if (settings.maxAgeDays === null) return true;
  return shelf.at - page.publishedAt.getTime() <= settings.maxAgeDays * dayMs;
}

const isLike = (path: string, pattern: string) =>
  pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

function inLanguage({ pages }: Shelf, { ranked, language }: Wish): readonly string[] {
  if (language === undefined || language === "") return ranked;
  const [same, other]: [string[], string[]] = [[], []];
  for (const id of ranked) (pages.get(id)?.language === language ? same : other).push(id);
  return [...same, ...other];
}

function drawFresh(shelf: Shelf, wish: Wish): Shelved | undefined {
  const { settings, language, random, ranked, size } = wish;
  if (random() * 100 >= settings.explorePercent) return undefined;
  const trials = shelf.trials.get(settings.key);
  // What stands in the list by itself needs no place of this kind.
  const first = new Set(ranked.slice(0, size));
  const unjudged = youngest(shelf).flatMap((page) => {
    if (first.has(page.id)) return [];
    const trial = trials?.get(page.id) ?? { shown: 0, taken: 0 };
    if (trial.shown >= judgedShown || !mayStand(page, shelf, wish)) return [];
    return language === undefined || page.language === language ? [{ id: page.id, ...trial }] : [];
  });
  return shelf.pages.get(explore(unjudged.slice(0, mostUnjudged), random) ?? "");
}

/** What came out lately and was seen by few, the youngest first; made once for each shelf. */
function youngest(shelf: Shelf): readonly Shelved[] {
  const known = shelf.orders.get("young");
  const ids =
    known ??
    [...shelf.pages.values()]
      .filter(
        (page) => page.allViews < judgedViews && shelf.at - page.publishedAt.getTime() < freshDays * dayMs,
      )
      .toSorted((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime())
      .slice(0, 4 * mostUnjudged)
      .map(({ id }) => id);
  shelf.orders.set("young", ids);
  return ids.flatMap((id) => shelf.pages.get(id) ?? []);
}
