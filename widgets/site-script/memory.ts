const visitKey = "samovar";
const idleMs = 30 * 60 * 1000;

/** One tab's visit. It ends after 30 idle minutes, and with the tab. */
export interface Visit {
  /** The click or share that it arrived by. */
  readonly s: string | undefined;
  readonly beganAt: number;
  readonly seenAt: number;
}

/** The visit that goes on now, or a new one; remembered for this tab's next page. */
export function continueVisit(before: Visit | undefined, arrival?: string): Visit {
  const now = Date.now();
  const visit = before && now - before.seenAt < idleMs ? before : { s: undefined, beganAt: now };
  const next = { s: arrival || visit.s, beganAt: visit.beganAt, seenAt: now };
  attempt(() => sessionStorage.setItem(visitKey, JSON.stringify(next)));
  return next;
}

export function recallVisit(): Visit | undefined {
  return attempt(() => JSON.parse(sessionStorage.getItem(visitKey) ?? "null")) ?? undefined;
}

/** Pages may be forbidden to store anything; then everything is as on a first visit. */
export function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** A word that outlives the tab: kept only of those who agreed, or who are the site's own people. */
export function recall(key: string): string | undefined {
  return attempt(() => localStorage.getItem(key)) ?? undefined;
}

export function remember(key: string, word: string | undefined): void {
  attempt(() => (word ? localStorage.setItem(key, word) : localStorage.removeItem(key)));
}
