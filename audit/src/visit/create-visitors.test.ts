import { createServer as createTcpServer } from "node:net";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { servePages, type Served } from "../testing/serve-pages.ts";
import { createVisitors, type VisitorsOptions } from "./create-visitors.ts";

const mebibyte = 1024 * 1024;
const page = "<!doctype html><title>A page</title><p>Hello</p>";

function makeVisitors(options: VisitorsOptions = {}) {
  const visitors = createVisitors({ allowPrivate: true, ...options });
  return Object.assign(visitors, { [Symbol.asyncDispose]: () => visitors.close() });
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const hop = (location: string): Served => ({ status: 302, headers: { location } });

/** Writes on until the other side hangs up. */
async function pour(response: ServerResponse, chunk: Buffer): Promise<void> {
  const closed = once(response, "close");
  while (!response.destroyed)
    if (!response.write(chunk)) await Promise.race([once(response, "drain"), closed]);
}

describe("a visit", () => {
  test("is made as the network's robot makes it", async () => {
    await using site = await servePages({ "/": page });
    await using visitors = makeVisitors();
    const visit = await visitors.visit(`${site.origin}/#top`, "facebook");
    expect(visit.failure).toBeUndefined();
    expect(visit.hops).toEqual([{ url: `${site.origin}/`, status: 200, location: undefined }]);
    expect(text(visit.answer?.body)).toBe(page);
    expect(visit.answer).toMatchObject({ contentEncoding: "identity", isTruncated: false, status: 200 });
    expect(site.requests[0]?.headers).toMatchObject({
      "user-agent": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
      "accept-encoding": "deflate, gzip",
      range: "bytes=0-524288",
    });
  });

  test("is made once however many ask, and again with other headers or as another", async () => {
    await using site = await servePages({ "/": page });
    await using visitors = makeVisitors();
    const ask = () => visitors.visit(`${site.origin}/`, "x");
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(two).toBe(one);
    await visitors.visitWith(`${site.origin}/`, "x", { "Accept-Encoding": "identity" });
    await visitors.visit(`${site.origin}/`, "phone");
    expect(site.requests).toHaveLength(3);
    expect(site.requests[1]?.headers["accept-encoding"]).toBe("identity");
    expect(site.requests[2]?.headers["user-agent"]).toContain("Android");
  });

  test.each([
    ["gzip", gzipSync(page)],
    ["x-gzip", gzipSync(page)],
    ["deflate", deflateSync(page)],
    ["deflate", deflateRawSync(page)],
    ["br", brotliCompressSync(page)],
    ["zstd", zstdCompressSync(page)],
    ["gzip, br", brotliCompressSync(gzipSync(page))],
    ["utf-8", Buffer.from(page)],
  ])("unpacks %s", async (encoding, body) => {
    await using site = await servePages({ "/": { headers: { "content-encoding": encoding }, body } });
    await using visitors = makeVisitors();
    const { answer, failure } = await visitors.visit(`${site.origin}/`, "samovar");
    expect(failure).toBeUndefined();
    expect(text(answer?.body)).toBe(page);
    expect(answer?.contentEncoding).toBe(encoding);
  });

  test("keeps each hop, and measures from the first request on", async () => {
    await using site = await servePages({
      "/a": { status: 301, headers: { location: "/b" } },
      "/b": { status: 302, headers: { location: "c?x=1" } },
      "/c": page,
    });
    await using visitors = makeVisitors();
    const { hops, answer } = await visitors.visit(`${site.origin}/a`, "samovar");
    expect(hops).toEqual([
      { url: `${site.origin}/a`, status: 301, location: `${site.origin}/b` },
      { url: `${site.origin}/b`, status: 302, location: `${site.origin}/c?x=1` },
      { url: `${site.origin}/c?x=1`, status: 200, location: undefined },
    ]);
    expect(answer?.url).toBe(`${site.origin}/c?x=1`);
    expect(answer?.totalMs).toBeGreaterThanOrEqual(answer?.firstByteMs ?? Number.POSITIVE_INFINITY);
  });
});

test("what is forgotten is asked again", async () => {
  await using site = await servePages({ "/": page, "/b": page });
  await using visitors = makeVisitors();
  for (const path of ["/", "/b"]) await visitors.visit(`${site.origin}${path}`, "samovar");
  visitors.forget(`${site.origin}/b`);
  for (const path of ["/", "/b"]) await visitors.visit(`${site.origin}${path}`, "samovar");
  expect(site.requests.map(({ path }) => path)).toEqual(["/", "/b", "/b"]);
});

test("a host is not asked by more than a few at the same time", async () => {
  let inside = 0;
  let most = 0;
  const busy: Served = async (_, response) => {
    most = Math.max(most, (inside += 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
    response.end(page);
  };
  await using site = await servePages({ "/": busy });
  await using visitors = makeVisitors({ atOncePerHost: 3 });
  const visits = await Promise.all(
    Array.from({ length: 20 }, (_, n) => visitors.visit(`${site.origin}/?${n}`, "samovar")),
  );
  expect(visits.every(({ answer }) => answer?.status === 200)).toBe(true);
  expect(most).toBe(3);
});

describe("a visit to what is not in order", () => {
  test.each([
    ["redirect-loop", { "/": hop("/b"), "/b": hop("/") }],
    ["redirect-loop", { "/": hop("/#again") }],
    [
      "too-many-redirects",
      Object.fromEntries([
        ["/", hop("/1")],
        ...Array.from({ length: 30 }, (_, n) => [`/${n}`, hop(`/${n + 1}`)]),
      ]),
    ],
    ["bad-redirect", { "/": hop("http://[nowhere") }],
    ["bad-redirect", { "/": hop("tel:+4912345") }],
  ])("is told: %s", async (kind, pages: Record<string, Served>) => {
    await using site = await servePages(pages);
    await using visitors = makeVisitors();
    const { answer, failure, hops } = await visitors.visit(`${site.origin}/`, "samovar");
    expect(failure?.kind).toBe(kind);
    expect(answer).toBeUndefined();
    expect(hops.length).toBeGreaterThan(0);
  });

  test("stops where the network stops: Mastodon after three redirects", async () => {
    await using site = await servePages({
      "/0": hop("/1"),
      "/1": hop("/2"),
      "/2": hop("/3"),
      "/3": hop("/4"),
      "/4": page,
    });
    await using visitors = makeVisitors();
    expect((await visitors.visit(`${site.origin}/0`, "mastodon")).failure?.kind).toBe("too-many-redirects");
    expect((await visitors.visit(`${site.origin}/0`, "samovar")).answer?.status).toBe(200);
  });

  test("a reader of https goes nowhere else, save to a host under work", async () => {
    await using site = await servePages({ "/": page, "/out": hop("http://example.invalid/") });
    await using visitors = makeVisitors({ allowPrivate: [new URL(site.origin).host] });
    expect((await visitors.visit(`${site.origin}/`, "signal")).answer?.status).toBe(200);
    const { failure } = await visitors.visit(`${site.origin}/out`, "signal");
    expect(failure).toMatchObject({
      kind: "bad-redirect",
      message: expect.stringContaining("http://example.invalid/"),
    });
  });

  test("50 MB are read as far as each robot reads", async () => {
    await using site = await servePages({ "/": { body: Buffer.alloc(50 * mebibyte, "<p>x</p>") } });
    await using visitors = makeVisitors();
    const [own, mastodon, slack] = await Promise.all(
      (["samovar", "mastodon", "slack"] as const).map((as) => visitors.visit(`${site.origin}/`, as)),
    );
    expect(own?.answer).toMatchObject({ isTruncated: true, body: { byteLength: 5 * mebibyte } });
    expect(mastodon?.answer).toMatchObject({ isTruncated: true, body: { byteLength: mebibyte } });
    expect(slack?.answer).toMatchObject({ isTruncated: true, body: { byteLength: 32_769 } });
    expect([own?.failure, mastodon?.failure, slack?.failure]).toEqual([undefined, undefined, undefined]);
  });

  test("a page without end is cut at the window, and the server is let go", async () => {
    const { promise: hungUp, resolve } = Promise.withResolvers<void>();
    await using site = await servePages({
      "/": async (_, response) => {
        response.writeHead(200, { "content-type": "text/html" }).once("close", resolve);
        await pour(response, Buffer.alloc(65_536, "<p>on and on</p>"));
      },
    });
    await using visitors = makeVisitors();
    const { answer, failure } = await visitors.visit(`${site.origin}/`, "mastodon");
    expect(answer).toMatchObject({ isTruncated: true, body: { byteLength: mebibyte } });
    expect(failure).toBeUndefined();
    await hungUp;
  });

  test("a gzip bomb ends at the window", async () => {
    const member = gzipSync(Buffer.alloc(20 * mebibyte));
    await using site = await servePages({
      "/": async (_, response) => {
        response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
        await pour(response, member);
      },
    });
    await using visitors = makeVisitors();
    const { answer, failure } = await visitors.visit(`${site.origin}/`, "samovar");
    expect(failure?.kind).toBe("bomb");
    expect(answer).toMatchObject({ isTruncated: true, body: { byteLength: 5 * mebibyte } });
  });

  test("a page that packs well is no bomb", async () => {
    const body = gzipSync(`<!doctype html><title>Tables</title>${"<tr><td>0</td></tr>".repeat(200_000)}`);
    await using site = await servePages({ "/": { headers: { "content-encoding": "gzip" }, body } });
    await using visitors = makeVisitors();
    const { answer, failure } = await visitors.visit(`${site.origin}/`, "samovar");
    expect(failure).toBeUndefined();
    expect(text(answer?.body)).toContain("<title>Tables</title>");
  });

  test.each([
    ["before its answer", 0],
    ["in the middle of it", 1],
  ])("a host that stalls %s ends by the clock", async (_, parts) => {
    await using site = await servePages({
      "/": (request, response) => {
        if (parts > 0) response.writeHead(200, { "content-type": "text/html" }).write(page);
      },
    });
    await using visitors = makeVisitors({ timeoutScale: 0.02 });
    const { answer, failure } = await visitors.visit(`${site.origin}/`, "samovar");
    expect(failure).toMatchObject({ kind: "timeout", message: expect.stringContaining("400 ms") });
    expect(text(answer?.body)).toBe(parts > 0 ? page : "");
    expect(answer?.isTruncated ?? true).toBe(true);
  });

  test.each([
    [
      "chunks that are none",
      `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n30\r\n${page.padEnd(48)}\r\nnonsense\r\n`,
    ],
    [
      "a connection that breaks",
      `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 4000\r\n\r\n${page}`,
    ],
  ])("keeps what it had of a body broken by %s", async (_, raw) => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined).once("data", () => socket.end(raw));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    await using visitors = makeVisitors();
    const port = typeof address === "object" ? address?.port : undefined;
    const { answer, failure } = await visitors.visit(`http://127.0.0.1:${port}/`, "samovar");
    server.close();
    expect(failure?.kind).toBe("broken-body");
    expect(text(answer?.body).trimEnd()).toBe(page);
    expect(answer?.isTruncated).toBe(true);
  });

  test("keeps what it had of a gzip that is cut off", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `<p>${row * 7919}</p>`).join("");
    const whole = gzipSync(page + rows);
    const body = whole.subarray(0, whole.length / 2);
    await using site = await servePages({ "/": { headers: { "content-encoding": "gzip" }, body } });
    await using visitors = makeVisitors();
    const { answer, failure } = await visitors.visit(`${site.origin}/`, "samovar");
    expect(failure?.kind).toBe("broken-body");
    expect(text(answer?.body)).toContain(page);
    expect(answer?.body.byteLength).toBeGreaterThan(rows.length / 3);
  });

  test("nobody there is no answer", async () => {
    await using visitors = makeVisitors();
    const { answer, failure, hops } = await visitors.visit("http://127.0.0.1:1/", "samovar");
    expect({ answer, hops }).toEqual({ answer: undefined, hops: [] });
    expect(failure).toMatchObject({ kind: "no-answer", message: expect.stringContaining("ECONNREFUSED") });
  });

  test("a server that speaks no TLS where https was asked for is told apart", async () => {
    await using site = await servePages({ "/": page });
    await using visitors = makeVisitors();
    const { failure } = await visitors.visit(site.origin.replace("http:", "https:"), "samovar");
    expect(failure?.kind).toBe("tls");
  });

  test("no more is read than the budget has, and another budget asks again", async () => {
    await using site = await servePages({ "/": { body: Buffer.alloc(100_000, "<p>x</p>") } });
    await using visitors = makeVisitors();
    const first = await visitors.withBudget(50_000).visit(`${site.origin}/`, "samovar");
    expect(first.failure?.kind).toBe("over-budget");
    const second = await visitors.withBudget(200_000).visit(`${site.origin}/`, "samovar");
    expect(second).toMatchObject({ failure: undefined, answer: { body: { byteLength: 100_000 } } });
  });
});

