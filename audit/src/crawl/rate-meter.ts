import type { Clock } from "./pace.ts";

const latest = 50;

/** How fast something happens, over its latest fifty times. */
export class RateMeter {
  readonly #clock: Pick<Clock, "now">;
  readonly #times: number[] = [];

  constructor(clock: Pick<Clock, "now">) {
    this.#clock = clock;
  }

  count(): void {
    this.#times.push(this.#clock.now());
    if (this.#times.length > latest) this.#times.shift();
  }

  perSecond(): number {
    const [first = 0] = this.#times;
    const last = this.#times.at(-1) ?? 0;
    return last > first ? ((this.#times.length - 1) * 1000) / (last - first) : 0;
  }
}
