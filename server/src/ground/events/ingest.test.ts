import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { Problem } from "#src/platform/problem.ts";
import {
  createClientAddress,
  createIngest,
  doorRoute,
  type EventRow,
  type IngestDeps,
  mintEventId,
  VisitorHasher,
} from "./index.ts";

const site = {
  id: "0190a000-0000-7000-8000-000000000001",
  workspaceId: "0190a000-0000-7000-8000-000000000002",
};
const origin = "https://shop.example";
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

const statuses = {
  invalid: 400,
  forbidden: 403,
  unauthenticated: 401,
  too_large: 413,
  unavailable: 503,
} as const;

function createEndpoint(change: Partial<IngestDeps> = {}) {
  const rows: EventRow[] = [];
  const clock = { now: new Date("2026-11-24T10:00:00.000Z") };
  const salts = new Map<string, Buffer>();
  const deps: IngestDeps = {
    log: { append: async (more) => void rows.push(...more) },
    findSite: async (key) => (key === "key" ? { ...site, origins: [origin] } : undefined),
    findServer: async (authorization) =>
      authorization === "Bearer good"
        ? { workspaceId: site.workspaceId }
        : authorization === "Bearer other"
          ? { workspaceId: "x" }
          : undefined,
    visitors: new VisitorHasher(
      {
        take: async (day) =>
          salts.get(day) ?? salts.set(day, Buffer.from(`salt of ${day}`)).get(day) ?? Buffer.alloc(0),
      },
      () => clock.now,
    ),
    now: () => clock.now,
    ...change,
  };
  const app = new Hono().all(
    "/e",
    doorRoute(createIngest(deps), () => "203.0.113.7"),
  );
  app.onError((error, c) => {
    if (!(error instanceof Problem)) throw error;
    const status = Object.entries(statuses).find(([code]) => code === error.code)?.[1] ?? 500;
    return c.json({ code: error.code, title: error.message, hint: error.hint }, status);
  });
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    app.request("/e", {
      method: "POST",
      headers: {
        origin,
        "user-agent": phone,
        "content-type": "text/plain",
        "accept-language": "ru-RU,ru;q=0.9",
        ...headers,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return { app, rows, send, clock };
}

const view = (change: object = {}) => ({
  kind: "view",
  id: mintEventId(new Date()),
  age: 1500,
  url: `${origin}/tea`,
  ...change,
});
const batch = (...events: object[]) => ({ site: "key", events });
const without = (headers: Record<string, string>, name: string) => ({ ...headers, [name]: "" });

describe("a page's events", () => {
  test("are taken with what the request tells, and timed by our clock and their age", async () => {
    const { send, rows } = createEndpoint();
    const answer = await send(
      batch(
        view({
          title: "Чай",
          referrer: "https://t.me/s/tea?secret=1",
          s: "0".repeat(20),
          url: `${origin}/tea?p=7&utm_source=vk&fbclid=1&smv=01234567890123456789#top`,
        }),
      ),
    );
    expect(answer.status).toBe(202);
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
    expect(await answer.json()).toEqual({ accepted: 1 });
    expect(rows[0]).toMatchObject({
      kind: "view",
      at: "2026-11-24 09:59:58.500",
      received_at: "2026-11-24 10:00:00",
      reason: "human",
      s: "0".repeat(20),
      page_host: "shop.example",
      page_path: "/tea",
      page_query: "?p=7",
      utm_source: "vk",
      referrer_host: "t.me",
      referrer: "https://t.me/s/tea",
      device: "mobile",
      browser: "safari",
      os: "ios",
      language: "ru",
      title: "Чай",
    });
    expect(rows[0]?.visitor).toMatch(/^\d{1,20}$/);
    expect(rows[0]?.trusted).toBeUndefined();
  });

  test("each kind that a page may say is understood", async () => {
    const { send, rows } = createEndpoint();
    const parent = mintEventId(new Date());
    const answer = await send(
      batch(
        view({ kind: "engage", parent, visibleMs: 17_000, scrollPercent: 80 }),
        view({ kind: "share", parent, network: "telegram" }),
        view({ kind: "goal", name: "order", value: 12.5, currency: "EUR" }),
        view({ kind: "custom", name: "video", props: { seconds: 3, ended: true } }),
        view({ kind: "search", name: "green tea" }),
        view({ kind: "react", name: "like" }),
      ),
    );
    expect(answer.status).toBe(202);
    expect(rows).toMatchObject([
      { id: parent, visible_ms: 17_000, scroll_percent: 80, revision: 17_000 },
      { parent, network: "telegram" },
      { name: "order", value: 12.5, currency: "EUR" },
      { name: "video", props: '{"seconds":3,"ended":true}' },
      { name: "green tea" },
      { name: "like" },
    ]);
    expect(rows.every((row) => row.trusted === undefined)).toBe(true);
  });

  test("are refused from any other origin, from none, and for pages of others", async () => {
    const { send, rows } = createEndpoint();
    const foreign = await send(batch(view()), { origin: "https://shop.example.evil" });
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({
      title: "Pages of https://shop.example.evil don't speak for this site",
    });
    expect((await send(batch(view()), { origin: "null" })).status).toBe(403);
    expect((await send(batch(view({ url: "https://bank.example/" })))).status).toBe(400);
    expect((await send({ site: "nobody's", events: [view()] })).status).toBe(403);
    expect(rows).toEqual([]);
  });

  test.each([-1, 300_001, 1e12])(
    "an age of %d ms is refused, and the answer says what it must be",
    async (age) => {
      const { send, rows } = createEndpoint();
      const answer = await send(batch(view(), view({ age })));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        title: `events.1.age: is ${age}; it must be the milliseconds between the event and the sending, 0 to 300000`,
      });
      expect(rows).toEqual([]);
    },
  );

  test.each([
    ["no JSON", "site=key"],
    ["no events", { site: "key", events: [] }],
    ["51 events", batch(...Array.from({ length: 51 }, () => view()))],
    ["a wrong id", batch(view({ id: "1; drop table event" }))],
    ["an unknown kind", batch(view({ kind: "miracle" }))],
    ["an unknown version", batch(view({ v: 9 }))],
    ["a script for an address", batch(view({ url: "javascript:alert(1)" }))],
    [
      "a hundred properties",
      batch(view({ props: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`k${n}`, n])) })),
    ],
    ["a wrong revenue", batch(view({ kind: "goal", name: "order", value: -5, currency: "EUR" }))],
    ["null", "null"],
  ])("%s is refused whole", async (_name, body) => {
    const { send, rows } = createEndpoint();
    expect((await send(body)).status).toBe(400);
    expect(rows).toEqual([]);
  });

  test.each([65 * 1024, 10 * 1024 * 1024])("a batch of %d bytes is refused", async (bytes) => {
    const { send, rows } = createEndpoint();
    expect((await send("x".repeat(bytes))).status).toBe(413);
    expect(rows).toEqual([]);
  });

  test("broken UTF-8 is kept as what can be read of it, or refused; never half a row", async () => {
    const { app, rows } = createEndpoint();
    const whole = Buffer.from(JSON.stringify(batch(view({ title: "Tea ÿ" }))));
    whole[whole.indexOf("ÿ")] = 0xff;
    const answer = await app.request("/e", { method: "POST", headers: { origin }, body: whole });
    expect(answer.status).toBe(202);
    expect(rows[0]?.title?.isWellFormed()).toBe(true);
  });

  test("an address of 64 kB is refused, with the batch or by its length", async () => {
    const { send, rows } = createEndpoint();
    expect((await send(batch(view({ url: `${origin}/${"x".repeat(63 * 1024)}` })))).status).toBe(400);
    expect((await send(batch(view({ url: `${origin}/${"x".repeat(64 * 1024)}` })))).status).toBe(413);
    expect(rows).toEqual([]);
  });

  test("a clock that runs backwards is not believed: an event is timed by our clock and its age", async () => {
    const { send, rows, clock } = createEndpoint();
    await send(batch(view({ age: 1000 })));
    clock.now = new Date(clock.now.getTime() - 3_600_000);
    await send(batch(view({ age: 1000 })));
    expect(rows.map((row) => row.at)).toEqual(["2026-11-24 09:59:59.000", "2026-11-24 08:59:59.000"]);
  });

  test("a share's id of another site stays with the visit, and names no site of its own", async () => {
    const { send, rows } = createEndpoint();
    await send(batch(view({ s: "0".repeat(20), referrer: "https://elsewhere.example/" })));
    expect(rows[0]).toMatchObject({ s: "0".repeat(20), site_id: site.id, source_kind: "referral" });
  });

  test("a refund is refused from a page, and is a row of its own from a server", async () => {
    const { send, rows } = createEndpoint();
    const paid = { kind: "goal", name: "order", orderId: "A-1", currency: "EUR" };
    expect((await send(batch(view({ ...paid, value: -5 })))).status).toBe(400);
    const server = { authorization: "Bearer good" };
    await send(batch(view({ ...paid, value: 5 })), server);
    await send(batch(view({ ...paid, value: 5 })), server);
    await send(batch(view({ ...paid, value: -5 })), server);
    await send(batch(view({ ...paid, value: 7 })));
    expect(rows.map(({ id, order_id }) => [id, order_id])).toEqual([
      ["order:A-1", "A-1"],
      ["order:A-1", "A-1"],
      ["refund:A-1", "A-1"],
      [expect.stringMatching(/^[0-9a-z]{20}$/), "A-1"],
    ]);
  });

  test("a robot that a server met on a share's own address is told with the share", async () => {
    const { send, rows } = createEndpoint();
    const fetched = {
      kind: "fetch",
      url: `${origin}/tea?smv=01234567890123456789`,
      userAgent: "TelegramBot (like TwitterBot)",
    };
    expect((await send(batch(view(fetched)))).status).toBe(403);
    await send(batch(view(fetched)), { authorization: "Bearer good" });
    expect(rows).toMatchObject([
      { kind: "fetch", reason: "preview", robot: "telegram", s: "01234567890123456789" },
    ]);
  });

  test("what only a server may say is refused from a page", async () => {
    const { send, rows } = createEndpoint();
    expect((await send(batch(view({ kind: "subscribe", name: "newsletter" })))).status).toBe(403);
    expect((await send(batch(view({ kind: "click", linkId: site.id })))).status).toBe(400);
    expect(rows).toEqual([]);
  });

  test("are not acknowledged when they could not be kept", async () => {
    const { send } = createEndpoint({
      log: {
        append: () =>
          Promise.reject(new Problem("unavailable", "The server's disk is full", { retryAfterSeconds: 10 })),
      },
    });
    const answer = await send(batch(view()));
    expect(answer.status).toBe(503);
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
  });
});

