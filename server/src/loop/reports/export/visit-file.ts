import type { Readable } from "node:stream";
import type { ClickHouseClient } from "@clickhouse/client";
import { tooHeavy } from "../ask-store.ts";
import { noId } from "../filter.ts";
import { type Scope, visitsOf } from "../questions/scope.ts";

/** Endings of the file, with what the store calls each and what HTTP does. */
export const visitFormats = {
  csv: { format: "CSVWithNames", type: "text/csv; charset=utf-8" },
  jsonl: { format: "JSONEachRow", type: "application/x-ndjson; charset=utf-8" },
  parquet: { format: "Parquet", type: "application/vnd.apache.parquet" },
} as const;
export type VisitFormat = keyof typeof visitFormats;

/** A spreadsheet takes no more lines than 1,048,576. */
const maxRows = 1_000_000;

/** What visitors' browsers and addresses say: anybody can write anything there. */
const saidByVisitors = [
  "sourceKind",
  "source",
  "network",
  "campaign",
  "entryPage",
  "exitPage",
  "country",
  "device",
  "browser",
  "language",
];

const columns = `
  toString(site_id) as siteId, began as beganAt, ended as endedAt, toString(visitor) as visitor, toBool(consented) as isKnown,
  ${["source_kind as sourceKind", "source", "network", "campaign"].join(", ")},
  nullIf(toString(link_id), '${noId}') as linkId, nullIf(toString(publication_id), '${noId}') as publicationId,
  if(generation = 0, null, generation - 1) as generation, entry_page as entryPage, exit_page as exitPage, views,
  visible_ms / 1000 as visibleSeconds, toBool(is_read) as isRead, toBool(is_bounce) as isBounce, toString(country) as country,
  toString(device) as device, toString(browser) as browser, toString(language) as language,
  shares + reactions + comments + searches + subscriptions + goals as actions`;

/**
 * A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe before it makes it text (OWASP,
 * CSV injection).
 */
const guarded = `* replace(${saidByVisitors
  .map(
    (name) => `if(match(toString(${name}), '^[=+@\\\\t\\\\r-]'), concat('''', ${name}), ${name}) as ${name}`,
  )
  .join(", ")})`;

/**
 * The visits that fit the question as a file's bytes, newest first, at most a million. The store sends nothing before
 * it has all of it, so that a question that fails half-way is an error rather than half a file.
 */
export async function readVisitFile(
  events: ClickHouseClient,
  scope: Scope,
  format: VisitFormat,
): Promise<Readable> {
  try {
    const { stream } = await events.exec({
      query: `select ${format === "csv" ? guarded : "*"} from (
          select ${columns} from ${visitsOf(scope)} where views > 0
          order by began desc, toUInt64(visitor) desc limit ${maxRows})
        format ${visitFormats[format].format}`,
      query_params: { ...scope.params },
      clickhouse_settings: { wait_end_of_query: 1, date_time_output_format: "iso" },
    });
    return stream;
  } catch (error) {
    throw tooHeavy(error) ?? error;
  }
}
