import { once } from "node:events";
import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { mendNodePages } from "./mend-node-pages.ts";
import { mendResponses } from "./mend-responses.ts";
import type { MiddlewareOptions } from "./page-mending.ts";

const page = `<!doctype html><html><head><meta charset="utf-8"><title>Чай</title></head><body>${"<p>Text</p>".repeat(100)}</body></html>`;
const body = page.slice(page.indexOf("</head>"));
const profile = { siteName: "Tea house" };

type App = (request: IncomingMessage, response: ServerResponse) => void;

/** A server with the middleware before an app, asked once. */
async function ask(app: App, options: MiddlewareOptions = { profile }, sent: RequestInitOf = {}) {
  const mend = mendNodePages(options);
  const server = createServer((request, response) => mend(request, response, () => app(request, response)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("No port was given");
  try {
    const asked = httpRequest(`http://127.0.0.1:${address.port}/a?b=1`, { ...sent, agent: false }).end();
    const [response] = await once(asked, "response");
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString() };
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}

interface RequestInitOf {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const html = { "content-type": "text/html; charset=utf-8" };

const versioned: App = (request, response) => {
  const isKnown = request.headers["if-none-match"]?.includes('"v1"');
  response.writeHead(isKnown ? 304 : 200, { ...html, etag: '"v1"' }).end(isKnown ? undefined : page);
};

describe("for Node's servers", () => {
  test.each<[string, App]>([
    [
      "writeHead and end",
      (_, response) =>
        response.writeHead(200, { ...html, "content-length": Buffer.byteLength(page) }).end(page),
    ],
    [
      "a reason and a list of headers",
      (_, response) =>
        response
          .writeHead(200, "Fine", ["Content-Type", "text/html", "Set-Cookie", "a=1", "Set-Cookie", "b=2"])
          .end(page),
    ],
    [
      "setHeader, and end alone",
      (_, response) => {
        response.setHeader("Content-Type", "text/html");
        response.end(page);
      },
    ],
    [
      "many writes, in each encoding",
      (_, response) => {
        response.setHeader("content-type", "text/html");
        for (const letter of page) response.write(letter);
        response.write(Buffer.from("<!-- a -->").toString("base64"), "base64");
        response.end(() => undefined);
      },
    ],
  ])("a page is mended, written by %s", async (how, app) => {
    const { text, headers } = await ask(app);
    expect(text).toContain('<meta property="og:title" content="Чай">');
    expect(text).toContain('<meta property="og:site_name" content="Tea house">');
    expect(text).toContain("/a?b=1");
    expect(text.slice(text.indexOf("</head>"))).toBe(how.startsWith("many") ? `${body}<!-- a -->` : body);
    expect(headers["content-length"]).toBeUndefined();
    if (how.includes("list")) expect(headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  });

  test.each([
    ["gzip", gzipSync, gunzipSync],
    ["br", brotliCompressSync, brotliDecompressSync],
  ] as const)(
    "an app that packs in %s is unpacked, mended and packed again",
    async (coding, pack, unpack) => {
      const { bytes, headers } = await ask((_, response) =>
        response.writeHead(200, { ...html, "content-encoding": coding }).end(pack(page)),
      );
      expect(headers["content-encoding"]).toBe(coding);
      const text = unpack(bytes).toString();
      expect(text).toContain("og:title");
      expect(text.endsWith(body)).toBe(true);
    },
  );

  test("a picture, a redirect, an error and a file to save pass with their length", async () => {
    const answers: App[] = [
      (_, response) =>
        response.writeHead(200, { "content-type": "image/png", "content-length": 3 }).end("png"),
      (_, response) => response.writeHead(404, { ...html, "content-length": 3 }).end("404"),
      (_, response) => response.writeHead(206, { ...html, "content-length": 3 }).end("<ht"),
      (_, response) =>
        response
          .writeHead(200, { ...html, "content-disposition": "attachment", "content-length": 3 })
          .end("abc"),
      (_, response) => response.end("abc"),
    ];
    for (const app of answers) {
      const { bytes, headers } = await ask(app);
      expect(bytes).toHaveLength(3);
      expect(headers["content-length"]).toBe("3");
    }
  });

  test("HEAD tells no length that would be wrong", async () => {
    const { headers, bytes } = await ask(
      (_, response) => response.writeHead(200, { ...html, "content-length": 9999 }).end(),
      { profile },
      { method: "HEAD" },
    );
    expect([bytes.length, headers["content-length"]]).toEqual([0, undefined]);
  });

  test("an unchanged page is 304 for the app, and for another profile it is another page", async () => {
    const { headers } = await ask(versioned);
    const asked = { headers: { "if-none-match": String(headers.etag) } };
    const again = await ask(versioned, { profile }, asked);
    expect([again.status, again.headers.etag]).toEqual([304, headers.etag]);
    expect((await ask(versioned, { profile: { siteName: "Other" } }, asked)).status).toBe(200);
  });

  test("what an owner's function says of a page is put over what its head says", async () => {
    const { text } = await ask((_, response) => response.writeHead(200, html).end(page), {
      publicUrl: "https://tea.example",
      tags: (_head, wish) => ({ description: `About ${wish.title}` }),
    });
    expect(text).toContain('<meta property="og:description" content="About Чай">');
    expect(text).toContain('<link rel="canonical" href="https://tea.example/a?b=1">');
  });

  test("a failure in mending is told once, and the page comes as it is", async () => {
    const told: string[] = [];
    const options: MiddlewareOptions = {
      tags: () => {
        throw new Error("Owner's bug");
      },
      log: (message) => told.push(message),
    };
    const mend = mendResponses(options);
    for (let round = 0; round < 2; round += 1) {
      const response = await mend(
        new Request("https://tea.example/"),
        () => new Response(page, { headers: html }),
      );
      expect(await response.text()).toBe(page);
    }
    expect(told).toHaveLength(1);
    expect((await ask((_, response) => response.writeHead(200, html).end(page), options)).text).toBe(page);
  });
});

describe("for servers that speak in Request and Response", () => {
  const answer = (init: ResponseInit = { headers: html }, content: string | Uint8Array<ArrayBuffer> = page) =>
    mendResponses({ profile })(new Request("https://tea.example/a"), () => new Response(content, init));

  test("a page is mended", async () => {
    const response = await answer({ headers: { ...html, "content-length": "5", etag: '"v1"' } });
    const text = await response.text();
    expect(text).toContain('<meta property="og:url" content="https://tea.example/a">');
    expect(text.endsWith(body)).toBe(true);
    expect(response.headers.get("content-length")).toBeNull();
    expect(response.headers.get("etag")).toMatch(/^W\/"v1-sv/);
  });

  test("a packed one too", async () => {
    const response = await answer(
      { headers: { ...html, "content-encoding": "gzip" } },
      new Uint8Array(gzipSync(page)),
    );
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toContain("og:title");
  });

  test.each<[string, ResponseInit]>([
    ["another type", { headers: { "content-type": "application/json" } }],
    ["an error", { status: 500, headers: html }],
    ["an unknown coding", { headers: { ...html, "content-encoding": "br" } }],
  ])("%s is handed back as it is", async (_what, init) => {
    expect(await (await answer(init)).text()).toBe(page);
  });

  test("what the profile is learned from is asked once, and its failure leaves the pages in peace", async () => {
    const told: unknown[] = [];
    const mend = mendResponses({
      samovar: { url: "http://127.0.0.1:1", siteId: "s", apiKey: "k" },
      log: (_message, error) => told.push(error),
    });
    const response = await mend(
      new Request("https://tea.example/"),
      () => new Response(page, { headers: html }),
    );
    expect(await response.text()).toContain("og:title");
    await expect.poll(() => told.length).toBe(1);
  });
});
