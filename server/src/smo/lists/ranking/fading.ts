/** A count that halves in a fixed time; true at the instant `at`. */
export interface Fading {
  readonly value: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** What is left of a value after a time. A clock that went back leaves it as it is. */
export function fade(value: number, ageMs: number, halfLifeMs: number): number {
  return ageMs <= 0 ? value : value * 0.5 ** (ageMs / halfLifeMs);
}

/** Fading counts by key that share one half-life, in memory. */
export class FadingCounts<Key> {
  readonly #counts = new Map<Key, Fading>();
  readonly #halfLifeMs: number;

  constructor(halfLifeMs: number) {
    this.#halfLifeMs = halfLifeMs;
  }

  add(key: Key, at: number, weight = 1): void {
    this.#counts.set(key, { value: this.get(key, at) + weight, at });
  }

  get(key: Key, at: number): number {
    const count = this.#counts.get(key);
    return count ? fade(count.value, at - count.at, this.#halfLifeMs) : 0;
  }

  /** Drops what has faded below a weight, and answers what is left. */
  above(least: number, at: number): [Key, number][] {
    const left: [Key, number][] = [];
    for (const key of this.#counts.keys()) {
      const value = this.get(key, at);
      if (value < least) this.#counts.delete(key);
      else left.push([key, value]);
    }
    return left;
  }
}
