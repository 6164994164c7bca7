import type { Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

export const maxJsonBytes = 1024 * 1024;
export const maxUploadBytes = 33 * 1024 * 1024; // the largest picture and the form around it
/** A comment of the greatest length in any spelling, and the form around it. */
export const maxTalkBytes = 128 * 1024;
/** Where files travel as base64, which makes four characters of three bytes. */
export const maxMcpBytes = 45 * 1024 * 1024;

/** Refuses a body that is larger, by its stated length or while it is read. */
export function limitBody(maxSize: number, applies: (contentType: string) => boolean = () => true) {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem(
        "too_large",
        maxSize < 1024 * 1024
          ? say`The request is larger than ${maxSize / 1024} kB`
          : say`The request is larger than ${maxSize / 1024 / 1024} MB`,
        {
          hint: say`Send less at once`,
        },
      );
    },
  });
  return (c: HonoContext, next: () => Promise<void>) =>
    applies(c.req.header("Content-Type") ?? "") ? limit(c, next) : next();
}
