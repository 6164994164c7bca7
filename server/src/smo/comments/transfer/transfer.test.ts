import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { join as joinHouse, openWorkspace, read } from "#src/testing/people.ts";
import { htmlToBody } from "./html-to-body.ts";
import { ImportReport } from "./import-comments.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
});
afterAll(() => app[Symbol.asyncDispose]());

let made = 0;
async function openSite(): Promise<string> {
  made += 1;
  const site = { name: `Site ${made}`, origin: `https://t${made}.example` };
  return (await read(app.owner.post("/api/sites", site), z.object({ id: z.uuid() }))).id;
}

const bring = (siteId: string, format: string, file: string | Uint8Array) =>
  app.owner.post(`/api/sites/${siteId}/comment-imports`, {
    format,
    file: Buffer.from(file).toString("base64"),
  });
const bringWell = (...said: Parameters<typeof bring>) => read(bring(...said), ImportReport);

const Queue = z.object({
  items: z.array(
    z.object({
      body: z.string(),
      state: z.string(),
      pageUrl: z.string(),
      createdAt: z.string(),
      author: z.object({ name: z.string(), email: z.string().nullable() }),
      answers: z.object({ authorName: z.string() }).nullable(),
    }),
  ),
});
const listed = async (siteId: string, state = "published") =>
  (await read(app.owner.get(`/api/comment-queue?siteId=${siteId}&state=${state}`), Queue)).items;

const disqus = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><id/><link>https://old.example/tea?utm_source=x</link><title>On tea</title></thread>
<thread dsq:id="2"><id/><link/><title>Nowhere</title></thread>
<post dsq:id="11"><id/><message><![CDATA[<p>See <a href="https://a.example/x">this</a> &amp; that<br>it <b>works</b></p>]]></message>
<createdAt>2019-03-04T05:06:07Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
<author><email>ann@a.example</email><name>Ann</name><isAnonymous>false</isAnonymous></author><thread dsq:id="1"/></post>
<post dsq:id="12"><id/><message><![CDATA[<p>I agree</p>]]></message><createdAt>2019-03-05T05:06:07Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Bob</name></author><thread dsq:id="1"/><parent dsq:id="11"/></post>
<post dsq:id="13"><id/><message><![CDATA[buy]]></message><createdAt>2019-03-06T05:06:07Z</createdAt>
<isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>Spam</name></author><thread dsq:id="1"/></post>
<post dsq:id="14"><id/><message><![CDATA[lost]]></message><createdAt>2019-03-06T05:06:07Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Carl</name></author><thread dsq:id="2"/></post>
<post dsq:id="15"><id/><message><![CDATA[when]]></message><createdAt>yesterday or so</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Dora</name></author><thread dsq:id="1"/></post>
</disqus>`;

const wordpress = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<item><title>Tea</title><link>https://wp.example/2020/tea/</link>
<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author><![CDATA[Ира]]></wp:comment_author>
<wp:comment_author_email>ira@r.example</wp:comment_author_email><wp:comment_date>2020-01-02 06:04:05</wp:comment_date>
<wp:comment_date_gmt>2020-01-02 03:04:05</wp:comment_date_gmt><wp:comment_content><![CDATA[Хороший чай]]></wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>6</wp:comment_id><wp:comment_author>Pete</wp:comment_author><wp:comment_date_gmt>2020-01-03 03:04:05</wp:comment_date_gmt>
<wp:comment_content>Waits</wp:comment_content><wp:comment_approved>0</wp:comment_approved><wp:comment_type/><wp:comment_parent>99</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Ping</wp:comment_author><wp:comment_date_gmt>2020-01-03 03:04:05</wp:comment_date_gmt>
<wp:comment_content>[...]</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
</item></channel></rss>`;

const remark42 = [
  { version: 1, users: [], posts: [] },
  {
    id: "b",
    pid: "a",
    text: "<p>Yes</p>",
    orig: "Yes",
    user: { name: "Bob", id: "github_1" },
    locator: { site: "s", url: "https://r.example/post" },
    time: "2021-05-06T07:09:09.1-05:00",
  },
  {
    id: "a",
    pid: "",
    text: "<p><strong>Is</strong> it?</p>",
    user: { name: "Ann", id: "email_1" },
    locator: { site: "s", url: "https://r.example/post" },
    time: "2021-05-06T07:08:09.1-05:00",
  },
  { id: "c", pid: "", locator: {} },
]
  .map((line) => JSON.stringify(line))
  .join("\n");

