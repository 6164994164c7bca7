import { expect, test } from "vitest";
import { readPage } from "../page/read-page.ts";
import { fakeVisitors, type FakeWeb } from "../testing/fake-visitors.ts";
import { gatherReadings, namedImages } from "./gather-readings.ts";

const url = "https://tea.example/";

const headed = (head: string): string => `<!doctype html><head>${head}</head><body></body>`;

const read = (html: string) =>
  readPage({ url, body: Buffer.from(html), contentType: "text/html; charset=utf-8", isTruncated: false });

async function gather(html: string, web: Partial<FakeWeb> = {}) {
  const visitors = fakeVisitors({ images: {}, ...web, pages: { [url]: html, ...web.pages } });
  const visit = await visitors.visit(url, "samovar");
  return gatherReadings({ page: read(html), visit, networks: ["linkedin", "vk"], visitors, postedUrl: url });
}

test("what robots.txt forbids is told to the robot that it names, page and picture apart", async () => {
  const robots = "User-agent: LinkedInBot\nDisallow: /pictures/\n";
  const image = `${url}pictures/a.jpg`;
  const { byNetwork } = await gather(headed(`<meta property="og:image" content="${image}">`), {
    pages: { [`${url}robots.txt`]: { body: robots, headers: { "content-type": "text/plain" } } },
    images: { [image]: {} },
  });
  expect([...(byNetwork.get("linkedin")?.forbidden?.keys() ?? [])]).toEqual([image]);
  expect(byNetwork.get("vk")?.forbidden?.size).toBe(0);
  expect(byNetwork.get("vk")?.images?.get(image)?.width).toBeGreaterThan(0);
});

test("a page that answers one robot differently is read anew for it", async () => {
  const plain = headed("<title>For people</title>");
  const { byNetwork } = await gather(plain, {
    pages: { [url]: ({ as }) => (as === "vk" ? headed("<title>For VK</title>") : plain) },
  });
  expect(byNetwork.get("vk")?.page.title?.text).toBe("For VK");
  expect(byNetwork.get("linkedin")?.page.title?.text).toBe("For people");
});

const answer = (body: string) => ({
  pages: { [`${url}oembed.json`]: { body, headers: { "content-type": "application/json" } } },
});

test("the oEmbed answer comes with the reading, and a broken one does not", async () => {
  const head = `<link rel="alternate" type="application/json+oembed" href="/oembed.json">`;
  const good = await gather(headed(head), answer('{"version":"1.0","title":"Tea"}'));
  expect(good.byNetwork.get("vk")?.oembed).toEqual({ version: "1.0", title: "Tea" });
  const bad = await gather(headed(head), answer("<html>"));
  expect(bad.byNetwork.get("vk")?.oembed).toBeUndefined();
});

test("each picture is named once, absolute, in the page's order", () => {
  const head =
    '<meta property="og:image" content="/a.jpg"><meta name="twitter:image" content="/a.jpg">' +
    '<meta property="og:image" content="b.jpg"><link rel="apple-touch-icon" href="/icon.png">';
  expect(namedImages(read(headed(head)))).toEqual([`${url}a.jpg`, `${url}b.jpg`, `${url}icon.png`]);
});
