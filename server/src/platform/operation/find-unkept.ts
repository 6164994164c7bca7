import type { FieldFault } from "#src/platform/problem.ts";
import { type Said, say } from "#src/platform/say.ts";

const maxDepth = 32;

interface Place {
  readonly value: unknown;
  readonly path: readonly string[];
}

/**
 * The first thing in an input that no store of ours can keep as it is: U+0000 (Postgres refuses it), half of a
 * surrogate pair (UTF-8 has no form for it), a nesting so deep that whoever walks it later runs out of stack. Decided
 * here once for all operations, before any schema looks. Walks without recursion, for the same reason.
 */
export function findUnkept(input: unknown): FieldFault | undefined {
  const waiting: Place[] = [{ value: input, path: [] }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const message = faultOf(place);
    if (message !== undefined) return { path: place.path.join("."), message };
    waiting.push(...partsOf(place));
  }
  return undefined;
}

function faultOf({ value, path }: Place): Said | undefined {
  if (path.length > maxDepth) return say`is nested deeper than ${maxDepth} levels`;
  if (typeof value === "string") return faultOfText(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.keys(value)
    .map((name) => faultOfText(name))
    .find((fault) => fault !== undefined);
}

function faultOfText(text: string): Said | undefined {
  if (text.includes("\0")) return say`holds the character U+0000, which can't be kept; take it out`;
  return text.isWellFormed()
    ? undefined
    : say`holds half of a surrogate pair, which is no character; take it out`;
}

function partsOf({ value, path }: Place): Place[] {
  if (typeof value !== "object" || value === null || value instanceof Blob) return [];
  return Object.entries(value).map(([name, part]: [string, unknown]) => ({
    value: part,
    path: [...path, name],
  }));
}
