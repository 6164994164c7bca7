import type { Attention } from "./ranking/trend.ts";
import { trendOf } from "./ranking/trend.ts";
import type { Shelf, Shelved } from "./shelf.ts";

/** Orders of a shelf that don't depend on who asks: made once for each shelf. Ids, first the best. */
export function orderOf(shelf: Shelf, kind: "popular" | "rising" | "discussed"): readonly string[] {
  const known = shelf.orders.get(kind);
  if (known) return known;
  const score = scores[kind];
  const ordered = [...shelf.pages.values()]
    .map((page) => ({ id: page.id, score: score(page) }))
    .filter((page) => page.score > -Infinity)
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? 1 : -1))
    .map(({ id }) => id);
  shelf.orders.set(kind, ordered);
  return ordered;
}

const scores: Readonly<Record<"popular" | "rising" | "discussed", (page: Shelved) => number>> = {
  popular: ({ views1h, views6h, views7d }) => views1h + 0.5 * views6h + 0.05 * views7d,
  rising: (page) => (attentionOn(page).lastHour >= leastRising ? trendOf(attentionOn(page)) : -Infinity),
  // A talk is worth half after a week without a word.
  discussed: ({ comments, comments6h, quietDays }) =>
    comments === 0 ? -Infinity : (Math.log1p(comments) + comments6h) * 0.5 ** (quietDays / 7),
};

/** One reader is no rise. */
const leastRising = 2;
/** Who comes from outside, and who passes it on, tells more of what is to come than one more reader does. */
const worth = { arrival: 2, share: 5 };

/** What the forecast sees of a page: readers, and what reaches it from the networks and by what readers passed on. */
export function attentionOn(page: Shelved): Attention {
  const [now = 0, one = 0, two = 0, three = 0] = page.hourViews;
  // The hour has only begun: the rest of the sixty minutes is taken from the hour before.
  const sixtyMinutes = now + one * (1 - page.hourPart);
  // A sum that fades by half in six hours holds about nine hours' worth; of it an hour's.
  const outside = (worth.arrival * page.arrivals6h + worth.share * page.shares6h) / 8.66;
  return {
    total: page.allViews,
    lastHour: sixtyMinutes + outside,
    hourly: (now + one + two + three * (1 - page.hourPart)) / 3,
    ageHours: page.ageHours,
    talk: page.comments,
    talkLastHour: page.comments6h / 8.66,
    isNew: page.ageHours < 1,
  };
}
