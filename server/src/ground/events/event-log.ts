import { join } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { ClickHouseClient } from "@clickhouse/client";
import { DurableLog } from "./durable-log.ts";
import { encodeRows, type EventRow } from "./event-row.ts";
import { type EventLogger, Flusher, type InsertRows } from "./flush.ts";

export interface EventLogOptions {
  /** Samovar's data folder; whoever opens the log holds its lock. */
  readonly dataDir: string;
  readonly insert: InsertRows;
  readonly logger: EventLogger;
  readonly maxUnflushedBytes?: number;
  readonly flushEveryMs?: number;
}

/** Where events go: kept on disk before they are acknowledged, in the store about a second later. */
export interface EventLog extends AsyncDisposable {
  /** Resolves once the events would survive a crash; throws `Problem("unavailable")` when they can't be kept. */
  readonly append: (rows: readonly EventRow[]) => Promise<void>;
  /** Carries everything to the store now; false when the store did not take it. */
  readonly flush: () => Promise<boolean>;
  /** Bytes that wait for the store. */
  readonly unflushedBytes: () => number;
}

/** Opens the log in `DATA_DIR/events-log`, takes up what a crash left, and starts to flush. */
export async function openEventLog(options: EventLogOptions): Promise<EventLog> {
  const { logger } = options;
  const log = await DurableLog.open({
    folder: join(options.dataDir, "events-log"),
    ...(options.maxUnflushedBytes !== undefined && { maxUnflushedBytes: options.maxUnflushedBytes }),
    onFailure: (cause) =>
      logger.error({ err: cause }, "The event log can't be written; events are refused until it can"),
  });
  const flusher = new Flusher({
    log,
    logger,
    insert: options.insert,
    ...(options.flushEveryMs !== undefined && { everyMs: options.flushEveryMs }),
  });
  flusher.start();
  return {
    append: (rows) => log.append(encodeRows(rows)),
    flush: () => flusher.flush(),
    unflushedBytes: () => log.unflushedBytes,
    async [Symbol.asyncDispose]() {
      await log.close();
      await flusher.stop();
    },
  };
}

/** Puts rows into the table `event`, embedded or remote; a token that the store has seen changes nothing. */
export function insertEvents(client: ClickHouseClient): InsertRows {
  return async (rows, token) => {
    // Not `insert`: the rows are JSON already, and it would encode them once more.
    const { stream } = await client.exec({
      query: "insert into event format JSONEachRow",
      values: Readable.from([rows], { objectMode: false }),
      clickhouse_settings: { insert_deduplication_token: token },
    });
    await finished(stream.resume());
  };
}
