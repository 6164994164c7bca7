/** A map that holds so many bytes at most: what was asked for longest ago goes first. */
export class BoundedCache<Value> {
  readonly #values = new Map<string, { readonly value: Value; readonly bytes: number }>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  find(key: string): Value | undefined {
    const found = this.#values.get(key);
    if (!found) return undefined;
    this.#values.delete(key);
    this.#values.set(key, found);
    return found.value;
  }

  /** `bytes` is the value's size without its key. */
  keep(key: string, value: Value, bytes: number): void {
    this.forget(key);
    const size = bytes + 2 * key.length + entryBytes;
    if (size > this.#maxBytes) return;
    this.#values.set(key, { value, bytes: size });
    this.#bytes += size;
    for (const oldest of this.#values.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.forget(oldest);
    }
  }

  forget(key: string): void {
    this.#bytes -= this.#values.get(key)?.bytes ?? 0;
    this.#values.delete(key);
  }
}

/** What an entry takes beside its bytes, about. */
const entryBytes = 200;
