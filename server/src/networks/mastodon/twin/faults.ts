/** Ways in which a server fails, to be injected for the next matching requests. */
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";

export type TwinEnv = { Bindings: HttpBindings; Variables: { userId: string; appName: string | undefined } };

export interface TwinFault {
  /**
   * - `drop` the connection breaks before the answer;
   * - `hang` no answer ever comes;
   * - `html` a proxy's page under status 200;
   * - `empty` nothing under status 200;
   * - `error` a 5xx with the server's words;
   * - `error-in-200` an error object under status 200;
   * - `rate-limited` https://docs.joinmastodon.org/api/rate-limits/ : 429, and when the limit ends.
   */
  readonly kind: "drop" | "hang" | "html" | "empty" | "error" | "error-in-200" | "rate-limited";
  /** Whether the request is carried out all the same. */
  readonly accepted?: boolean;
  readonly status?: 422 | 500 | 502 | 503 | 504;
  readonly retryAfterSeconds?: number;
  readonly resetAt?: Date;
}

export interface TwinFaultRule {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: TwinFault;
  /** How many requests it still befalls. */
  times: number;
}

export function injectFaults(rules: TwinFaultRule[]): MiddlewareHandler<TwinEnv> {
  return async (c, next) => {
    const rule = rules.find(
      (each) => each.times > 0 && each.method === c.req.method && each.path.test(c.req.path),
    );
    if (!rule) return next();
    rule.times -= 1;
    if (rule.fault.accepted) await next();
    c.res = undefined;
    c.res = await answerOf(c, rule.fault);
    return undefined;
  };
}

const page = "<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><hr>nginx";

async function answerOf(c: Context<TwinEnv>, fault: TwinFault): Promise<Response> {
  switch (fault.kind) {
    case "drop":
      c.env.incoming.socket.destroy();
      return new Response(null, { status: 500 });
    case "hang":
      return new Promise(() => undefined);
    case "error":
      return Response.json({ error: "Something went wrong on our end" }, { status: fault.status ?? 500 });
    case "html":
      return new Response(page, { status: 200, headers: { "content-type": "text/html" } });
    case "empty":
      return new Response("", { status: 200 });
    case "error-in-200":
      return Response.json({ error: "Remote data could not be fetched" });
    case "rate-limited":
      return tooManyRequests(fault);
  }
}

function tooManyRequests(fault: TwinFault): Response {
  const headers = new Headers({ "x-ratelimit-limit": "300", "x-ratelimit-remaining": "0" });
  if (fault.retryAfterSeconds !== undefined) headers.set("retry-after", String(fault.retryAfterSeconds));
  if (fault.resetAt) headers.set("x-ratelimit-reset", fault.resetAt.toISOString());
  return Response.json({ error: "Too many requests" }, { status: 429, headers });
}
