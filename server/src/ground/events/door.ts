import type { Context } from "hono";

/** A request as the two busiest doors see it (events in, short links), whatever server it came through. */
export interface Asked {
  readonly method: string;
  readonly header: (name: string) => string | undefined;
  /** Where it came from, forwarding headers judged: see `createClientAddress`. */
  readonly address: string | undefined;
  /** Whether a proxy that the owner trusts handed it on: then its headers on the visitor may be believed. */
  readonly isFromProxy?: () => boolean;
  /** The body; undefined when it is larger than that. */
  readonly readText: (maxBytes: number) => Promise<string | undefined>;
  /** The last part of the path. */
  readonly slug: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A way in that is asked for every click and view, so it is written to be called from Node's own server without a
 * framework between (which costs as much as the whole work). Throws `Problem`.
 */
export interface Door {
  readonly open: (asked: Asked) => Promise<Answer>;
  /** Headers that a refusal carries too. */
  readonly refusalHeaders?: (asked: Pick<Asked, "header">) => Readonly<Record<string, string>>;
}

/** The same door as a route of Hono, for tests and for whoever serves the app by another server. */
export function doorRoute(door: Door, addressOf: (context: Context) => string | undefined) {
  return async (context: Context): Promise<Response> => {
    const asked: Asked = {
      method: context.req.method,
      header: (name) => context.req.header(name),
      address: addressOf(context),
      readText: (maxBytes) => readText(context, maxBytes),
      slug: context.req.param("slug") ?? "",
    };
    for (const [name, value] of Object.entries(door.refusalHeaders?.(asked) ?? {}))
      context.header(name, value);
    const { status, headers, body } = await door.open(asked);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    return new Response(body === "" ? null : body, { status, headers: context.res.headers });
  };
}

async function readText(context: Context, maxBytes: number): Promise<string | undefined> {
  if (Number(context.req.header("content-length") ?? 0) > maxBytes) return undefined;
  const text = await context.req.text();
  return Buffer.byteLength(text) <= maxBytes ? text : undefined;
}
