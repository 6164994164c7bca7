import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { doorRoute } from "#src/ground/events/index.ts";
import { Link, mintLink } from "./index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const browser =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36";
const publicationId = "0190a000-0000-7000-8000-0000000000aa";
const LinkAnswer = z.object({
  id: z.uuid(),
  slug: z.string(),
  shortUrl: z.string(),
  url: z.string(),
  siteId: z.string().nullable(),
});

async function make(body: object) {
  const answer = await app.owner.post("/api/links", body);
  expect(answer.status).toBe(201);
  return LinkAnswer.parse(await answer.json());
}

function follow(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> {
  return app.anonymous.request(path, {
    method,
    redirect: "manual",
    headers: { "user-agent": browser, ...headers },
  });
}

const Click = z.object({
  id: z.string(),
  reason: z.string(),
  robot: z.string(),
  page_host: z.string(),
  page_path: z.string(),
  referrer_host: z.string(),
  link_id: z.string(),
  publication_id: z.string(),
  site_id: z.string(),
  workspace_id: z.string(),
});

async function clicksOn(linkId: string) {
  // Recorded after the answer: one turn for the log, one flush for the store.
  await sleep(50);
  await app.eventLog.flush();
  const result = await app.house.events.query({
    query: "select * from event final where kind = 'click' and link_id = {linkId: UUID} order by id",
    query_params: { linkId },
    format: "JSONEachRow",
  });
  return z.array(Click).parse(await result.json());
}

describe("a person's click", () => {
  test("leads on with an id of its own, keeps query and fragment, and is recorded under that id", async () => {
    const link = await make({ url: "https://shop.example/tea?p=7&s=green#top" });
    const answer = await follow(`/l/${link.slug}`, { referer: "https://t.co/abc" });
    expect(answer.status).toBe(302);
    const location = answer.headers.get("location") ?? "";
    expect(location).toMatch(/^https:\/\/shop\.example\/tea\?p=7&s=green&smv=[0-9a-z]{20}#top$/);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    const [click, ...more] = await clicksOn(link.id);
    expect(more).toEqual([]);
    expect(location).toContain(`smv=${click?.id}`);
    expect(click).toMatchObject({
      reason: "human",
      page_host: "shop.example",
      page_path: "/tea",
      referrer_host: "t.co",
    });
  });

  test("has another id each time", async () => {
    const link = await make({ url: "https://shop.example/" });
    const first = await follow(`/l/${link.slug}`);
    const second = await follow(`/l/${link.slug.toUpperCase()}`);
    expect(second.status).toBe(302);
    expect(second.headers.get("location")).not.toBe(first.headers.get("location"));
  });

  test("waits for no write: a log that hangs or fails changes nothing for the reader", async () => {
    const { createRedirect } = await import("./redirect.ts");
    const { Hono } = await import("hono");
    const failures: unknown[] = [];
    const hono = new Hono().get(
      "/l/:slug",
      doorRoute(
        createRedirect({
          findLink: async () => ({
            id: publicationId,
            workspaceId: publicationId,
            url: "https://shop.example/",
            siteId: null,
            publicationId: null,
          }),
          log: {
            append: (rows) =>
              rows[0]?.page_path === "/"
                ? Promise.reject(new Error("disk full"))
                : new Promise(() => undefined),
          },
          visitors: { hashVisitor: async () => "1" },
          now: () => new Date(),
          logger: { warn: () => undefined, error: (fields) => void failures.push(fields) },
        }),
        () => undefined,
      ),
    );
    expect((await hono.request("/l/tea-house", { headers: { "user-agent": browser } })).status).toBe(302);
    await sleep(5);
    expect(failures).toHaveLength(1);
  });
});

describe("what is no person", () => {
  test.each([
    ["HEAD", "head", "", { method: "HEAD" }],
    [
      "a network's preview",
      "preview",
      "telegram",
      { headers: { "user-agent": "TelegramBot (like TwitterBot)" } },
    ],
    [
      "a crawler",
      "crawler",
      "",
      {
        headers: { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
      },
    ],
    ["a prefetch", "prefetch", "", { headers: { "sec-purpose": "prefetch" } }],
    ["a mail scanner", "scanner", "barracuda", { headers: { "user-agent": "BarracudaCentral/1.0" } }],
  ])(
    "%s gets the page's clean address and is recorded with its reason",
    async (...[, reason, robot, ask]) => {
      const link = await make({ url: "https://shop.example/tea" });
      const answer = await follow(
        `/l/${link.slug}`,
        "headers" in ask ? ask.headers : {},
        "method" in ask ? ask.method : "GET",
      );
      expect(answer.status).toBe(302);
      expect(answer.headers.get("location")).toBe("https://shop.example/tea");
      expect(await clicksOn(link.id)).toMatchObject([{ reason, robot }]);
    },
  );
});

describe("a link that is not there", () => {
  test("gets a friendly page in the reader's language, and works the moment it is made", async () => {
    const missing = await follow("/l/spring-tea", { "accept-language": "ru-RU,ru;q=0.9" });
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain("Эта ссылка никуда не ведёт");
    expect(await (await follow("/l/spring-tea", { "accept-language": "de" })).text()).toContain(
      "This link leads nowhere",
    );
    await make({ url: "https://shop.example/", slug: "spring-tea" });
    await sleep(1100);
    expect((await follow("/l/spring-tea")).status).toBe(302);
  });

  test.each(["/l/..%2fetc", "/l/%3Cscript%3E", "/l/a", `/l/${"x".repeat(300)}`])(
    "%s is no way in",
    async (path) => {
      expect((await follow(path)).status).toBe(404);
    },
  );
});

describe("making links", () => {
  test("answers a short address that can be shown and listed again", async () => {
    const link = await make({ url: "https://shop.example/чай" });
    expect(link).toMatchObject({
      shortUrl: `${app.publicUrl}/l/${link.slug}`,
      url: "https://shop.example/%D1%87%D0%B0%D0%B9",
    });
    expect(await (await app.owner.get(`/api/links/${link.id}`)).json()).toMatchObject(link);
    const list = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() });
    const page = list.parse(await (await app.owner.get("/api/links?limit=1")).json());
    expect(page).toMatchObject({ items: [{ id: link.id }], next: link.id });
    const next = list.parse(await (await app.owner.get(`/api/links?limit=1&after=${page.next}`)).json());
    expect(next.items[0]?.id).not.toBe(link.id);
  });

  test("a taken slug is refused, and the answer says what to do", async () => {
    await make({ url: "https://a.example/", slug: "autumn" });
    const second = await app.owner.post("/api/links", { url: "https://b.example/", slug: "autumn" });
    expect(second.status).toBe(409);
    expect(await second.json()).toEqual({
      code: "conflict",
      title: 'The slug "autumn" is taken',
      hint: "Leave it out to get a free one",
    });
  });

  test.each([
    ["javascript:alert(1)", "must begin with https:// or http://"],
    ["data:text/html,hi", "must begin with https:// or http://"],
    ["https://bank.example@evil.example/", "must hold no name or password"],
    ["tea", '"tea" is no address'],
    [`https://a.example/${"x".repeat(2100)}`, "is longer than 2,048 characters"],
    ["http://samovar.test/l/autumn", "is itself a short link of this house"],
  ])("%s is refused", async (url, why) => {
    const answer = await app.owner.post("/api/links", { url });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain(JSON.stringify(why).slice(1, -1));
  });

  test.each(["UPPER", "a", "has space", "-edge", "x".repeat(41), "../l"])(
    "the slug %s is refused",
    async (slug) => {
      expect((await app.owner.post("/api/links", { url: "https://a.example/", slug })).status).toBe(400);
    },
  );

  test("a link to a site of the workspace's knows its site, with and without www", async () => {
    const site = z
      .object({ id: z.string() })
      .parse(
        await (await app.owner.post("/api/sites", { name: "Shop", origin: "https://tea.example" })).json(),
      );
    expect((await make({ url: "https://tea.example/a" })).siteId).toBe(site.id);
    expect((await make({ url: "https://www.tea.example/a" })).siteId).toBe(site.id);
    expect((await make({ url: "https://other.example/a" })).siteId).toBeNull();
  });

  test("for a publication is made once, however often it is asked for", async () => {
    const { workspaceId } = await app.house.database.transact(wholeHouse, (db) =>
      db.selectFrom("link").select("workspaceId").limit(1).executeTakeFirstOrThrow(),
    );
    const mint = () =>
      app.house.database.transact(workspaceId, (db) =>
        mintLink(db, { url: "https://shop.example/post", publicationId, now: new Date() }),
      );
    const first = await mint();
    expect(await mint()).toEqual(first);
    await follow(`/l/${first.slug}`);
    expect(await clicksOn(first.id)).toMatchObject([{ publication_id: publicationId }]);
  });
});

test("the schema of a link is what the operations answer", async () => {
  const link = await make({ url: "https://shop.example/" });
  expect(Link.shape.slug.parse(link.slug)).toBe(link.slug);
});
