import type { Context as HonoContext } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Logger } from "pino";
import { Problem, type ProblemCode } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { tongueIn } from "./words/tongue-of.ts";

const statusOf: Readonly<Record<ProblemCode, ContentfulStatusCode>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  check_failed: 422,
  too_large: 413,
  limit_reached: 429,
  unavailable: 503,
};

/** RFC 9457: the one place where a failure becomes a status. A bug keeps its text to the log. */
export function problemResponse(c: HonoContext, error: unknown, log: Logger): Response {
  const asked = { path: c.req.path, method: c.req.method, language: c.req.header("Accept-Language") };
  const { status, headers, body } = problemAnswer(asked, error, log);
  return c.body(body, status, headers);
}

interface Refused {
  readonly path: string;
  readonly method: string;
  /** The header `Accept-Language`. */
  readonly language: string | undefined;
}

/** The same for who answers without a framework. */
export function problemAnswer(asked: Refused, error: unknown, log: Logger) {
  const tongue = tongueIn(asked.language);
  const headers: Record<string, string> = {
    "Content-Type": "application/problem+json",
    "Content-Language": tongue.language,
    Vary: "Accept-Language",
  };
  if (error instanceof Problem) {
    if (error.retryAfterSeconds !== undefined)
      headers["Retry-After"] = String(Math.ceil(error.retryAfterSeconds));
    return { status: statusOf[error.code], headers, body: JSON.stringify(error.in(tongue)) };
  }
  log.error({ err: error, path: asked.path, method: asked.method }, "A request failed on a bug");
  const title = say`Samovar failed here; the log says why`.in(tongue);
  const hint = say`Try again; if it stays, show the log to whoever runs this house`.in(tongue);
  return { status: 500 as const, headers, body: JSON.stringify({ code: "bug", title, hint }) };
}