describe("a server's events", () => {
  test("are trusted with the key of the site's own workspace, whatever the origin", async () => {
    const { send, rows } = createEndpoint();
    const goal = view({ kind: "goal", name: "order", value: 100, currency: "RUB" });
    const answer = await send(batch(goal, view({ kind: "subscribe", name: "newsletter" })), {
      ...without({}, "origin"),
      authorization: "Bearer good",
    });
    expect(answer.status).toBe(202);
    expect(rows).toMatchObject([
      { trusted: 1, value: 100 },
      { trusted: 1, kind: "subscribe" },
    ]);
    expect(rows[0]).not.toHaveProperty("visitor");
  });

  test("are refused with another workspace's key, or none that is known", async () => {
    const { send } = createEndpoint();
    expect((await send(batch(view()), { authorization: "Bearer other" })).status).toBe(401);
    expect((await send(batch(view()), { authorization: "Bearer bad" })).status).toBe(401);
  });
});

describe("visitors", () => {
  test("are told apart by address and user agent, and are others on another day", async () => {
    const { send, rows, clock } = createEndpoint();
    await send(batch(view()));
    await send(batch(view()));
    await send(batch(view()), {
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    });
    clock.now = new Date("2026-11-25T10:00:00Z");
    await send(batch(view()));
    const [first, again, other, nextDay] = rows.map((row) => row.visitor);
    expect(again).toBe(first);
    expect(new Set([first, other, nextDay]).size).toBe(3);
  });

  test("stay who they are over midnight, while the visit goes on", async () => {
    const { send, rows, clock } = createEndpoint();
    clock.now = new Date("2026-11-24T23:59:00Z");
    await send(batch(view()));
    clock.now = new Date("2026-11-25T00:04:00Z");
    await send({ ...batch(view()), visitAge: 5 * 60_000 });
    expect(rows[1]?.visitor).toBe(rows[0]?.visitor);
  });

  test("who agreed are the same on every day", async () => {
    const { send, rows, clock } = createEndpoint();
    await send({ ...batch(view()), visitor: "a-lasting-id-of-mine" });
    clock.now = new Date("2026-12-24T10:00:00Z");
    await send({ ...batch(view()), visitor: "a-lasting-id-of-mine" });
    expect(rows[1]?.visitor).toBe(rows[0]?.visitor);
    expect(rows[0]?.consented).toBe(1);
  });
});

