import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import type { Enqueue } from "#src/platform/operation/context.ts";

/**
 * Adds jobs in the caller's transaction: the change and the work that it needs are kept together or not at all. Jobs
 * wait by the database's clock; `runAt` is by the house's, which may differ from it, so the distance is handed on.
 */
export function enqueueIn(db: Db, now: () => Date): Enqueue {
  return async (job, payload, options = {}) => {
    const waitMs = options.runAt ? Math.max(0, options.runAt.getTime() - now().getTime()) : 0;
    await sql`select graphile_worker.add_job(
      ${job.id},
      ${JSON.stringify(job.payload.parse(payload))}::json,
      queue_name := ${options.queueName ?? null},
      run_at := now() + ${waitMs} * interval '1 millisecond',
      max_attempts := ${job.maxAttempts ?? null}::integer,
      job_key := ${options.jobKey ?? null}
    )`.execute(db);
  };
}
