import { expect, test } from "vitest";
import { scanSitemap, SitemapScanner } from "./scan-sitemap.ts";

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

test("a sitemap that comes in pieces, wherever they are cut, lists the same", () => {
  const text = `<urlset><!-- <url><loc>https://a.example/old</loc></url> --><url><loc><![CDATA[https://a.example/1]]></loc>
    <lastmod>2026-11-01</lastmod></url>\n<url><loc>https://a.example/2?a&amp;b</loc></url>
    <sitemap><loc>https://a.example/more.xml</loc></sitemap><url><loc>https://a.example/3</loc></url></urlset>`;
  const whole = [...scanSitemap(text)];
  expect(whole).toHaveLength(4);
  for (const length of [1, 2, 3, 7, 50, 1000]) {
    const scanner = new SitemapScanner();
    const pieces = text.match(new RegExp(`[^]{1,${length}}`, "g")) ?? [];
    expect([...pieces.flatMap((piece) => [...scanner.push(piece)]), ...scanner.end()], `${length}`).toEqual(
      whole,
    );
  }
});

test("the work grows with the text and no faster, also where tags are opened and never closed", () => {
  for (const piece of ["<url><loc>https://a.example/some/page</loc></url>", "<url><loc>", "<!--"]) {
    const once = cpuMs(() => scanAll(piece.repeat(20_000)));
    const often = cpuMs(() => scanAll(piece.repeat(200_000)));
    expect(often / Math.max(once, 5), piece).toBeLessThan(50); // 10 if it is linear, 100 if it is quadratic
  }
});

const scanAll = (text: string) => [...scanSitemap(text)].length;

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
