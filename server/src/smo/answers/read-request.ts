import type { Context } from "hono";
import type { z } from "zod";
import { faultsOf } from "#src/platform/operation/faults-of.ts";
import { findUnkept } from "#src/platform/operation/find-unkept.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** What visitors' elements ask, by its schema. Throws `invalid`. */
export function parseAsked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const unkept = findUnkept(input);
  const parsed = unkept ? undefined : schema.safeParse(input);
  if (parsed?.success) return parsed.data;
  const fields = unkept ? [unkept] : parsed ? faultsOf(schema, input, parsed.error) : [];
  const [first] = fields;
  const title = first ? say`${first.path || say`The input`}: ${first.message}` : say`The input is not valid`;
  throw new Problem("invalid", title, { fields });
}

/** A request's JSON, whatever type it says it is of: a beacon can't say. Throws `invalid`. */
export async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem("invalid", say`The body is not JSON`, {
      hint: say`Check its quotes and commas`,
      cause,
    });
  }
}
