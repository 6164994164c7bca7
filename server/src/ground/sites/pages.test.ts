import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { serveSite } from "#src/testing/serve-site.ts";
import { learnPages } from "./learn-pages.job.ts";

const Site = z.object({ id: z.string(), siteKey: z.string(), firstVisitAt: z.string().nullable() });
const Pages = z.object({
  items: z.array(
    z.object({
      path: z.string(),
      url: z.string(),
      title: z.string().nullable(),
      knownFrom: z.string(),
      visitedAt: z.string().nullable(),
      changedAt: z.string().nullable(),
    }),
  ),
});
const chrome =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

const register = (app: TestApp, origin: string) =>
  read(app.owner.post("/api/sites", { name: "Tea", origin }), Site);
const pagesOf = async (app: TestApp, id: string, query = "") =>
  (await read(app.owner.get(`/api/sites/${id}/pages?limit=100${query}`), Pages)).items;
const urlset = (...urls: string[]) =>
  `<urlset>${urls.map((url) => `<url><loc>${url}</loc></url>`).join("")}</urlset>`;

async function readSitemap(app: TestApp, id: string): Promise<unknown> {
  await read(app.owner.post(`/api/sites/${id}/sitemap-readings`), z.object({ id: z.string() }));
  await app.work();
  return (await app.owner.get(`/api/sites/${id}/sitemap-readings/latest`)).json();
}

/** A person opens a page of the site. */
async function visit(app: TestApp, siteKey: string, page: { readonly url: string; readonly title?: string }) {
  const answer = await app.anonymous.request("/e", {
    method: "POST",
    headers: {
      "Content-Type": "text/plain",
      Origin: new URL(page.url).origin,
      "User-Agent": chrome,
      "Accept-Language": "en",
    },
    body: JSON.stringify({ site: siteKey, events: [{ kind: "view", id: uuidv7(), age: 0, ...page }] }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

async function learn(app: TestApp) {
  await app.eventLog.flush();
  await app.house.database.transact("*", (db) => app.house.inside(db).enqueue(learnPages, {}));
  await app.work();
}

describe("pages become known from the sitemap", () => {
  test("that robots.txt names: indexes, packed ones and those of the www name are followed, foreign pages are not", async () => {
    await using site = await serveSite();
    await using app = await createApp();
    const { id } = await register(app, site.origin);
    site.pages["/robots.txt"] = `User-agent: *\nSitemap: ${site.origin}/index.xml\n`;
    site.pages["/index.xml"] =
      `<sitemapindex><sitemap><loc>${site.origin}/a.xml</loc></sitemap><sitemap><loc>${site.origin}/b.xml.gz</loc></sitemap><sitemap><loc>${site.origin}/index.xml</loc></sitemap><sitemap><loc>${site.origin}/missing.xml</loc></sitemap></sitemapindex>`;
    site.pages["/a.xml"] =
      `<urlset><url><loc>${site.origin}/black?x=1&amp;y=2</loc><lastmod>2026-11-01T10:00:00Z</lastmod></url></urlset>`;
    site.pages["/b.xml.gz"] = gzipSync(
      urlset(`${site.origin}/green`, "https://foreign.example/x", `${site.origin}/${"x".repeat(3000)}`),
    );
    expect(await readSitemap(app, id)).toMatchObject({
      pagesFound: 2,
      endedAt: expect.any(String),
      failure: null,
    });
    expect(await pagesOf(app, id)).toMatchObject([
      { path: "/green", knownFrom: "sitemap", visitedAt: null },
      { path: "/black?x=1&y=2", url: `${site.origin}/black?x=1&y=2`, changedAt: "2026-11-01T10:00:00.000Z" },
    ]);
    await readSitemap(app, id);
    expect(await pagesOf(app, id)).toHaveLength(2);
    expect(await pagesOf(app, id, "&search=GREEN")).toHaveLength(1);
    expect(await pagesOf(app, id, "&search=%25")).toHaveLength(0);
  });

  test.each([
    ["none", {}],
    ["a broken one", { "/sitemap.xml": "<urlset><url><loc" }],
    ["a page in its place", { "/sitemap.xml": "<!doctype html><h1>Welcome" }],
    ["half a gzip", { "/sitemap.xml": gzipSync("x".repeat(1000)).subarray(0, 20) }],
    [
      "an entity bomb",
      {
        "/sitemap.xml": `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><urlset>&b;</urlset>`,
      },
    ],
    ["a gzip bomb", { "/sitemap.xml": gzipSync(Buffer.alloc(60 * 1024 * 1024)) }],
  ])("%s is told plainly, and the reading ends", async (_what, pages) => {
    await using site = await serveSite(pages);
    await using app = await createApp();
    const { id } = await register(app, site.origin);
    expect(await readSitemap(app, id)).toMatchObject({
      pagesFound: 0,
      endedAt: expect.any(String),
      failure: "The site has no sitemap that lists pages",
    });
  });

  test("a site that can't be reached ends the reading with the reason", async () => {
    await using app = await createApp();
    const { id } = await register(app, "http://127.0.0.1:9");
    expect(await readSitemap(app, id)).toMatchObject({
      endedAt: expect.any(String),
      failure: expect.stringContaining("127.0.0.1"),
    });
  });
});

describe("pages become known from visits", () => {
  test("of people: with the title they have now, once, whatever made them known before", async () => {
    await using site = await serveSite();
    site.pages["/sitemap.xml"] = urlset(`${site.origin}/black`);
    await using app = await createApp();
    const { id, siteKey } = await register(app, site.origin);
    await readSitemap(app, id);
    await visit(app, siteKey, { url: `${site.origin}/black?utm_source=x`, title: "Black tea" });
    await visit(app, siteKey, { url: `${site.origin}/green?leaf=1`, title: " Green tea\0 " });
    await learn(app);
    await learn(app);
    const pages = await pagesOf(app, id);
    expect(
      pages
        .map(({ path, title, knownFrom }) => ({ path, title, knownFrom }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    ).toEqual([
      { path: "/black", title: "Black tea", knownFrom: "sitemap" },
      { path: "/green?leaf=1", title: "Green tea", knownFrom: "visit" },
    ]);
    expect(pages.every(({ visitedAt }) => visitedAt !== null)).toBe(true);
    const { firstVisitAt } = await read(app.owner.get(`/api/sites/${id}`), Site);
    expect(firstVisitAt).not.toBeNull();
    await visit(app, siteKey, { url: `${site.origin}/black`, title: "Finest black tea" });
    await learn(app);
    expect((await pagesOf(app, id, "&search=finest")).map(({ path }) => path)).toEqual(["/black"]);
  });

  test("of a site that was deleted meanwhile nothing is kept, and the others' pages are learnt all the same", async () => {
    await using app = await createApp();
    const gone = await register(app, "https://gone.example");
    const stays = await register(app, "https://stays.example");
    await visit(app, gone.siteKey, { url: "https://gone.example/a" });
    await visit(app, stays.siteKey, { url: "https://www.stays.example/a" });
    await app.owner.delete(`/api/sites/${gone.id}`);
    await learn(app);
    expect((await pagesOf(app, stays.id)).map(({ path }) => path)).toEqual(["/a"]);
  });
});
