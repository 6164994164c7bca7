import type { z } from "zod";
import type { Context } from "./context.ts";
import type { Access } from "./permissions.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One thing a caller may ask, written once; HTTP, OpenAPI, MCP, CLI and the typed client are derived from it. */
export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** camelCase verb and noun, unique in the house. */
  readonly id: string;
  readonly summary: string;
  /** Method and path below `/api`; `:name` segments are fields of the input. */
  readonly http: `${Method} /${string}`;
  readonly access: Access;
  readonly input: Input;
  readonly output: Output;
  /**
   * `one` (default): the whole run is one transaction. `own`: the operation talks to the outside and opens its
   * transactions with `ctx.transact`, for no network call is made inside one.
   */
  readonly transaction?: "one" | "own";
  /** `nothing`: a question that needs a body, so it is no GET; it leaves no history and takes no key. */
  readonly changes?: "nothing";
  readonly run: (context: Context, input: z.output<Input>) => Promise<z.output<Output>>;
}

/** An operation whose input and output types are not known: what the surfaces handle. */
export type AnyOperation = Omit<Operation, "run"> & {
  readonly run: (context: Context, input: never) => Promise<unknown>;
};

export function operation<Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Operation<Input, Output>,
): Operation<Input, Output> {
  return definition;
}

export function methodOf(asked: Pick<AnyOperation, "http">): Method {
  return asked.http.slice(0, asked.http.indexOf(" ")) as Method; // the type of `http` says so
}

export function pathOf(asked: Pick<AnyOperation, "http">): string {
  return asked.http.slice(asked.http.indexOf(" ") + 1);
}

/** Whether its input travels in the body. */
export function hasBody(asked: Pick<AnyOperation, "http">): boolean {
  return methodOf(asked) !== "GET";
}

/** Whether it changes anything: then history tells of it, and a repeat with the same key does it once. */
export function isWrite(asked: Pick<AnyOperation, "http" | "changes">): boolean {
  return hasBody(asked) && asked.changes !== "nothing";
}
