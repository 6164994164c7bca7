/** Remembers answers by their question within bounds: the least recently asked are forgotten first. */
export class Memo<Value> {
  readonly #kept = new Map<string, Entry<Value>>();
  readonly #bounds: { readonly entries: number; readonly weight: number };
  readonly #weigh: (value: Value) => number | undefined;
  #weight = 0;

  /** `weigh` says what a value costs; undefined for one that is not worth keeping. */
  constructor(
    bounds: { readonly entries: number; readonly weight: number },
    weigh: (value: Value) => number | undefined,
  ) {
    this.#bounds = bounds;
    this.#weigh = weigh;
  }

  /** Asks once, however many ask at the same time. `ask` must not reject. */
  get(question: string, ask: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(question);
    if (known) {
      this.#kept.delete(question);
      this.#kept.set(question, known);
      return known.value;
    }
    const value = ask();
    const entry: Entry<Value> = { value, weight: undefined };
    this.#kept.set(question, entry);
    void value.then((answer) => this.#settle(question, { entry, answer }));
    return value;
  }

  /** Whoever asks one of these again is answered anew. */
  forget(isMeant: (question: string) => boolean): void {
    for (const [question, { weight }] of this.#kept) {
      if (!isMeant(question)) continue;
      this.#kept.delete(question);
      this.#weight -= weight ?? 0;
    }
  }

  #settle(
    question: string,
    { entry, answer }: { readonly entry: Entry<Value>; readonly answer: Value },
  ): void {
    if (this.#kept.get(question) !== entry) return;
    const weight = this.#weigh(answer);
    if (weight === undefined) return void this.#kept.delete(question);
    entry.weight = weight;
    this.#weight += weight;
    for (const [key, { weight: cost }] of this.#kept) {
      if (this.#kept.size <= this.#bounds.entries && this.#weight <= this.#bounds.weight) break;
      if (cost === undefined) continue;
      this.#kept.delete(key);
      this.#weight -= cost;
    }
  }
}

interface Entry<Value> {
  readonly value: Promise<Value>;
  /** Undefined while it is not known. */
  weight: number | undefined;
}