describe("the reason", () => {
  test.each([
    ["TelegramBot (like TwitterBot)", "preview", "telegram"],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
      "preview",
      "imessage",
    ],
    ["WhatsApp/2", "preview", "signal"],
    ["WhatsApp/2.23.20.0 A", "preview", "whatsapp"],
    ["Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)", "preview", "vk"],
    ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "crawler", ""],
    ["", "crawler", ""],
  ])("of %s is %s", async (userAgent, reason, robot) => {
    const { send, rows } = createEndpoint();
    await send(batch(view()), { "user-agent": userAgent });
    expect(rows[0]?.reason).toBe(reason);
    expect(rows[0]?.robot ?? "").toBe(robot);
  });

  test("of a prefetch and of the site's own people is told apart", async () => {
    const { send, rows } = createEndpoint();
    await send(batch(view()), { "sec-purpose": "prefetch;prerender" });
    await send({ ...batch(view()), own: true });
    expect(rows.map((row) => row.reason)).toEqual(["prefetch", "own"]);
  });
});

describe("where a request came from", () => {
  const addressOf = createClientAddress(["10.0.0.0/8", "2001:db8::1"]);
  test.each([
    ["203.0.113.9", "1.2.3.4", "203.0.113.9"],
    ["10.0.0.1", "1.2.3.4", "1.2.3.4"],
    ["::ffff:10.0.0.1", "6.6.6.6, 1.2.3.4, 10.9.9.9", "1.2.3.4"],
    ["2001:db8::1", "2a00::5", "2a00::5"],
    ["10.0.0.1", "unknown", "10.0.0.1"],
    ["10.0.0.1", undefined, "10.0.0.1"],
  ])("%s that forwards for %s is %s", (remote, forwardedFor, expected) => {
    expect(addressOf(remote, forwardedFor)).toBe(expected);
  });

  test("a proxy that is no address is refused with the remedy", () => {
    expect(() => createClientAddress(["proxy.local"])).toThrow('"proxy.local" is no address or range');
  });
});

test("a preflight allows JSON from anywhere; the batch itself is judged", async () => {
  const { app } = createEndpoint();
  const answer = await app.request("/e", { method: "OPTIONS", headers: { origin } });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-headers")).toBe("content-type");
});
