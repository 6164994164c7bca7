import { Hono } from "hono";
import { pino } from "pino";
import { expect, test } from "vitest";
import { problemResponse } from "./problem-response.ts";
import { rateLimit } from "./rate-limit.ts";

const addressOf = (c: { req: { header: (name: string) => string | undefined } }) => c.req.header("from");

test("an address may call so often a minute, then is told when to go on; others and the uncounted go on", async () => {
  let now = new Date("2026-03-01T12:00:00Z");
  const app = new Hono();
  app.onError((error, c) => problemResponse(c, error, pino({ level: "silent" })));
  app.use(rateLimit({ perMinute: 2, addressOf, now: () => now }));
  app.get("/", (c) => c.text("tea"));
  const call = (from?: string) => app.request("/", { headers: from === undefined ? {} : { from } });

  now = new Date("2026-03-01T12:00:10Z");
  expect((await call("192.0.2.1")).status).toBe(200);
  expect((await call("192.0.2.1")).status).toBe(200);
  const refused = await call("192.0.2.1");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("Retry-After")).toBe("60");
  expect(await refused.text()).toContain("192.0.2.1");
  expect((await call("192.0.2.2")).status).toBe(200);
  for (let time = 0; time < 5; time += 1) expect((await call()).status).toBe(200);
  now = new Date("2026-03-01T12:01:10Z");
  expect((await call("192.0.2.1")).status).toBe(200);
});
