import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { NetworkId } from "../../networks/network.ts";
import { readPage } from "../../page/read-page.ts";
import { servePages, type Served } from "../../testing/serve-pages.ts";
import { createVisitors } from "../../visit/create-visitors.ts";
import { documentWith } from "../example.ts";
import { ruleOf } from "../index.ts";

const html = documentWith(
  '<meta property="og:title" content="Eggs"><meta property="og:image" content="/egg.jpg">',
);

type Answering = Extract<Served, (...asked: never[]) => unknown>;

/** What a rule finds on a real connection: each as its key with its networks. */
async function findOverTheWire(ruleId: string, pages: Readonly<Record<string, Served>>) {
  await using site = await servePages(pages);
  const web = createVisitors({ allowPrivate: true });
  try {
    const visit = await web.visit(`${site.origin}/page`, "samovar");
    const page = readPage({
      url: `${site.origin}/page`,
      body: visit.answer?.body ?? new Uint8Array(),
      contentType: visit.answer?.headers.get("content-type"),
      isTruncated: false,
    });
    const networks: NetworkId[] = ["facebook", "x", "linkedin", "slack", "mastodon"];
    const findings = await ruleOf(ruleId).check({ page, visit, networks, web });
    return findings.map(({ key, networks: concerned }) => `${key}: ${String(concerned)}`);
  } finally {
    await web.close();
  }
}

const page: Answering = (request, response) => {
  const asked = String(request.headers["accept-encoding"]);
  const isGzip = asked.includes("gzip");
  const headers = {
    "content-type": "text/html; charset=utf-8",
    ...(isGzip ? { "content-encoding": "gzip" } : {}),
  };
  response.writeHead(200, headers).end(isGzip ? gzipSync(html) : html);
};
const refusing =
  (agent: string): Served =>
  (request, response) =>
    String(request.headers["user-agent"]).includes(agent)
      ? void response.writeHead(403).end()
      : page(request, response);

const parted: Answering = (request, response) => {
  const last = Number(/^bytes=0-(\d+)$/.exec(request.headers.range ?? "")?.[1] ?? Number.NaN);
  if (Number.isNaN(last)) return page(request, response);
  const end = Math.min(last, html.length - 1);
  const headers = { "content-type": "text/html", "content-range": `bytes 0-${end}/${html.length}` };
  return void response.writeHead(206, headers).end(html.slice(0, end + 1));
};

test("a robot that is turned away by its user agent is told of, and its picture apart from it", async () => {
  expect(await findOverTheWire("LP01", { "/page": refusing("LinkedInBot") })).toEqual(["status: linkedin"]);
  const notPicture = {
    "/page": page,
    "/egg.jpg": { headers: { "content-type": "image/jpeg" }, body: "<html>" },
  };
  expect(await findOverTheWire("LP02", notPicture)).toEqual(["no-picture: all"]);
});

test("robots.txt is read for each robot", async () => {
  const robots = {
    headers: { "content-type": "text/plain" },
    body: "User-agent: Twitterbot\nDisallow: /egg",
  };
  expect(await findOverTheWire("LP03", { "/page": page, "/robots.txt": robots })).toEqual([
    "image-closed: x",
  ]);
});

test("Brotli for who asked for gzip is told of", async () => {
  const brotli = { headers: { "content-encoding": "br" }, body: brotliCompressSync(html) };
  const found = await findOverTheWire("LP07", { "/page": brotli });
  expect(found).toEqual(["unasked: facebook", "unasked: facebook", "unasked: facebook"]);
  expect(await findOverTheWire("LP07", { "/page": page })).toEqual([]);
});

test("a server that takes Range amiss is told of, and one that leaves it aside is not", async () => {
  const strict: Served = (request, response) =>
    request.headers.range ? void response.writeHead(416).end() : page(request, response);
  expect(await findOverTheWire("LP08", { "/page": strict })).toEqual(["refused: facebook", "refused: slack"]);
  expect(await findOverTheWire("LP08", { "/page": page })).toEqual([]);
  expect(await findOverTheWire("LP01", { "/page": strict })).toEqual([]);
});

test("a true part of the page is what was asked for", async () => {
  expect(await findOverTheWire("LP08", { "/page": parted })).toEqual([]);
});
