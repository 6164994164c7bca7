import { Logger as WorkerLogger, parseCronItems, run, type TaskList } from "graphile-worker";
import type { Logger } from "pino";
import type { House } from "#src/platform/operation/house.ts";
import type { AnyJob, JobContext } from "./job.ts";

const concurrency = 4;

/** Works through the jobs until disposed; then lets the running ones end. */
export async function runJobs(house: House, jobs: readonly AnyJob[]): Promise<AsyncDisposable> {
  const taskList = taskListOf(house, jobs, (error, jobId) =>
    house.log.error({ err: error, job: jobId }, "A job failed"),
  );
  const runner = await run({
    pgPool: house.database.pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    parsedCronItems: parseCronItems(jobs.flatMap(cronItem)),
    logger: workerLogger(house.log),
  });
  return { [Symbol.asyncDispose]: () => runner.stop() };
}

/** The jobs as graphile-worker's tasks. A failure is told, and thrown on so that the job is tried again. */
export function taskListOf(
  house: House,
  jobs: readonly AnyJob[],
  tell: (error: unknown, jobId: string) => void,
): TaskList {
  const runJob = async (job: AnyJob, payload: unknown, signal: AbortSignal | undefined) => {
    try {
      await job.run(jobContext(house, signal), job.payload.parse(payload) as never); // parsed by this job's own schema
    } catch (error) {
      tell(error, job.id);
      throw error;
    }
  };
  return Object.fromEntries(
    jobs.map((job) => [job.id, (payload, helpers) => runJob(job, payload, helpers.abortSignal)]),
  );
}

const cronItem = (job: AnyJob) =>
  job.schedule === undefined
    ? []
    : [
        {
          task: job.id,
          match: job.schedule,
          identifier: job.id,
          options: { backfillPeriod: 0, jobKey: job.id },
        },
      ];

function jobContext(house: House, signal: AbortSignal | undefined): JobContext {
  const { now, http, openVisitors, events, vault, files, publicUrl, log, database } = house;
  return {
    now,
    http,
    openVisitors,
    events,
    vault,
    files,
    publicUrl,
    log,
    signal,
    transact: (workspaceId, work) => database.transact(workspaceId, (db) => work(house.inside(db))),
  };
}

/** graphile-worker reports failures of jobs as errors; the rest is detail. */
export function workerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, message) => {
    if (level === "error" || level === "warning")
      log[level === "error" ? "error" : "warn"]({ job: scope.taskIdentifier }, message);
    else log.debug({ job: scope.taskIdentifier }, message);
  });
}
