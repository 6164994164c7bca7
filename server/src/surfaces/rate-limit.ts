import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const windowMs = 60_000;
const maxKnown = 10_000;

interface Rate {
  readonly perMinute: number;
  /** Undefined: whoever it is, he is not counted. */
  readonly addressOf: (c: HonoContext) => string | undefined;
  readonly now: () => Date;
}

/** Calls of the API from one address. */
export const apiRate = { perMinute: 600 };

/**
 * Batches of events from one address: behind one address of a mobile carrier many people read at once, each with a
 * batch every few seconds.
 */
export const eventsRate = { perMinute: 12_000 };

/** Card images for one address: a network's robots come from few, and each page has one card. */
export const cardsRate = { perMinute: 3000 };

/** What pages ask of their talk, for one address: many readers stand behind one, and each page asks what is new. */
export const talkRate = { perMinute: 3000 };

/** Lists and greetings for one address: a page may hold several, and a carrier many readers. */
export const listsRate = { perMinute: 12_000 };

/** Searches for one address: a search asks at each pause in typing. */
export const answersRate = { perMinute: 1200 };

/** At most so many calls a minute from one address. Counted in this process. */
export function rateLimit({ perMinute, addressOf, now }: Rate): MiddlewareHandler {
  const count = countCalls(perMinute, now);
  return async (c, next) => {
    count(addressOf(c));
    await next();
  };
}

/** Counts a call from an address; throws `Problem("limit_reached")` when there are too many. */
export function countCalls(perMinute: number, now: () => Date) {
  let windowStart = 0;
  const counts = new Map<string, number>();
  return (address: string | undefined): void => {
    const at = now().getTime();
    if (at - windowStart >= windowMs || counts.size > maxKnown) {
      counts.clear();
      windowStart = at;
    }
    if (address === undefined) return;
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count <= perMinute) return;
    throw new Problem("limit_reached", say`More than ${perMinute} calls in a minute came from ${address}`, {
      hint: say`Wait, then go on more slowly`,
      retryAfterSeconds: (windowStart + windowMs - at) / 1000,
    });
  };
}
