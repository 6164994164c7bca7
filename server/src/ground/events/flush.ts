import { setTimeout as sleep } from "node:timers/promises";
import type { DurableLog } from "./durable-log.ts";

/** Puts newline-separated rows into the store; the same token twice counts once. */
export type InsertRows = (rows: Buffer, token: string) => Promise<void>;

/** The little that is needed of a logger. */
export interface EventLogger {
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}

export interface FlushOptions {
  readonly log: DurableLog;
  readonly insert: InsertRows;
  readonly logger: EventLogger;
  /** Default 2,000: ten rows as a batch of their own would cost the store as much as a thousand. */
  readonly everyMs?: number;
  /** Longest wait after repeated failures. Default 30,000. */
  readonly maxWaitMs?: number;
}

/** A segment that failed this often no longer holds up those behind it; it is still tried every round. */
const stuckAfter = 5;

/** A store that hangs must not keep the server from stopping: what waits is safe on disk. */
const stopWithinMs = 5000;

/** Carries sealed segments to the store, oldest first, for as long as it takes; nothing is ever dropped. */
export class Flusher {
  readonly #options: Required<FlushOptions>;
  readonly #failures = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<boolean> | undefined;
  #failedRounds = 0;
  #isStopped = false;

  constructor(options: FlushOptions) {
    this.#options = { everyMs: 2000, maxWaitMs: 30_000, ...options };
  }

  start(): void {
    this.#schedule(this.#options.everyMs);
  }

  /** One round now; whether all that was in the log is in the store. */
  async flush(): Promise<boolean> {
    // A round that is under way may have sealed before the caller's events came.
    if (this.#round) await this.#round;
    this.#round ??= this.#carryAll().finally(() => (this.#round = undefined));
    return this.#round;
  }

  /** One last round; what the store does not take now waits on disk for the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    const patience = new AbortController();
    await Promise.race([
      this.flush(),
      sleep(stopWithinMs, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
  }

  #schedule(waitMs: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#tick(), waitMs);
    this.#timer.unref();
  }

  async #tick(): Promise<void> {
    const { everyMs, maxWaitMs } = this.#options;
    this.#failedRounds = (await this.flush()) ? 0 : this.#failedRounds + 1;
    this.#schedule(Math.min(everyMs * 2 ** Math.min(this.#failedRounds, 16), Math.max(maxWaitMs, everyMs)));
  }

  async #carryAll(): Promise<boolean> {
    let isAllDone = true;
    for (const name of await this.#options.log.seal()) {
      if (await this.#carry(name)) continue;
      isAllDone = false;
      if ((this.#failures.get(name) ?? 0) < stuckAfter) break;
    }
    return isAllDone;
  }

  async #carry(name: string): Promise<boolean> {
    const { log, insert, logger } = this.#options;
    try {
      const { payloads, damaged } = await log.read(name);
      if (payloads.length > 0) await insert(Buffer.concat(payloads), name);
      this.#failures.delete(name);
      if (damaged === 0) await log.remove(name);
      else
        logger.error(
          { segment: await log.setAside(name), damaged },
          "The disk has damaged events in the log",
        );
      return true;
    } catch (cause) {
      const failures = (this.#failures.get(name) ?? 0) + 1;
      this.#failures.set(name, failures);
      logger.warn(
        { err: cause, segment: name, failures, unflushedBytes: log.unflushedBytes },
        "The event store did not take a batch; it waits in the log and is sent again",
      );
      return false;
    }
  }
}
