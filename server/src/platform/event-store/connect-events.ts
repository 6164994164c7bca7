import { ClickHouseLogLevel, createClient, type ClickHouseClient } from "@clickhouse/client";

/** Where the events are kept: the embedded store or any ClickHouse. */
export interface EventsAddress {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

/** The one client for events. Errors arrive as `ClickHouseError`, 64-bit counts as numbers. */
export function connectEvents(address: EventsAddress): ClickHouseClient {
  return createClient({
    ...address,
    application: "samovar",
    // Failures are thrown; the client's own log would write them to the console a second time.
    log: { level: ClickHouseLogLevel.OFF },
    request_timeout: 90_000,
    clickhouse_settings: {
      output_format_json_quote_64bit_integers: 0,
      date_time_input_format: "best_effort",
      // The answer begins when the query has ended, so that a late error is an error and no half of a result.
      wait_end_of_query: 1,
    },
  });
}

/** Makes the database of a ClickHouse server if it is missing; the embedded store brings its own. */
export async function createEventDatabase(address: EventsAddress): Promise<void> {
  const { database, ...server } = address;
  const client = createClient(server);
  try {
    await client.command({
      query: "create database if not exists {database:Identifier}",
      query_params: { database },
    });
  } finally {
    await client.close();
  }
}