describe("an import", () => {
  test("from Disqus keeps threads, answers, times and states, and tells of each row that it can't keep", async () => {
    const siteId = await openSite();
    const dry = await read(
      app.owner.post(`/api/sites/${siteId}/comment-imports`, {
        format: "disqus",
        isDryRun: "true",
        file: Buffer.from(disqus).toString("base64"),
      }),
      ImportReport,
    );
    expect(dry).toMatchObject({ isDryRun: true, found: 5, fit: 3, pages: 1, added: 0 });
    expect(await listed(siteId)).toEqual([]);
    const report = await bringWell(siteId, "disqus", disqus);
    expect(report).toMatchObject({ found: 5, added: 3, existing: 0, faultCount: 2 });
    expect(report.faults).toEqual([
      { sourceId: "14", why: "no-page", what: "" },
      { sourceId: "15", why: "no-date", what: "yesterday or so" },
    ]);
    const [answer, first] = await listed(siteId);
    expect(first).toMatchObject({
      body: "See [this](https://a.example/x) & that\nit **works**",
      createdAt: "2019-03-04T05:06:07.000Z",
      author: { name: "Ann", email: "ann@a.example" },
    });
    expect(first?.pageUrl).toMatch(/example\/tea$/);
    expect(answer).toMatchObject({ body: "I agree", answers: { authorName: "Ann" } });
    expect(await listed(siteId, "spam")).toMatchObject([{ body: "buy" }]);
  });

  test("that comes again adds nothing twice", async () => {
    const siteId = await openSite();
    await bringWell(siteId, "disqus", disqus);
    expect(await bringWell(siteId, "disqus", disqus)).toMatchObject({ added: 0, existing: 3 });
    expect(await listed(siteId)).toHaveLength(2);
  });

  test("from WordPress leaves pingbacks out, and puts an answer to nothing at the top", async () => {
    const siteId = await openSite();
    const report = await bringWell(siteId, "wordpress", wordpress);
    expect(report).toMatchObject({ found: 2, added: 2 });
    expect(report.faults).toEqual([{ sourceId: "6", why: "no-parent", what: "" }]);
    expect(await listed(siteId)).toMatchObject([
      { body: "Хороший чай", createdAt: "2020-01-02T03:04:05.000Z", author: { name: "Ира" } },
    ]);
    expect(await listed(siteId, "held")).toMatchObject([{ body: "Waits" }]);
  });

  test("from remark42 finds parents that stand below their answers", async () => {
    const siteId = await openSite();
    const report = await bringWell(siteId, "remark42", remark42);
    expect(report).toMatchObject({ found: 3, added: 2, faults: [{ sourceId: "c", why: "no-page" }] });
    expect(await listed(siteId)).toMatchObject([
      { body: "Yes", answers: { authorName: "Ann" } },
      { body: "**Is** it?", answers: null },
    ]);
  });

  test("from isso reads its database", async () => {
    const siteId = await openSite();
    const report = await bringWell(siteId, "isso", await issoFile());
    expect(report).toMatchObject({ found: 3, added: 3 });
    expect(await listed(siteId)).toMatchObject([{ body: "Hello from isso", author: { name: "Ann" } }]);
    expect(await listed(siteId, "held")).toMatchObject([{ body: "Waits", answers: { authorName: "Ann" } }]);
  });

  test.each([
    ["disqus", "<disqus><post>"],
    ["wordpress", "nothing of the kind"],
    ["remark42", '{"version":1}\n{broken'],
    ["samovar", "\u0001"],
    ["isso", "SQLite format 3, or not"],
  ])("of a broken file for %s is refused with a reason, and keeps nothing", async (format, file) => {
    const siteId = await openSite();
    const answer = await bring(siteId, format, file);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      title: expect.stringMatching(/^file: /),
      hint: expect.any(String),
    });
    expect(await listed(siteId)).toEqual([]);
  });

  test("takes a file of a form, and no one's who may not moderate", async () => {
    const siteId = await openSite();
    const form = new FormData();
    form.set("format", "disqus");
    form.set("file", new File([disqus], "disqus.xml"));
    const path = `/api/sites/${siteId}/comment-imports`;
    const answer = await app.owner.request(path, { method: "POST", body: form });
    expect(await read(Promise.resolve(answer), ImportReport)).toMatchObject({ added: 3 });
    const viewer = await joinHouse(app, app.owner, "viewer");
    expect((await viewer.post(path, { format: "disqus", file: "eA==" })).status).toBe(403);
  });

  test("cuts what is longer than a comment may be, and says so", async () => {
    const siteId = await openSite();
    const long = disqus.replace("I agree", "x".repeat(20_000));
    const report = await bringWell(siteId, "disqus", long);
    expect(report.faults).toContainEqual({
      sourceId: "12",
      why: "cut",
      what: expect.stringMatching(/^\d+$/),
    });
    expect((await listed(siteId))[0]?.body).toHaveLength(10_000);
  });
});

