import { ClickHouseError, type ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** What travels with a question as its parameters: values, never SQL. */
export interface Asking {
  readonly params: Readonly<Record<string, unknown>>;
}

/** An instant of the store: `2026-11-24 17:00:00.000`, UTC. */
export const StoreInstant = z.string().transform((text) => new Date(`${text.replace(" ", "T")}Z`));

/** An instant as the store reads it. */
export const clockText = (at: Date) => at.toISOString().slice(0, 23).replace("T", " ");

interface Asked<Row extends z.ZodType> extends Asking {
  readonly query: string;
  readonly row: Row;
}

/** Rows of an answer. A question that the store refuses as too heavy is the asker's to narrow. */
export async function askRows<Row extends z.ZodType>(
  events: ClickHouseClient,
  { query, params, row }: Asked<Row>,
): Promise<z.output<Row>[]> {
  try {
    const result = await events.query({ query, query_params: { ...params }, format: "JSONEachRow" });
    return z.array(row).parse(await result.json());
  } catch (error) {
    throw tooHeavy(error) ?? error;
  }
}

/** 241: over its memory; 159: over its time; 307 and 396: over the size of an answer; 202: too many at once. */
const heavyCodes = new Set(["241", "159", "160", "307", "396"]);

/** The problem that an error of the store is for the asker, if it is one. */
export function tooHeavy(error: unknown): Problem | undefined {
  if (!(error instanceof ClickHouseError)) return undefined;
  if (heavyCodes.has(error.code)) {
    return new Problem("limit_reached", say`The question is too heavy for the event store`, {
      hint: say`Narrow it: a shorter period, one site, or one page`,
      cause: error,
    });
  }
  if (error.code !== "202") return undefined;
  return new Problem("unavailable", say`The event store has too many questions at once`, {
    hint: say`Ask again in a moment`,
    retryAfterSeconds: 2,
    cause: error,
  });
}
