import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import type { Enqueue } from "#src/platform/operation/context.ts";

/** Adds jobs in the caller's transaction: the change and the work that it needs are kept together or not at all. */
export function enqueueIn(db: Db): Enqueue {
  return async (job, payload, options = {}) => {
    await sql`select graphile_worker.add_job(
      ${job.id},
      ${JSON.stringify(job.payload.parse(payload))}::json,
      queue_name := ${options.queueName ?? null},
      run_at := ${options.runAt ?? null}::timestamptz,
      max_attempts := ${job.maxAttempts ?? null}::integer,
      job_key := ${options.jobKey ?? null}
    )`.execute(db);
  };
}
