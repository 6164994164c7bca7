import type { Kindred, KindredFinder } from "./kindred.ts";
import { orderOf } from "./orders.ts";
import { scoreOf } from "./ranking/choice.ts";
import { nextFeatures, nextPrior } from "./ranking/next-features.ts";
import type { ListKind } from "./schema.ts";
import type { Shelf } from "./shelf.ts";

/** Who a list is made for. */
export interface Seeker {
  readonly siteId: string;
  /** The page that is open, where it is one that is listed too. */
  readonly pageId: string | undefined;
  /** What the visit has read before it, newest first; then, of who agreed to be known, what he read on other days. */
  readonly readIds: readonly string[];
  readonly historyIds: readonly string[];
  /** Where the visit came from; empty where that is not known. */
  readonly source: string;
}

interface Parts {
  readonly shelf: Shelf;
  readonly kindred: KindredFinder;
}

/** How much a reader's own subjects count, beside what everybody goes on to read. */
const likenessWeight = 3;
const activePages = 120;
const pagesBack = 3;
const historyBack = 5;

/** The site's materials for a list, first the best; whole enough to be filtered and cut. */
export async function rankList(parts: Parts, kind: ListKind, seeker: Seeker): Promise<readonly string[]> {
  const popular = orderOf(parts.shelf, "popular");
  switch (kind) {
    case "popular":
      return popular;
    case "rising":
    case "discussed":
      return filled(orderOf(parts.shelf, kind), popular);
    case "related":
      return filled(await relatedTo(parts, seeker), await nextFor(parts, { ...seeker, historyIds: [] }));
    case "next":
      return filled(await nextFor(parts, { ...seeker, historyIds: [] }), popular);
    case "for-you":
      return filled(await nextFor(parts, seeker), popular);
    case "from-source":
      return filled(await nextFromSource(parts, seeker), await nextFor(parts, { ...seeker, historyIds: [] }));
  }
}

const filled = (first: readonly string[], rest: readonly string[]) => [...new Set([...first, ...rest])];

async function relatedTo({ kindred }: Parts, { pageId }: Seeker): Promise<readonly string[]> {
  if (pageId === undefined) return [];
  const { likeness } = await kindred.ofPage(pageId);
  return [...likeness.keys()]; // the nearest first, as they were read
}

async function nextFromSource({ kindred }: Parts, { siteId, source }: Seeker): Promise<readonly string[]> {
  if (source === "") return [];
  return [...(await kindred.ofSource(siteId, source)).keys()];
}

/** By what is read now, what followed the visit's pages elsewhere, and, with a history, by its subjects. */
async function nextFor({ shelf, kindred }: Parts, seeker: Seeker): Promise<readonly string[]> {
  const { pageId, readIds, historyIds, siteId, source } = seeker;
  const visit = [...(pageId === undefined ? [] : [pageId]), ...readIds].slice(0, pagesBack);
  const known = historyIds.slice(0, historyBack);
  const [ofVisit, ofHistory, ofSource] = await Promise.all([
    Promise.all(visit.map((id) => kindred.ofPage(id))),
    Promise.all(known.map((id) => kindred.ofPage(id))),
    source === "" ? undefined : kindred.ofSource(siteId, source),
  ]);
  const near = [...ofVisit, ...ofHistory];
  const candidates = new Set(orderOf(shelf, "popular").slice(0, activePages));
  for (const { follows, likeness } of near) {
    for (const id of follows.keys()) candidates.add(id);
    for (const id of likeness.keys()) candidates.add(id);
  }
  const subjects = ofHistory.length > 0 ? near : [];
  const scored = [...candidates].flatMap((id) => {
    const page = shelf.pages.get(id);
    if (!page) return [];
    const readers = { ...page, cohort1h: ofSource?.get(id)?.nexts1h ?? 0 };
    const features = nextFeatures(readers, {
      follows: ofVisit.map((from) => followingOf(from, id)),
      allNexts1h: shelf.allNexts1h,
    });
    return [{ id, score: scoreOf(nextPrior, features) + likenessWeight * likenessTo(subjects, id) }];
  });
  return scored.toSorted((one, other) => other.score - one.score).map(({ id }) => id);
}

function followingOf({ follows, all }: Kindred, id: string) {
  return { to30m: 0, to4h: 0, to30d: 0, ...follows.get(id), ...all };
}

const likenessTo = (near: readonly Kindred[], id: string) =>
  near.reduce((most, { likeness }) => Math.max(most, likeness.get(id) ?? 0), 0);
