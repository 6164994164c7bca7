import { BoundedCache } from "./bounded-cache.ts";

export interface Kept<Value> {
  readonly value: Value;
  readonly bytes: number;
  /** How long it is fresh, and given after that while it is fetched anew. */
  readonly ttlMs: number;
  readonly staleMs: number;
}

interface Aged<Value> extends Kept<Value> {
  readonly keptAt: number;
}

/**
 * A cache in which everything is fetched once however many ask: those who come while it is under way wait for the
 * same answer, and those who come for an old one get it while it is fetched anew.
 */
export class FreshCache<Value> {
  readonly #kept: BoundedCache<Aged<Value>>;
  readonly #underWay = new Map<string, Promise<Value>>();
  readonly #now: () => number;

  constructor(maxBytes: number, now: () => number = Date.now) {
    this.#kept = new BoundedCache(maxBytes);
    this.#now = now;
  }

  get bytes(): number {
    return this.#kept.bytes;
  }

  async get(key: string, fetchIt: () => Promise<Kept<Value>>): Promise<Value> {
    const known = this.#kept.find(key);
    if (!known) return this.#fetch(key, fetchIt);
    const age = this.#now() - known.keptAt;
    if (age < known.ttlMs) return known.value;
    const anew = this.#fetch(key, fetchIt);
    if (age > known.ttlMs + known.staleMs) return anew;
    anew.catch(() => undefined); // the old one is given all the same, and the next who comes tries again
    return known.value;
  }

  #fetch(key: string, fetchIt: () => Promise<Kept<Value>>): Promise<Value> {
    const before = this.#underWay.get(key);
    if (before) return before;
    const fetched = fetchIt()
      .then((kept) => {
        this.#kept.keep(key, { ...kept, keptAt: this.#now() }, kept.bytes);
        return kept.value;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, fetched);
    return fetched;
  }
}
