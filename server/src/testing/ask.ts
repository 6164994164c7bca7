import { type AnyOperation, hasBody, methodOf, pathOf } from "#src/platform/operation/operation.ts";
import { pathParameters } from "#src/surfaces/json-schema.ts";
import type { TestClient } from "./test-client.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Asks any operation over HTTP, as its own method and path say. */
export function ask(
  client: TestClient,
  asked: AnyOperation,
  {
    input = {},
    headers = {},
  }: { readonly input?: Fields; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const inPath = pathParameters(asked);
  const path = `/api${pathOf(asked).replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(input[name]).toWellFormed()))}`;
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name));
  if (!hasBody(asked)) {
    const query = new URLSearchParams(rest.map(([name, value]): [string, string] => [name, textOf(value)]));
    return client.request(query.size > 0 ? `${path}?${query.toString()}` : path, { headers });
  }
  return client.request(path, {
    method: methodOf(asked),
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(Object.fromEntries(rest)),
  });
}

const textOf = (value: unknown) =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");
