/** Time, so that tests need not wait for it. */
export interface Clock {
  readonly now: () => number;
  /** Ends early, without an error, when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

export const wallClock: Clock = {
  now: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal?.addEventListener("abort", end, { once: true });
    }),
};

const maxDelayMs = 60_000;
const maxRetryAfterMs = 10 * 60_000;

/** One host's rhythm: page after page with a pause between, longer when the host asks for it. */
export class Pace {
  readonly #clock: Clock;
  readonly #usualMs: number;
  #delayMs: number;
  #nextAt = 0;

  constructor(clock: Clock, delayMs: number) {
    this.#clock = clock;
    this.#usualMs = delayMs;
    this.#delayMs = delayMs;
  }

  /** Waits until it is this page's turn. */
  async turn(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      const at = Math.max(now, this.#nextAt);
      if (at <= now) break;
      await this.#clock.wait(at - now, signal);
      if (signal?.aborted) return;
    }
    this.#nextAt = this.#clock.now() + this.#delayMs;
  }

  /** The host is overloaded, and may have said until when. */
  slowDown(retryAfterMs: number | undefined): void {
    this.#delayMs = Math.min(maxDelayMs, Math.max(500, this.#delayMs * 2, this.#usualMs));
    const pauseMs = Math.min(maxRetryAfterMs, retryAfterMs ?? this.#delayMs);
    this.#nextAt = Math.max(this.#nextAt, this.#clock.now() + pauseMs);
  }

  /** A page came as it should: back towards the usual rhythm. */
  speedUp(): void {
    this.#delayMs = Math.max(this.#usualMs, this.#delayMs * 0.8 < 50 ? 0 : this.#delayMs * 0.8);
  }
}

/** `Retry-After`: seconds or a date (RFC 9110, 10.2.3). */
export function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
