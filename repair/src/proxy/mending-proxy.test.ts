import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMendingProxy, type MendingProxy } from "./create-mending-proxy.ts";
import type { MendingProxyOptions } from "./options.ts";

const page = (head = "<title>Tea</title>", body = "<p>Text</p>") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  readonly trailers: NodeJS.Dict<string>;
  readonly earlyHints: IncomingHttpHeaders[];
}

/** A request by hand: fetch would decompress, follow and set headers of its own. */
async function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Got> {
  const sent = httpRequest(url, {
    method: options.method ?? "GET",
    headers: options.headers ?? {},
    agent: false,
  });
  const earlyHints: IncomingHttpHeaders[] = [];
  sent.on("information", ({ headers }) => earlyHints.push(headers));
  sent.end(options.body);
  const [response] = await once(sent, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return {
    status: response.statusCode,
    headers: response.headers,
    body,
    text: body.toString(),
    trailers: response.trailers,
    earlyHints,
  };
}

let handler: (request: IncomingMessage, response: ServerResponse) => unknown;
let origin: string;
let stack: AsyncDisposableStack;
const requests: { readonly url: string; readonly method: string; readonly headers: IncomingHttpHeaders }[] =
  [];

beforeEach(async () => {
  stack = new AsyncDisposableStack();
  requests.length = 0;
  handler = (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(page());
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? "", method: request.method ?? "", headers: request.headers });
    handler(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  stack.defer(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  upgradable = server;
});
let upgradable: ReturnType<typeof createServer>;
afterEach(() => stack.disposeAsync());

async function open(
  options: Partial<MendingProxyOptions> = {},
): Promise<{ url: string; proxy: MendingProxy }> {
  const proxy = stack.use(createMendingProxy({ origin, card: false, ...options }));
  return { url: await proxy.listen(0), proxy };
}

describe("a page", () => {
  test("gets what its head lacks, and its body stays byte for byte", async () => {
    const { url } = await open({
      profile: { siteName: "Tea house", image: { url: "https://a.example/i.jpg" } },
    });
    const { text, status, headers } = await ask(`${url}/a?utm_source=x`);
    expect(status).toBe(200);
    expect(text).toContain('<meta property="og:title" content="Tea">');
    expect(text).toContain('<meta property="og:image" content="https://a.example/i.jpg">');
    expect(text).toContain(`<link rel="canonical" href="${url}/a">`);
    expect(text.slice(text.indexOf("</head>"))).toBe("</head><body><p>Text</p></body></html>");
    expect(headers["content-length"]).toBeUndefined();
    expect(headers["vary"]).toBe("Accept-Encoding");
  });

  test("is known by the public address, not by the origin's", async () => {
    handler = (_request, response) =>
      response
        .writeHead(200, { "content-type": "text/html" })
        .end(page(`<title>Tea</title><link rel="canonical" href="${origin}/tea">`));
    const { url } = await open({ publicUrl: "https://tea.example" });
    const { text } = await ask(`${url}/tea`);
    expect(text).toContain('<link rel="canonical" href="https://tea.example/tea">');
    expect(text).toContain('<meta property="og:url" content="https://tea.example/tea">');
    expect(text).not.toContain(origin);
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)(
    "that comes in %s is unpacked, mended and packed in gzip for who takes it",
    async (coding, pack) => {
      handler = (_request, response) =>
        response
          .writeHead(200, { "content-type": "text/html", "content-encoding": coding })
          .end(pack(page()));
      const { url } = await open();
      const zipped = await ask(url, { headers: { "accept-encoding": "gzip, br" } });
      expect(zipped.headers["content-encoding"]).toBe("gzip");
      expect(gunzipSync(zipped.body).toString()).toContain("og:title");
      const plain = await ask(url, { headers: { "accept-encoding": "gzip;q=0" } });
      expect(plain.headers["content-encoding"]).toBeUndefined();
      expect(plain.text).toContain("og:title");
      expect(requests.map(({ headers }) => headers["accept-encoding"])).toEqual(["gzip", "identity"]);
    },
  );

  test("in a coding that nobody knows passes untouched", async () => {
    handler = (_request, response) =>
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "secret" }).end(page());
    const { url } = await open();
    const { text, headers } = await ask(url);
    expect(text).toBe(page());
    expect(headers["content-encoding"]).toBe("secret");
  });

  test("that is streamed stays streamed: what follows the head is not held back", async () => {
    let goOn: (() => void) | undefined;
    handler = (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.write(page("<title>Tea</title>", "x".repeat(600)).replace("</body></html>", ""));
      goOn = () => response.end("later</body></html>");
    };
    const { url } = await open();
    const sent = httpRequest(url, { agent: false }).end();
    const [response] = await once(sent, "response");
    let text = "";
    for await (const chunk of response) {
      text += String(chunk);
      if (text.includes("xxx</") || !text.includes("x".repeat(600))) continue;
      goOn?.(); // only now, when all that came before has arrived
      goOn = undefined;
    }
    expect(text).toContain("og:title");
    expect(text.endsWith("later</body></html>")).toBe(true);
  });

  test("asked for by a piece is given whole, since its length is another one now", async () => {
    handler = (request, response) =>
      request.headers.range === undefined
        ? response.writeHead(200, { "content-type": "text/html" }).end(page())
        : response
            .writeHead(206, { "content-type": "text/html", "content-range": "bytes 0-9/99" })
            .end(page().slice(0, 10));
    const { url } = await open();
    const { status, text } = await ask(url, { headers: { range: "bytes=0-9" } });
    expect(status).toBe(200);
    expect(text).toContain("og:title");
  });

  test("that says no-transform, or is a file to save, passes untouched", async () => {
    for (const header of [{ "cache-control": "no-transform" }, { "content-disposition": "attachment" }]) {
      handler = (_request, response) =>
        response.writeHead(200, { "content-type": "text/html", ...header }).end(page());
      const { url } = await open();
      expect((await ask(url)).text).toBe(page());
    }
  });

  test("asked for by HEAD answers as GET would, without a length", async () => {
    const { url } = await open();
    const { status, headers, body } = await ask(url, { method: "HEAD" });
    expect([status, body.length, headers["content-length"]]).toEqual([200, 0, undefined]);
  });

  test("unchanged is 304, and another profile makes it another page", async () => {
    handler = (request, response) => {
      const isKnown = request.headers["if-none-match"]?.split(/, */).includes('"v1"');
      response.writeHead(isKnown ? 304 : 200, { "content-type": "text/html", etag: '"v1"' });
      response.end(isKnown ? undefined : page());
    };
    const { url } = await open();
    const { headers } = await ask(url);
    expect(headers.etag).toMatch(/^W\/"v1-sv[0-9a-f]{8}"$/);
    const again = await ask(url, { headers: { "if-none-match": String(headers.etag) } });
    expect([again.status, again.headers.etag]).toEqual([304, headers.etag]);
    const other = await open({ profile: { siteName: "Other" } });
    expect((await ask(other.url, { headers: { "if-none-match": String(headers.etag) } })).status).toBe(200);
  });
});

describe("everything else passes through", () => {
  test("a picture, with its length, type and cache headers", async () => {
    const bytes = Buffer.from([0xff, 0xd8, 1, 2, 3]);
    handler = (_request, response) =>
      response
        .writeHead(200, {
          "content-type": "image/jpeg",
          "content-length": 5,
          etag: '"i"',
          "cache-control": "max-age=9",
        })
        .end(bytes);
    const { url } = await open();
    const { body, headers } = await ask(`${url}/i.jpg`);
    expect(body.equals(bytes)).toBe(true);
    expect(headers).toMatchObject({ "content-length": "5", etag: '"i"', "cache-control": "max-age=9" });
  });

  test("a piece of a file", async () => {
    handler = (request, response) =>
      response
        .writeHead(206, { "content-type": "video/mp4", "content-range": "bytes 2-3/9" })
        .end(request.headers.range);
    const { url } = await open();
    const { status, text, headers } = await ask(url, { headers: { range: "bytes=2-3" } });
    expect([status, text, headers["content-range"]]).toEqual([206, "bytes=2-3", "bytes 2-3/9"]);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])("%s with its body", async (method) => {
    handler = async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      response.end(`${request.method} ${body}`);
    };
    const { url } = await open();
    const { text } = await ask(url, { method, body: "x=1", headers: { "content-length": "3" } });
    expect(text).toBe(`${method} x=1`);
  });

  test("several cookies, each as it came, the origin's own domain taken off", async () => {
    handler = (_request, response) =>
      response
        .writeHead(200, { "set-cookie": ["a=1; Path=/; HttpOnly", "b=2; Domain=127.0.0.1; Secure"] })
        .end();
    const { url } = await open();
    expect((await ask(url)).headers["set-cookie"]).toEqual(["a=1; Path=/; HttpOnly", "b=2; Secure"]);
  });

  test("a redirect to the origin leads to the public address, others where they led", async () => {
    handler = (request, response) =>
      response
        .writeHead(302, {
          location: request.url === "/in" ? `${origin}/next?a=1#b` : "https://else.example/",
        })
        .end();
    const { url } = await open({ publicUrl: "https://tea.example" });
    expect((await ask(`${url}/in`)).headers.location).toBe("https://tea.example/next?a=1#b");
    expect((await ask(`${url}/out`)).headers.location).toBe("https://else.example/");
  });

  test("trailers and early hints", async () => {
    handler = (_request, response) => {
      response.writeEarlyHints({ link: "</a.css>; rel=preload; as=style" });
      response.writeHead(200, { "content-type": "text/plain", trailer: "x-sum" });
      response.write("body");
      response.addTrailers({ "x-sum": "7" });
      response.end();
    };
    const { url } = await open();
    const { trailers, earlyHints, text } = await ask(url);
    expect(text).toBe("body");
    expect(trailers["x-sum"]).toBe("7");
    expect(earlyHints[0]?.["link"]).toContain("/a.css");
  });

  test("the origin learns who asks and for which host, and nothing of one connection goes on", async () => {
    const { url } = await open();
    await ask(url, {
      headers: {
        host: "tea.example",
        connection: "x-private, keep-alive",
        "x-private": "1",
        "x-forwarded-for": "6.6.6.6",
        "proxy-authorization": "Basic x",
      },
    });
    const headers = requests[0]?.headers ?? {};
    expect(headers).toMatchObject({
      host: origin.replace("http://", ""),
      "x-forwarded-host": "tea.example",
      "x-forwarded-proto": "http",
      "x-forwarded-for": "127.0.0.1",
    });
    expect(headers["via"]).toMatch(/^1\.1 samovar-/);
    expect(headers["x-private"] ?? headers["proxy-authorization"]).toBeUndefined();
  });

  test("behind a proxy that is trusted, its word about the visitor counts", async () => {
    const { url } = await open({ trustForwarded: true, hostHeader: "public" });
    const { text } = await ask(`${url}/a`, {
      headers: {
        "x-forwarded-for": "9.9.9.9",
        "x-forwarded-proto": "https",
        "x-forwarded-host": "tea.example",
      },
    });
    expect(text).toContain('href="https://tea.example/a"');
    expect(requests[0]?.headers).toMatchObject({
      host: "tea.example",
      "x-forwarded-for": "9.9.9.9, 127.0.0.1",
    });
  });

  test("WebSocket: bytes go both ways", async () => {
    upgradable.on("upgrade", (_request, socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
      socket.on("end", () => socket.end());
      socket.on("data", (bytes) => socket.write(`echo ${String(bytes)}`));
    });
    const { url } = await open();
    const sent = httpRequest(url, {
      headers: { connection: "Upgrade", upgrade: "websocket" },
      agent: false,
    }).end();
    const [response, socket] = await once(sent, "upgrade");
    expect(response.statusCode).toBe(101);
    socket.write("hello");
    expect(String((await once(socket, "data"))[0])).toBe("echo hello");
    socket.destroy();
  });
});

