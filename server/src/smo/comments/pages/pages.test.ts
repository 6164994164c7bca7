import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { createTalk, createVisitor, origin, page } from "../testing/talking.ts";

const house = "http://samovar.test";
const Id = z.object({ id: z.uuid() });
const Posted = z.object({ comment: Id, token: z.string() });

/** A site whose newcomers are published at once. */
async function openTalk(app: TestApp) {
  const talk = await createTalk(app);
  const api = `/api/sites/${talk.site.id}`;
  const rules = { holdFirst: "never", fastestMs: 0, perAddress: 1000, perAuthor: 1000, perSite: 10_000 };
  await read(app.owner.patch(`${api}/moderation`, { rules }), z.unknown());
  const say = async (body: object) => (await read(talk.visitor.post(body), Posted)).comment.id;
  const base = `${house}/talk/${talk.site.siteKey}`;
  /** Somebody who says no origin, as a server, a feed reader or a browser without scripts. */
  const get = (rest: string, headers: Readonly<Record<string, string>> = {}) =>
    app.app.request(rest.startsWith("http") ? rest : `${base}/${rest}`, { headers });
  const submit = (fields: Readonly<Record<string, string>>, from = house) =>
    app.app.request(`${base}/page`, {
      method: "POST",
      headers: { Origin: from, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
  return { ...talk, api, say, base, get, submit };
}

const about = (more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({ url: page, ...more }).toString();

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element of a page, as a browser's parser sees them. */
function elementsOf(text: string): readonly Node[] {
  const found: Node[] = [];
  const walk = (node: Tree.Node) => {
    if ("tagName" in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, attributes });
    }
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(text));
  return found;
}

const valuesOf = (text: string, attribute: string) =>
  elementsOf(text).flatMap(({ attributes }) => attributes[attribute] ?? []);

/** The fields of the form as a browser would send them untouched. */
const fieldsOf = (text: string) =>
  Object.fromEntries(
    elementsOf(text)
      .filter(({ name, attributes }) => name === "input" && attributes["type"] !== "checkbox")
      .map(({ attributes }) => [attributes["name"] ?? "", attributes["value"] ?? ""]),
  );

test("the owner's server puts the talk into its page as marked-up HTML, and caches may keep it for half a minute", async () => {
  await using app = await createApp();
  const { say, get } = await openTalk(app);
  const empty = await get(`thread.html?${about()}`);
  expect(await empty.text()).toContain("Nobody has written yet.");
  const root = await say({
    body: "Good **tea**",
    name: `<img src=x onerror="alert(1)">`,
    title: `"Tea" & <b>`,
  });
  for (const n of [1, 2, 3, 4]) await say({ body: `answer ${n} <script>alert(1)</script>`, parentId: root });
  const answer = await get(`thread.html?${about()}`, { "Accept-Language": "ru" });
  expect(answer.headers.get("Cache-Control")).toBe("public, max-age=30");
  expect(answer.headers.get("Vary")).toContain("Accept-Language");
  const text = await answer.text();
  expect(text).toContain("5 комментариев");
  expect(text).toContain("Все ответы: 4");
  expect(text).toContain("<strong>tea</strong>");
  const names = new Set(elementsOf(text).map(({ name }) => name));
  for (const name of ["script", "img", "style"]) expect(names).not.toContain(name);
  expect(valuesOf(text, "style")).toEqual([]);
  expect(valuesOf(text, "itemtype").slice(0, 3)).toEqual([
    "https://schema.org/DiscussionForumPosting",
    "https://schema.org/Organization",
    "https://schema.org/Comment",
  ]);
  expect(valuesOf(text, "content")).toContain(`"Tea" & <b>`);
  expect(valuesOf(text, "href")).toContain(`${page}#talk-${root}`);
  expect((await get(`thread.html?url=https://evil.example/`)).status).toBe(400);
});

test("where visitors rate, the talk is a product's reviews with their average", async () => {
  await using app = await createApp();
  const { say, get, api } = await openTalk(app);
  await read(app.owner.patch(`${api}/comment-settings`, { hasRatings: true }), z.unknown());
  await say({ body: "Boils well", rating: 5 });
  await say({ body: "Leaks", rating: 2 });
  await say({ body: "Is it copper?" });
  const text = await (await get(`thread.html?${about()}`)).text();
  const types = valuesOf(text, "itemtype").map((type) => type.replace("https://schema.org/", ""));
  expect(types[0]).toBe("Product");
  expect(types.filter((type) => type === "Review")).toHaveLength(2);
  expect(types.filter((type) => type === "Rating")).toHaveLength(2);
  const properties = valuesOf(text, "itemprop");
  for (const property of ["aggregateRating", "ratingValue", "ratingCount", "review", "reviewBody"])
    expect(properties).toContain(property);
  // A product has no property `comment`.
  expect(properties).not.toContain("comment");
  expect(text).toContain("Average rating 3.5 of 5");
});

test("without scripts one reads, writes and answers on a page of ours", async () => {
  await using app = await createApp();
  const { get, submit, base } = await openTalk(app);
  const led = await get("page", { Referer: `${page}?utm_source=x` });
  expect(led.status).toBe(303);
  const first = await get(led.headers.get("Location") ?? "");
  const policy = first.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  expect(first.headers.get("Cache-Control")).toBe("no-store");
  const fields = fieldsOf(await first.text());
  expect(fields).toMatchObject({ url: page, website: "" });
  const sent = await submit({ ...fields, name: "Анна", body: "Первая строка\r\nВторая", lang: "ru" });
  expect(sent.status).toBe(303);
  const after = await (await get(sent.headers.get("Location") ?? "")).text();
  expect(after).toContain("Комментарий опубликован.");
  expect(after).toContain("Первая строка<br />Вторая");
  const reply = valuesOf(after, "href").find((href) => href.includes("to="));
  const asked = fieldsOf(await (await get(reply ?? "")).text());
  expect(asked["parentId"]).toMatch(/^[0-9a-f-]{36}$/);
  const answered = await submit({ ...asked, name: "Boris", body: "An answer" });
  const branch = await (await get(answered.headers.get("Location") ?? "")).text();
  expect(branch).toContain("An answer");
  expect(branch).toContain("в ответ: Анна");
  expect((await get("page")).status).toBe(400);
  expect((await submit({ ...fields, name: "Eve", body: "x" }, "https://evil.example")).status).toBe(403);
  expect(base).toContain("/talk/");
});

test("a refused form comes back with what was written; one sent twice says so, and the trap holds a robot's words", async () => {
  await using app = await createApp();
  const { get, submit, visitor } = await openTalk(app);
  const open = async () => fieldsOf(await (await get(`page?${about()}`)).text());
  const fields = await open();
  const refused = await submit({ ...fields, name: "", body: `kept </textarea><script>alert(1)</script>` });
  expect(refused.status).toBe(400);
  const again = await refused.text();
  expect(again).toContain("kept &lt;/textarea&gt;");
  expect(again).toContain(`role="alert"`);
  const whole = { ...fieldsOf(again), name: "Anna", body: "Once" };
  expect((await submit(whole)).status).toBe(303);
  const twice = await submit(whole);
  expect([twice.status, await twice.text()]).toEqual([409, expect.stringContaining("was sent before")]);
  const forged = await submit({ ...whole, form: "a.b.c" });
  expect(forged.status).toBe(403);
  const trapped = await submit({
    ...(await open()),
    name: "Bot",
    body: "Buy",
    website: "https://spam.example",
  });
  expect(trapped.headers.get("Location")).toContain("sent=held");
  const Count = z.object({ commentCount: z.int() });
  expect(await read(visitor.get("thread", { url: page }), Count)).toEqual({ commentCount: 1 });
});

const nextOf = (text: string) =>
  elementsOf(text).find(({ attributes }) => attributes["rel"] === "next")?.attributes["href"];

test("older comments and further answers are a link away, each page by a key", async () => {
  await using app = await createApp();
  const { say, get } = await openTalk(app);
  const root = await say({ body: "root 0" });
  for (let n = 1; n <= 51; n += 1) await say({ body: `answer ${n}.`, parentId: root });
  for (let n = 1; n <= 21; n += 1) await say({ body: `root ${n}.` });
  const first = await (await get(`page?${about({ sort: "new" })}`)).text();
  expect(first).toContain("root 21.");
  expect(first).not.toContain("root 1.");
  const second = await (await get(nextOf(first) ?? "")).text();
  expect(second).toContain("root 1.");
  expect(nextOf(second)).toBeUndefined();
  const branch = await (await get(`page?${about({ branch: root })}`)).text();
  expect(branch).toContain("answer 50.");
  expect(branch).not.toContain("answer 51.");
  const further = await (await get(nextOf(branch) ?? "")).text();
  expect(further).toContain("answer 51.");
});

test("a closed talk is read and has no form; one for the site's own users says where to sign in", async () => {
  await using app = await createApp();
  const { say, get, api } = await openTalk(app);
  await say({ body: "Here" });
  for (const [whoMayPost, words] of [
    ["nobody", "Comments are closed."],
    ["own", "sign in on the page itself"],
  ] as const) {
    await read(app.owner.patch(`${api}/comment-settings`, { whoMayPost }), z.unknown());
    const text = await (await get(`page?${about()}`)).text();
    expect(text).toContain(words);
    expect(elementsOf(text).map(({ name }) => name)).not.toContain("form");
  }
});

test("a page's feed and the site's hold what was published, newest first, and nothing when nothing is new", async () => {
  await using app = await createApp();
  const { say, get, submit, site, base } = await openTalk(app);
  const one = await say({ body: "One & **two** ]]>", name: "Anna & <b>" });
  const other = await say({ body: "Elsewhere", url: `${origin}/other` });
  const held = { ...fieldsOf(await (await get(`page?${about()}`)).text()), website: "x" };
  await submit({ ...held, name: "Bot", body: "Hidden" });
  const answer = await get(`feed.xml?${about()}`);
  expect(answer.headers.get("Content-Type")).toBe("application/rss+xml; charset=utf-8");
  const feed = parseRssFeed(await answer.text());
  expect(feed.atom?.links).toEqual([
    { href: `${base}/feed.xml?${about()}`, rel: "self", type: "application/rss+xml" },
  ]);
  expect(feed.items).toHaveLength(1);
  expect(feed.items?.[0]).toMatchObject({
    guid: { value: `urn:uuid:${one}`, isPermaLink: false },
    link: `${page}#talk-${one}`,
    description: "<p>One &amp; <strong>two</strong> ]]&gt;</p>",
    dc: { creators: ["Anna & <b>"] },
  });
  const whole = await get("feed.xml");
  const guids = parseRssFeed(await whole.text()).items?.map(({ guid }) => guid?.value);
  expect(guids).toEqual([`urn:uuid:${other}`, `urn:uuid:${one}`]);
  const tag = whole.headers.get("ETag") ?? "";
  expect((await get("feed.xml", { "If-None-Match": `"x", W/${tag}` })).status).toBe(304);
  await createVisitor(app.app, { siteKey: site.siteKey }).post({ body: "News" });
  expect((await get("feed.xml", { "If-None-Match": tag })).status).toBe(200);
});

test("whoever sends no visit leaves no event, and an author who reads is noted once a day", async () => {
  await using app = await createApp();
  const { visitor, site } = await openTalk(app);
  const quiet = await read(visitor.post({ body: "Not measured" }), Posted);
  await read(visitor.send("PUT", `comments/${quiet.comment.id}/reactions/like`), z.unknown());
  await read(visitor.post({ body: "Measured", visit: { visitAge: 0, own: false } }), Posted);
  await app.eventLog.flush();
  const events = await app.house.events.query({
    query: "select kind from event where kind in ('comment', 'react')",
    format: "JSONEachRow",
  });
  expect(await events.json()).toEqual([{ kind: "comment" }]);

  const reader = visitor.as(quiet.token);
  for (const days of [0, 0, 1]) {
    await app.advance(days * 86_400_000);
    await read(reader.get("thread", { url: page }), z.unknown());
  }
  const readDays = await app.house.database.transact(wholeHouse, (db) =>
    db
      .selectFrom("commentReadDay as read")
      .innerJoin("commentAuthor as author", "author.id", "read.authorId")
      .select("read.day")
      .where("author.siteId", "=", site.id)
      .execute(),
  );
  expect(readDays).toHaveLength(2);
});
