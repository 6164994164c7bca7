import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { startGhostTwin } from "../../../../repair/src/engines/testing/ghost-twin.ts";
import { startWordpressTwin } from "../../../../repair/src/engines/testing/wordpress-twin.ts";
import { serveSite } from "#src/testing/serve-site.ts";

let app: TestApp;
let site: Awaited<ReturnType<typeof serveSite>>;
let twin: Awaited<ReturnType<typeof startGhostTwin>>;
let siteId: string;
beforeAll(async () => {
  app = await createApp();
  site = await serveSite({ "/tea": page, "/untitled": "<p>No words</p>" });
  twin = await startGhostTwin();
  siteId = await createSite(site.origin);
});
afterAll(async () => {
  await twin[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const page = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Чай</title>
<meta name="description" content="О чае"></head><body><h1>Чай</h1></body></html>`;

async function createSite(origin: string): Promise<string> {
  const made = await app.owner.post("/api/sites", { name: "Tea house", origin });
  return z.object({ id: z.string() }).parse(await made.json()).id;
}

const put = (path: string, body: unknown) =>
  app.owner.request(path, {
    method: "PUT",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" },
  });

const tagsOf = (url: string, id = siteId) =>
  app.owner.get(`/api/sites/${id}/page-tags?url=${encodeURIComponent(url)}`); // getPageTags

describe("the tags to paste", () => {
  test("are written from the page as it is now, and from what holds for the whole site", async () => {
    const profile = {
      siteName: "Чайный дом",
      image: { url: `${site.origin}/i.jpg` },
      creator: "@olga@tea.example",
    };
    const changed = await put(`/api/sites/${siteId}/head-profile`, { profile }); // changeHeadProfile
    expect(await changed.json()).toMatchObject({ siteId, profile, changedAt: expect.any(String) });
    const { tags, ...rest } = z
      .looseObject({ tags: z.string() })
      .parse(await (await tagsOf(`${site.origin}/tea`)).json());
    expect(rest).toMatchObject({ title: "Чай", description: "О чае", imageUrl: `${site.origin}/i.jpg` });
    expect(tags).toContain('<meta property="og:site_name" content="Чайный дом">');
    expect(tags).toContain('<meta name="fediverse:creator" content="@olga@tea.example">');
    expect(tags).toMatch(/<script async src="http:\/\/samovar\.test\/w\/site\.js" data-site="[^"]+">/);
  });

  test("name the card that was made for the page, where it has no picture", async () => {
    const made = await app.owner.post(`/api/sites/${siteId}/cards`, { pageUrl: `${site.origin}/tea` });
    const { url } = z.looseObject({ url: z.string() }).parse(await made.json());
    expect(await (await tagsOf(`${site.origin}/tea`)).json()).toMatchObject({ imageUrl: url });
  });

  test.each<[string, { readonly url: () => string; readonly status: number; readonly said: string }]>([
    ["another site's page", { url: () => "https://else.example/", status: 400, said: "is not on" }],
    ["a page that is missing", { url: () => `${site.origin}/none`, status: 503, said: "can't be read" }],
    [
      "a page without a title",
      { url: () => `${site.origin}/untitled`, status: 400, said: "no words for a title" },
    ],
  ])("of %s are refused in words", async (_what, { url, status, said }) => {
    const answer = await tagsOf(url());
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(said);
  });

  test("of an unknown site are not found", async () => {
    expect((await tagsOf(`${site.origin}/tea`, "0198c0de-0000-7000-8000-000000000009")).status).toBe(404);
  });
});

test("a key that may only read is enough for a proxy to learn the profile", async () => {
  const made = await app.owner.post("/api/api-keys", { name: "proxy", scopes: ["read"] });
  const { token } = z.looseObject({ token: z.string() }).parse(await made.json());
  const answer = await app.anonymous.withKey(token).get(`/api/sites/${siteId}/head-profile`); // getHeadProfile
  expect(await answer.json()).toMatchObject({
    siteId,
    profile: { script: { src: "http://samovar.test/w/site.js" } },
  });
});

test("what an engine asks for, and what it can't be told, is said in both languages (listEngines)", async () => {
  const { items } = z
    .object({
      items: z.array(
        z.looseObject({
          fields: z.array(z.unknown()),
          cannot: z.array(z.object({ en: z.string(), ru: z.string().regex(/[а-яё]/i) })),
        }),
      ),
    })
    .parse(await (await app.owner.get("/api/engines")).json());
  expect(items.length).toBeGreaterThanOrEqual(2);
  for (const { fields, cannot } of items) expect(Math.min(fields.length, cannot.length)).toBeGreaterThan(0);
});

describe("a site that is written with Ghost", () => {
  let id: string;
  beforeAll(async () => {
    const source = await serveSite({ "/tea/": page });
    blog = source;
    id = await createSite(source.origin);
    twin.addPost("tea", { url: `${source.origin}/tea/`, og_title: "Before" });
  });
  let blog: Awaited<ReturnType<typeof serveSite>>;
  afterAll(() => blog[Symbol.asyncDispose]());

  const connect = (settings: Record<string, string>) =>
    put(`/api/sites/${id}/engine`, { engineId: "ghost", url: `${twin.origin}/`, settings }); // connectSiteEngine
  const push = (dryRun: boolean) =>
    app.owner.post(`/api/sites/${id}/tag-pushes`, { url: `${blog.origin}/tea/`, dryRun }); // pushPageTags

  test("is not pushed into before it is connected, and not connected with a wrong key", async () => {
    expect((await push(true)).status).toBe(404);
    const wrong = await connect({ adminKey: `${"0".repeat(24)}:${"0".repeat(64)}` });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain("Check the credentials");
    expect(await (await connect({})).text()).toContain("settings.adminKey");
  });

  test("is connected, and the key is nowhere to be read", async () => {
    const answer = await connect({ adminKey: twin.adminKey });
    expect(await answer.json()).toMatchObject({ engineId: "ghost", account: "Ghost twin" });
    const shown = await (await app.owner.get(`/api/sites/${id}/engine`)).text(); // getSiteEngine
    const secret = twin.adminKey.split(":")[1] ?? "";
    expect(shown).not.toContain(secret);
    expect(await (await app.owner.get("/api/history")).text()).not.toContain(secret);
    const rows = await app.house.database.transact("*", (db) =>
      db.selectFrom("siteEngine").select("settings").execute(),
    );
    for (const { settings } of rows) expect(settings).not.toContain(secret);
  });

  test("a dry run shows the difference and writes nothing", async () => {
    const { changes, push: made } = z
      .object({ changes: z.array(z.looseObject({ field: z.string() })), push: z.null() })
      .parse(await (await push(true)).json());
    expect(changes).toContainEqual({
      field: "og_title",
      before: "Before",
      after: "Чай",
      isBeforeKnown: true,
    });
    expect(made).toBeNull();
    expect(twin.posts.get("tea")?.["og_title"]).toBe("Before");
  });

  test("a push writes, is listed, and is taken back but for what somebody changed since", async () => {
    const { push: made } = z
      .object({ push: z.looseObject({ id: z.string() }) })
      .parse(await (await push(false)).json());
    expect(twin.posts.get("tea")).toMatchObject({ og_title: "Чай", og_description: "О чае" });
    const listed = await app.owner.get(`/api/sites/${id}/tag-pushes`); // listTagPushes
    expect(await listed.json()).toMatchObject({ items: [{ id: made.id, undoneAt: null }] });
    const post = twin.posts.get("tea");
    if (post) post["og_description"] = "By hand";
    const undone = await app.owner.delete(`/api/sites/${id}/tag-pushes/${made.id}`); // undoTagPush
    expect(await undone.json()).toMatchObject({ undoneAt: expect.any(String), kept: ["og_description"] });
    expect(twin.posts.get("tea")).toMatchObject({ og_title: "Before", og_description: "By hand" });
    const again = await app.owner.delete(`/api/sites/${id}/tag-pushes/${made.id}`);
    expect(again.status).toBe(200);
  });

  test("an engine that fails is said to fail, and nothing is kept", async () => {
    twin.fail(500);
    expect((await push(false)).status).toBe(503);
    const { items } = z
      .object({ items: z.array(z.unknown()) })
      .parse(await (await app.owner.get(`/api/sites/${id}/tag-pushes`)).json());
    expect(items).toHaveLength(1);
  });

  test("disconnected, its credentials are gone (disconnectSiteEngine)", async () => {
    expect((await app.owner.delete(`/api/sites/${id}/engine`)).status).toBe(200);
    expect((await app.owner.get(`/api/sites/${id}/engine`)).status).toBe(404);
    expect((await push(true)).status).toBe(404);
  });
});

test("an uploaded picture is taken back too, though the engine knows it by a number", async () => {
  const blog = await serveSite({ "/tea/": page });
  await using wordpress = await startWordpressTwin();
  const { username, applicationPassword } = wordpress;
  const id = await createSite(blog.origin);
  blog.pages["/i.jpg"] = (_request, response) =>
    response.writeHead(200, { "Content-Type": "image/jpeg" }).end(Buffer.from([0xff, 0xd8, 0xff, 0xd9]));
  await put(`/api/sites/${id}/head-profile`, { profile: { image: { url: `${blog.origin}/i.jpg` } } });
  const post = wordpress.addPost("tea", { link: `${blog.origin}/tea/` });
  const settings = { username, applicationPassword };
  await put(`/api/sites/${id}/engine`, { engineId: "wordpress", url: wordpress.origin, settings });
  const pushed = await app.owner.post(`/api/sites/${id}/tag-pushes`, { url: `${blog.origin}/tea/` });
  const { push } = z.object({ push: z.looseObject({ id: z.string() }) }).parse(await pushed.json());
  expect(post).toMatchObject({ featured_media: 100, excerpt: { raw: "О чае" } });
  await app.owner.delete(`/api/sites/${id}/tag-pushes/${push.id}`);
  expect(post).toMatchObject({ featured_media: 0, excerpt: { raw: "" } });
  await blog[Symbol.asyncDispose]();
});
