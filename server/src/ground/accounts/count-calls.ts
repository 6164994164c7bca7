interface Rule {
  /** Seconds. */
  readonly window: number;
  readonly max: number;
}

const maxKnown = 10_000;

/**
 * Counts sign-in calls of this house only: the library's own counter is one for the whole process. Whoever was
 * counted first is forgotten first when too many are known.
 */
export function createCallCounter(now: () => number = Date.now) {
  const counts = new Map<string, { readonly since: number; count: number }>();
  return {
    async consume(key: string, { window, max }: Rule) {
      const known = counts.get(key);
      const isOver = !known || now() - known.since >= window * 1000;
      const counted = isOver ? { since: now(), count: 0 } : known;
      if (counted.count >= max) {
        return { allowed: false, retryAfter: Math.ceil((counted.since + window * 1000 - now()) / 1000) };
      }
      counted.count += 1;
      if (isOver) counts.delete(key); // so that the map's order is the order of time
      counts.set(key, counted);
      const oldest = counts.size > maxKnown ? counts.keys().next().value : undefined;
      if (oldest !== undefined) counts.delete(oldest);
      return { allowed: true, retryAfter: null };
    },
  };
}
