import type { Context as HonoContext } from "hono";
import { findUnkept } from "#src/platform/operation/find-unkept.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** What the house's own operations refuse of any text, for those of the sign-in library, which would fail on it. */
export async function refuseUnkept(c: HonoContext, next: () => Promise<void>): Promise<void> {
  const body: unknown = c.req.method === "POST" ? await c.req.raw.clone().json().catch(notJson) : undefined;
  const fault = findUnkept({ ...c.req.query(), ...Object(body) });
  if (!fault) return next();
  throw new Problem("invalid", say`${fault.path}: ${fault.message}`, {
    fields: [fault],
    hint: say`Send it without`,
  });
}

/** The library tells that by itself. */
const notJson = () => undefined;
