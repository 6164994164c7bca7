import { expect, test } from "vitest";
import { scanSitemap } from "./scan-sitemap.ts";

const urls = (text: string) => [...scanSitemap(text)].map(({ kind, url }) => `${kind} ${url.href}`);

test("pages and further sitemaps are told apart, with the day of their change", () => {
  const text = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc> https://a.example/x?a=1&amp;b=%20 </loc><lastmod>2026-11-01</lastmod></url>
    <url><lastmod>yesterday</lastmod><loc><![CDATA[https://a.example/y]]></loc></url></urlset>
    <sitemapindex><sitemap><loc>https://a.example/more.xml</loc></sitemap></sitemapindex>`;
  expect([...scanSitemap(text)]).toEqual([
    { kind: "page", url: new URL("https://a.example/x?a=1&b=%20"), changedAt: new Date("2026-11-01") },
    { kind: "page", url: new URL("https://a.example/y"), changedAt: undefined },
    { kind: "sitemap", url: new URL("https://a.example/more.xml"), changedAt: undefined },
  ]);
});

test("pictures of a page, and what is in comments, are no pages", () => {
  expect(
    urls(`<url><image:image><image:loc>https://a.example/p.png</image:loc></image:image><loc>https://a.example/</loc></url>
      <!-- <url><loc>https://a.example/old</loc></url> --> <url><loc>javascript:alert(1)</loc></url>`),
  ).toEqual(["page https://a.example/"]);
});

test("what is cut off still gives what came before; what is no sitemap gives nothing", () => {
  expect(urls("<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.exa")).toEqual([
    "page https://a.example/1",
    "page https://a.exa/",
  ]);
  for (const text of ["", "{}", "<!doctype html><p>Not found", "<urlset>".repeat(10_000)])
    expect(urls(text)).toEqual([]);
});

test("entities of a document type are left alone: nothing can be blown up", () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]><url><loc>https://a.example/&b;&#1114112;</loc></url>`;
  expect(urls(bomb)).toEqual(["page https://a.example/&b;&#1114112;"]);
});

test("50,000 addresses, or as many opened and never closed, take no time to speak of", () => {
  const started = performance.now();
  expect(
    urls("<url><loc>https://a.example/some/page</loc><lastmod>2026-01-01</lastmod></url>".repeat(50_000)),
  ).toHaveLength(50_000);
  expect(urls("<url><loc>".repeat(200_000))).toEqual([]);
  expect(urls("<!--".repeat(200_000))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(10_000);
});
