import type { Context } from "hono";
import type { z } from "zod";
import { type FieldFault, Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { faultsOf } from "./faults-of.ts";
import { findUnkept } from "./find-unkept.ts";

/**
 * What somebody asks, by its schema: of operations and of routes alike. What no store can keep is refused first. The
 * problem's title is its first fault; `hint` says where to look. Throws `invalid`.
 */
export function parseAsked<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  hint?: ReturnType<typeof say>,
): z.output<Schema> {
  const unkept = findUnkept(input);
  if (unkept) throw invalid([unkept], hint);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(faultsOf(schema, input, parsed.error), hint);
}

function invalid(fields: readonly FieldFault[], hint: ReturnType<typeof say> | undefined): Problem {
  const [first] = fields;
  const title = first ? say`${first.path || say`The input`}: ${first.message}` : say`The input is not valid`;
  return new Problem("invalid", title, { fields, ...(hint && { hint }) });
}

/** A request's JSON, whatever type it says it is of: a beacon can't say. Throws `invalid`. */
export async function jsonOf(c: Context): Promise<unknown> {
  return parseJson(await c.req.text());
}

/** Throws `invalid`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem("invalid", say`The body is not JSON`, {
      hint: say`Check its quotes and commas`,
      cause,
    });
  }
}
