import type { Context as HonoContext } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Logger } from "pino";
import { Problem, type ProblemCode } from "#src/platform/problem.ts";

const statusOf: Readonly<Record<ProblemCode, ContentfulStatusCode>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  limit_reached: 429,
  unavailable: 503,
};

/** RFC 9457: the one place where a failure becomes a status. A bug keeps its text to the log. */
export function problemResponse(c: HonoContext, error: unknown, log: Logger): Response {
  if (error instanceof Problem) {
    if (error.retryAfterSeconds !== undefined)
      c.header("Retry-After", String(Math.ceil(error.retryAfterSeconds)));
    const { code, hint, fields } = error;
    return c.body(JSON.stringify({ code, title: error.message, hint, fields }), statusOf[code], {
      "Content-Type": "application/problem+json",
    });
  }
  log.error({ err: error, path: c.req.path, method: c.req.method }, "A request failed on a bug");
  const title = "Samovar failed here; the log says why";
  return c.body(
    JSON.stringify({
      code: "bug",
      title,
      hint: "Try again; if it stays, show the log to whoever runs this house",
    }),
    500,
    {
      "Content-Type": "application/problem+json",
    },
  );
}
