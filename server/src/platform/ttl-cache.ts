interface Entry<Value> {
  readonly value: Value;
  readonly diesAt: number;
}

export interface TtlCacheOptions {
  readonly maxEntries: number;
  /** Default: until it is pushed out. */
  readonly ttlMs?: number;
  readonly now?: () => number;
}

/** Keeps the entries that were used last, each for its time. */
export class TtlCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #maxEntries: number;
  readonly #ttlMs: number;
  readonly #now: () => number;

  constructor(options: TtlCacheOptions) {
    this.#maxEntries = options.maxEntries;
    this.#ttlMs = options.ttlMs ?? Infinity;
    this.#now = options.now ?? Date.now;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.diesAt <= this.#now()) return undefined;
    // A map remembers in which order keys were put in: the first is the one that was not used for longest.
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value, ttlMs = this.#ttlMs): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, diesAt: this.#now() + ttlMs });
    if (this.#entries.size <= this.#maxEntries) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