describe("robots for cards", () => {
  const robot = { "user-agent": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)" };

  test("a hundred at once cost the origin one request, and get a small page without its scripts", async () => {
    handler = (_request, response) =>
      response
        .writeHead(200, { "content-type": "text/html", "set-cookie": "s=1" })
        .end(
          page(
            '<title>Tea</title><meta property="product:price:amount" content="5"><script>var big;</script>',
            `<main><p>${"A samovar boils water for tea. ".repeat(10)}</p></main>${"<!-- -->".repeat(5000)}`,
          ),
        );
    const { url } = await open({ profile: { siteName: "Tea house" } });
    const all = await Promise.all(Array.from({ length: 100 }, () => ask(`${url}/a`, { headers: robot })));
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers.cookie).toBeUndefined();
    expect(new Set(all.map(({ text }) => text)).size).toBe(1);
    const [first] = all;
    expect(first?.status).toBe(200);
    expect(first?.text).toContain('<meta property="og:title" content="Tea">');
    expect(first?.text).toContain('<meta property="product:price:amount" content="5">');
    expect(first?.text).toContain("A samovar boils water");
    expect(first?.text).not.toContain("var big");
    expect(first?.body.length).toBeLessThan(5000);
    expect(first?.headers["set-cookie"]).toBeUndefined();
  });

  test("one with a cookie, a file, and a search engine get the page itself", async () => {
    const { url } = await open();
    await ask(`${url}/a`, { headers: { ...robot, cookie: "a=1" } });
    await ask(`${url}/a`, { headers: { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" } });
    await ask(`${url}/i.png`, { headers: robot });
    await ask(`${url}/a`, { headers: robot, method: "POST" });
    expect(requests).toHaveLength(4);
  });

  test("what is no page comes from the origin, and is asked about once", async () => {
    handler = (_request, response) =>
      response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF");
    const { url } = await open();
    expect((await ask(`${url}/paper`, { headers: robot })).text).toBe("%PDF");
    expect((await ask(`${url}/paper`, { headers: robot })).text).toBe("%PDF");
    expect(requests).toHaveLength(3);
  });

  test("redirects and missing pages are said from the cache too", async () => {
    handler = (request, response) =>
      request.url === "/old"
        ? response.writeHead(301, { location: `${origin}/new` }).end()
        : response.writeHead(404).end();
    const { url } = await open({ publicUrl: "https://tea.example" });
    for (let round = 0; round < 3; round += 1) {
      expect((await ask(`${url}/old`, { headers: robot })).headers.location).toBe("https://tea.example/new");
      expect((await ask(`${url}/none`, { headers: robot })).status).toBe(404);
    }
    expect(requests).toHaveLength(2);
  });

  test("while the origin fails, the page from before is given", async () => {
    const { url } = await open({ shield: { ttlMs: 0 } });
    expect((await ask(url, { headers: robot })).text).toContain("og:title");
    handler = (_request, response) => response.writeHead(503).end();
    expect((await ask(url, { headers: robot })).text).toContain("og:title");
    expect((await ask(`${url}/never-seen`, { headers: robot })).status).toBe(502);
  });

  test("gzip for who takes it, and a page that wants not to be found says so", async () => {
    handler = (_request, response) =>
      response
        .writeHead(200, { "content-type": "text/html", "x-robots-tag": "noindex" })
        .end(page('<title>T</title><meta name="robots" content="noindex">'));
    const { url } = await open();
    const { body, headers } = await ask(url, { headers: { ...robot, "accept-encoding": "gzip" } });
    expect(gunzipSync(body).toString()).toContain('<meta name="robots" content="noindex">');
    expect(headers["x-robots-tag"]).toBe("noindex");
  });

  test("switched off, they go to the origin", async () => {
    const { url } = await open({ shield: false });
    await ask(url, { headers: robot });
    await ask(url, { headers: robot });
    expect(requests).toHaveLength(2);
  });
});

describe("cards", () => {
  test("a page without a picture gets a card that the proxy itself serves, also after a restart", async () => {
    const { url } = await open({ card: {} });
    const { text } = await ask(`${url}/a?id=1`);
    const address = /property="og:image" content="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(address.startsWith(`${url}/card/`)).toBe(true);
    const card = await ask(address);
    expect(card.headers["content-type"]).toBe("image/jpeg");
    expect(card.body.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    const other = await open({ card: {}, publicUrl: url });
    const again = await ask(address.replace(url, other.url));
    expect(again.body.equals(card.body)).toBe(true);
  });

  test("an address of yesterday's words leads to today's card; one of no page is missing", async () => {
    const { url } = await open({ card: {} });
    const old = await ask(`${url}/card/0000000000000000.jpg?of=%2Fa`);
    expect(old.status).toBe(302);
    expect(old.headers.location).toMatch(/\/card\/[0-9a-f]{16}\.jpg\?of=%2Fa$/);
    handler = (_request, response) => response.writeHead(404).end();
    expect((await ask(`${url}/card/0000000000000001.jpg?of=%2Fnone`)).status).toBe(404);
    for (const path of ["%", "https%3A%2F%2Felse.example", "x"])
      expect((await ask(`${url}/card/0000000000000001.jpg?of=${path}`)).status).toBe(404);
  });
});

describe("what it refuses", () => {
  test("a request that comes around to it", async () => {
    const { proxy, url } = await open();
    handler = (request, response) =>
      httpRequest(url, { headers: { via: String(request.headers.via) }, agent: false }, (back) => {
        response.writeHead(back.statusCode ?? 0);
        back.pipe(response);
      }).end();
    expect((await ask(url)).status).toBe(508);
    expect(proxy.server.listening).toBe(true);
  });

  test("an address of another site: it is no open proxy", async () => {
    const { url } = await open();
    const { port } = new URL(url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write("GET http://else.example/ HTTP/1.1\r\nHost: else.example\r\nConnection: close\r\n\r\n");
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    expect(text).toContain("400");
    expect(requests).toHaveLength(0);
  });

  test("a path with two slashes stays on the site", async () => {
    const { url } = await open();
    const { text } = await ask(`${url}//else.example/a`);
    expect(requests[0]?.url).toBe("//else.example/a");
    expect(text).not.toContain('"http://else.example');
  });

  test("bodies and headers beyond the limits", async () => {
    handler = (request, response) => request.resume().on("end", () => response.end());
    const { url } = await open({ limits: { bodyBytes: 10, headerBytes: 4096 } });
    expect(
      (await ask(url, { method: "POST", body: "x".repeat(11), headers: { "content-length": "11" } })).status,
    ).toBe(413);
    const chunked = ask(url, {
      method: "POST",
      body: "x".repeat(5000),
      headers: { "transfer-encoding": "chunked" },
    });
    expect((await chunked).status).toBe(413);
    expect((await ask(url, { headers: { "x-long": "x".repeat(8000) } })).status).toBe(431);
  });

  test("a visitor who sends his headers a letter at a time is let go", async () => {
    const { url } = await open({ limits: { headersTimeoutMs: 200 } });
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nHost: a\r\nX-");
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    expect(text).toContain("408");
  });

  test("an origin that can't be reached is 502, a silent one 504, and the proxy goes on", async () => {
    const { url } = await open({ origin: "http://127.0.0.1:1", limits: {} });
    expect((await ask(url)).status).toBe(502);
    const silent = await open({ limits: { originTimeoutMs: 300 } });
    handler = () => undefined;
    expect((await ask(silent.url)).status).toBe(504);
  });

  test("an origin that breaks off in the middle is not made to look whole", async () => {
    handler = (_request, response) => {
      response.writeHead(200, { "content-type": "text/plain", "content-length": "100" });
      response.write("half", () => response.destroy());
    };
    const { url } = await open();
    await expect(ask(url)).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  test.each(["", "tea.example", "ftp://tea.example", "https://tea.example/path", "https://u:p@tea.example"])(
    "%j is no origin, and the error says what to write",
    (text) => {
      expect(() => createMendingProxy({ origin: text })).toThrow(/write|name scheme/);
    },
  );
});