describe("the guard", () => {
  test("private addresses are refused, directly and behind a redirect", async () => {
    await using inside = await servePages({ "/secret": "the key" });
    await using site = await servePages({
      "/": { status: 302, headers: { location: `${inside.origin}/secret` } },
      "/metadata": { status: 302, headers: { location: "http://169.254.169.254/latest/meta-data" } },
    });
    await using visitors = makeVisitors({ allowPrivate: [new URL(site.origin).host] });
    for (const url of [`${inside.origin}/secret`, `${site.origin}/`, `${site.origin}/metadata`]) {
      const { answer, failure } = await visitors.visit(url, "samovar");
      expect(failure?.kind).toBe("refused-address");
      expect(answer).toBeUndefined();
    }
    expect(inside.requests).toEqual([]);
  });

  test("a name that is moved to a private address between two visits is refused", async () => {
    await using inside = await servePages({ "/": "the key" });
    const { port } = new URL(inside.origin);
    const answers = ["192.0.2.1", "127.0.0.1"];
    const asked: string[] = [];
    await using visitors = makeVisitors({
      allowPrivate: false,
      resolve: (hostname, _, callback) => {
        asked.push(hostname);
        callback(null, [{ address: answers.shift() ?? "127.0.0.1", family: 4 }]);
      },
    });
    for (const path of ["/", "/again"]) {
      const { failure } = await visitors.visit(`http://rebound.example:${port}${path}`, "samovar");
      expect(failure).toMatchObject({
        kind: "refused-address",
        message: expect.stringContaining("rebound.example"),
      });
    }
    expect(asked).toEqual(["rebound.example", "rebound.example"]);
    expect(inside.requests).toEqual([]);
  });

  test("a redirect to a name that leads inside is refused by the address it has when it is connected to", async () => {
    await using inside = await servePages({ "/": "the key" });
    const { port } = new URL(inside.origin);
    await using site = await servePages({
      "/": { status: 301, headers: { location: `http://inside.example:${port}/` } },
    });
    await using visitors = makeVisitors({
      allowPrivate: [new URL(site.origin).host],
      resolve: (_, __, callback) => callback(null, [{ address: "127.0.0.1", family: 4 }]),
    });
    const { failure, hops } = await visitors.visit(`${site.origin}/`, "samovar");
    expect(failure?.kind).toBe("refused-address");
    expect(hops).toHaveLength(1);
    expect(inside.requests).toEqual([]);
  });

  test.each(["ftp://example.org/", "javascript:alert(1)", "not an address", "http://user:word@example.org/"])(
    "%s is refused",
    async (url) => {
      await using visitors = makeVisitors();
      expect((await visitors.visit(url, "samovar")).failure?.kind).toBe("refused-address");
    },
  );
});