const load = (siteId: string, file: string, client = app.owner) =>
  client.request(`/comments-export/${siteId}/${file}`);

describe("an export", () => {
  test("as JSON lines makes the same comments on another site", async () => {
    const [from, to] = [await openSite(), await openSite()];
    await bringWell(from, "disqus", disqus);
    const answer = await load(from, "comments.jsonl");
    expect(answer.headers.get("Content-Disposition")).toContain("comments.jsonl");
    await bringWell(to, "samovar", await answer.text());
    const bare = (rows: Awaited<ReturnType<typeof listed>>) =>
      rows.map(({ pageUrl: _pageUrl, ...row }) => row);
    expect(bare(await listed(to))).toEqual(bare(await listed(from)));
    expect(await listed(to, "spam")).toHaveLength(1);
  });

  test("as WordPress's XML is read by our own import of it", async () => {
    const [from, to] = [await openSite(), await openSite()];
    await bringWell(from, "disqus", disqus);
    const report = await bringWell(to, "wordpress", await (await load(from, "comments.xml")).text());
    expect(report).toMatchObject({ found: 3, added: 3, faultCount: 0 });
    expect((await listed(to))[0]).toMatchObject({ body: "I agree", answers: { authorName: "Ann" } });
  });

  test("is for the site's own moderators alone", async () => {
    const siteId = await openSite();
    expect((await load(siteId, "comments.jsonl", app.anonymous)).status).toBe(401);
    const viewer = await joinHouse(app, app.owner, "viewer");
    expect((await load(siteId, "comments.jsonl", viewer)).status).toBe(404);
    const elsewhere = await openWorkspace(app.owner, "Coffee house");
    const foreign = await joinHouse(app, elsewhere.owner, "editor");
    expect((await load(siteId, "comments.jsonl", foreign)).status).toBe(404);
    expect((await load(siteId, "comments.jsonl")).status).toBe(200);
    expect((await load("nothing", "comments.jsonl")).status).toBe(404);
  });
});

test("HTML of other engines becomes the small Markdown, and what is no markup stays", () => {
  expect(htmlToBody("a &lt;b&gt; &#1078; &#x1F375; 1 < 2 &unknown;")).toBe("a <b> ж 🍵 1 < 2 &unknown;");
  expect(htmlToBody("<ul><li>one</li><li>two</li></ul><blockquote>said</blockquote>")).toBe(
    "- one\n- two\n\n> said",
  );
  expect(htmlToBody('<a href="https://a.example/long/path">https://a.example/long…</a>')).toBe(
    "https://a.example/long/path",
  );
  expect(htmlToBody("<a href=".repeat(50_000))).toBeTypeOf("string");
});

async function issoFile(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "samovar-isso-test-"));
  try {
    const file = join(folder, "isso.db");
    const database = new DatabaseSync(file);
    database.exec(`create table threads (id integer primary key, uri text, title text);
      create table comments (tid integer, id integer primary key, parent integer, created float, modified float,
        mode integer, remote_addr text, text text, author text, email text, website text);
      insert into threads values (1, '/tea/', 'Tea');
      insert into comments values
        (1, 1, null, 1600000000.5, null, 1, '192.0.2.0', 'Hello from isso', 'Ann', null, 'https://ann.example'),
        (1, 2, 1, 1600000100, null, 2, '192.0.2.0', 'Waits', null, null, null),
        (1, 3, 1, 1600000200, null, 4, '192.0.2.0', '', null, null, null);`);
    database.close();
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
