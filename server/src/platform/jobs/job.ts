import type { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";

/** Durable work: at least once, so it must be idempotent; the payload holds ids, not objects. */
export interface Job<Payload> {
  /** `<feature>.<verbNoun>`. */
  readonly id: string;
  readonly payload: z.ZodType<Payload>;
  /** Attempts before it is left for a person to see. Default 25 (about three days). */
  readonly maxAttempts?: number;
  /** Five-field crontab, UTC, for work that repeats; such a job's payload is `{}` and sees the whole house. */
  readonly schedule?: string;
  readonly run: (context: JobContext, payload: Payload) => Promise<void>;
}

/** A job works in no transaction; it opens its own with `transact`, in the workspace that it works for. */
export interface JobContext extends Pick<
  Context,
  "now" | "http" | "openVisitors" | "events" | "vault" | "files" | "publicUrl" | "log"
> {
  /** A transaction in the workspace with this id, or `"*"` for the whole house. */
  readonly transact: <T>(
    workspaceId: string,
    work: (inside: Pick<Context, "db" | "enqueue" | "announce">) => Promise<T>,
  ) => Promise<T>;
  readonly signal: AbortSignal | undefined;
}

export type AnyJob = Omit<Job<unknown>, "run"> & {
  readonly run: (context: JobContext, payload: never) => Promise<void>;
};

export interface JobOptions {
  readonly runAt?: Date;
  /** A job with the same key that has not started yet is replaced. */
  readonly jobKey?: string;
  /** Jobs of one queue run one after the other. */
  readonly queueName?: string;
}

export function job<Payload>(definition: Job<Payload>): Job<Payload> {
  return definition;
}
