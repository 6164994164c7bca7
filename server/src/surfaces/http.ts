import { Hono, type Context as HonoContext } from "hono";
import type { Caller } from "#src/platform/operation/context.ts";
import type { House } from "#src/platform/operation/house.ts";
import { type AnyOperation, hasBody, methodOf, pathOf } from "#src/platform/operation/operation.ts";
import { runOperation } from "#src/platform/operation/run-operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { limitBody, maxJsonBytes, maxUploadBytes } from "./limit-body.ts";
import { problemResponse } from "./problem-response.ts";
import { parseJson } from "#src/platform/operation/parse-asked.ts";

const isForm = (contentType: string) => contentType.startsWith("multipart/form-data");

interface HttpSurface {
  readonly house: House;
  readonly operations: readonly AnyOperation[];
  readonly callerOf: (request: globalThis.Request, address: string | undefined) => Promise<Caller>;
  readonly addressOf: (c: HonoContext) => string | undefined;
}

/** Every operation below `/api`, by its own method and path. */
export function httpSurface({ house, operations, callerOf, addressOf }: HttpSurface): Hono {
  const api = new Hono();
  api.onError((error, c) => problemResponse(c, error, house.log));
  api.use(
    limitBody(maxUploadBytes, isForm),
    limitBody(maxJsonBytes, (type) => !isForm(type)),
  );
  for (const asked of operations) {
    api.on(methodOf(asked), pathOf(asked), async (c) => {
      const caller = await callerOf(c.req.raw, addressOf(c));
      const input = { ...(await bodyOf(c, asked)), ...c.req.param() };
      const answer = await runOperation(house, asked, {
        caller,
        input,
        idempotencyKey: c.req.header("Idempotency-Key"),
      });
      return c.json(answer ?? null, methodOf(asked) === "POST" ? 201 : 200, { "Cache-Control": "no-store" });
    });
  }
  api.all("*", (c) => {
    throw new Problem("not_found", say`There is no ${c.req.method} ${c.req.path}`, {
      hint: say`See /api/docs for what there is`,
    });
  });
  return api;
}

async function bodyOf(c: HonoContext, asked: AnyOperation): Promise<object> {
  if (!hasBody(asked)) return c.req.query();
  const type = c.req.header("Content-Type") ?? "";
  if (isForm(type)) return parseForm(c);
  const text = await c.req.text();
  if (text === "") return c.req.query();
  // JSON only: a form on a foreign page can't send it, which is half of the defence against forged requests.
  if (!/^application\/([\w.+-]+\+)?json\b/.test(type)) {
    throw new Problem("invalid", say`The Content-Type "${type}" is not JSON`, {
      hint: say`Send application/json`,
    });
  }
  return parseObject(text);
}

/** A form that is cut off, or whose boundary is missing, is the sender's mistake. */
async function parseForm(c: HonoContext): Promise<object> {
  try {
    return await c.req.parseBody();
  } catch (cause) {
    if (cause instanceof Problem) throw cause; // too large, seen while it was read
    throw new Problem("invalid", say`The body is not multipart/form-data as its Content-Type says`, {
      hint: say`Let your HTTP library write the form and its boundary`,
      cause,
    });
  }
}

function parseObject(text: string): object {
  const value = parseJson(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Problem("invalid", say`The body is not a JSON object`, {
    hint: say`Send an object such as {"name": "…"}`,
  });
}
