import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Server } from "node:net";
import { hostname } from "node:os";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createHttp } from "./create-http.ts";
import { guardedLookup } from "./guard.ts";
import { HttpFailure } from "./http-client.ts";
import { isPublicAddress } from "./public-address.ts";

const userAgent = "SamovarTest/1";
const open = createHttp({ allowPrivate: true, userAgent });
const guarded = createHttp({ allowPrivate: false, userAgent });

async function listen(server: Server): Promise<{ url: string; port: number } & AsyncDisposable> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      if ("closeAllConnections" in server && typeof server.closeAllConnections === "function")
        server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
const serve = (listener: (...asked: Parameters<RequestListener>) => unknown) =>
  listen(createServer((request, response) => void listener(request, response)));

async function failure(call: Promise<unknown>): Promise<HttpFailure> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof HttpFailure) return error;
  throw new Error(`Expected an HttpFailure, got ${String(error)}`, { cause: error });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

describe("the guard", () => {
  test.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://0.0.0.0/",
    "http://0/",
    "http://10.1.2.3/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://172.31.255.255/",
    "http://192.168.0.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/",
    "http://[ff02::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:db8::1]/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://any.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/plain,hi",
    "http://user:secret@example.org/",
    "not an address",
    "",
  ])("refuses %s", async (url) => {
    expect((await failure(guarded(url))).kind).toBe("refused-address");
  });

  test("a refused address is named without its credentials", async () => {
    const { message } = await failure(guarded("http://user:secret@example.org/"));
    expect(message).toContain("example.org");
    expect(message).not.toContain("secret");
  });

  test("a name that leads inside is refused on the address it leads to, at the moment of connecting", async () => {
    const answer = await new Promise<{ error: Error | null; address: unknown }>((resolve) =>
      guardedLookup("localhost", { all: true }, (error, address) => resolve({ error, address })),
    );
    expect(answer.error).toBeInstanceOf(HttpFailure);
    expect(answer.error?.message).toMatch(/^localhost leads to .*(127\.0\.0\.1|::1), not a public address$/);
  });

  test("a name of this very machine is refused", async () => {
    const { kind } = await failure(guarded(`http://${hostname()}.:9/`));
    expect(["refused-address", "not-sent"]).toContain(kind);
  });

  test("private addresses may be opened for named hosts only", async () => {
    await using server = await serve((_, response) => response.end("in"));
    await using other = await serve((_, response) => response.end("out"));
    const named = createHttp({
      allowPrivate: [`localhost:${server.port}`, `127.0.0.1:${server.port}`],
      userAgent,
    });
    expect(await (await named(server.url)).text()).toBe("in");
    expect((await failure(named(other.url))).kind).toBe("refused-address");
  });

  test.each(["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "100.128.0.1", "172.32.0.1"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test("what is no address is not public", () => {
    expect(isPublicAddress("example.org")).toBe(false);
  });

  test("a redirect into a private address is refused, though the first hop was allowed", async () => {
    await using inside = await serve((_, response) => response.end("secret"));
    await using outside = await serve((_, response) =>
      response.writeHead(302, { location: inside.url }).end(),
    );
    const http = createHttp({ allowPrivate: [`127.0.0.1:${outside.port}`], userAgent });
    expect((await failure(http(outside.url))).kind).toBe("refused-address");
  });

  test("a redirect to another scheme is refused", async () => {
    await using outside = await serve((_, response) =>
      response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    );
    expect((await failure(open(outside.url))).kind).toBe("refused-address");
  });
});

describe("limits", () => {
  test("a body larger than the limit is cut off with an error", async () => {
    await using server = await serve((_, response) => response.end("x".repeat(2000)));
    expect((await failure(open(server.url, { maxBytes: 1000 }))).kind).toBe("too-large");
    expect(await (await open(server.url, { maxBytes: 2000 })).text()).toHaveLength(2000);
  });

  test("a compressed body counts as it unpacks", async () => {
    await using server = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(1_000_000))),
    );
    expect((await failure(open(server.url, { maxBytes: 10_000 }))).kind).toBe("too-large");
    const whole = await open(server.url);
    expect(whole.headers.has("content-encoding")).toBe(false);
    expect(await whole.text()).toHaveLength(1_000_000);
  });

  test("a body that never ends is given up in time", async () => {
    await using server = await serve((_, response) => {
      const timer = setInterval(() => response.write("x"), 10);
      response.on("close", () => clearInterval(timer));
    });
    const started = Date.now();
    expect((await failure(open(server.url, { timeoutMs: 200 }))).kind).toBe("maybe-sent");
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test("a server that never answers may have taken the request", async () => {
    await using server = await serve(() => undefined);
    const error = await failure(open(server.url, { method: "POST", body: "x", timeoutMs: 150 }));
    expect(error.kind).toBe("maybe-sent");
    expect(error.message).toContain("150 ms");
  });

  test("redirects end after the limit", async () => {
    await using server = await serve((_, response) => response.writeHead(302, { location: "/again" }).end());
    expect((await failure(open(server.url, { maxRedirects: 3 }))).message).toContain(
      "redirects more than 3 times",
    );
  });
});

describe("whether a request was sent", () => {
  test("nothing was sent where nobody listens", async () => {
    const server = await serve(() => undefined);
    await server[Symbol.asyncDispose]();
    expect((await failure(open(server.url, { method: "POST", body: "x" }))).kind).toBe("not-sent");
  });

  test("a write to a server that has just gone was not sent, though a connection was open", async () => {
    const server = await serve((_, response) => response.end());
    await open(server.url);
    await open(server.url, { method: "POST", body: "x" });
    await server[Symbol.asyncDispose]();
    expect((await failure(open(server.url, { method: "POST", body: "x" }))).kind).toBe("not-sent");
  });

  test("nothing was sent to a name that does not exist", async () => {
    expect((await failure(guarded("http://no-such-host.invalid/"))).kind).toBe("not-sent");
  });

  test("nothing was sent where TLS fails", async () => {
    await using server = await serve((_, response) => response.end());
    expect(
      (await failure(open(server.url.replace("http:", "https:"), { method: "POST", body: "x" }))).kind,
    ).toBe("not-sent");
  });

  test("nothing was sent when the call is cancelled beforehand", async () => {
    await using server = await serve((_, response) => response.end());
    expect((await failure(open(server.url, { signal: AbortSignal.abort() }))).kind).toBe("not-sent");
  });

  test("a connection dropped after the request may have been served", async () => {
    await using server = await listen(
      createTcpServer((socket) => socket.once("data", () => socket.destroy())),
    );
    expect((await failure(open(server.url, { method: "POST", body: "x" }))).kind).toBe("maybe-sent");
  });

  test("an answer cut off in the middle may have been served", async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    expect((await failure(open(server.url, { method: "POST", body: "x" }))).kind).toBe("maybe-sent");
  });

  test("a POST that was answered with a redirect that fails may have been served", async () => {
    const gone = await serve(() => undefined);
    await gone[Symbol.asyncDispose]();
    await using server = await serve((_, response) => response.writeHead(303, { location: gone.url }).end());
    expect((await failure(open(server.url, { method: "POST", body: "x" }))).kind).toBe("maybe-sent");
  });

  test("what answers no HTTP may have been served", async () => {
    await using server = await listen(
      createTcpServer((socket) => socket.once("data", () => socket.end("SSH-2.0-nope\r\n"))),
    );
    expect((await failure(open(server.url))).kind).toBe("maybe-sent");
  });
});

describe("requests", () => {
  test("form data arrives as a multipart body", async () => {
    await using server = await serve(async (request, response) => response.end(await bodyOf(request)));
    const body = new FormData();
    body.set("file", new Blob(["picture"], { type: "image/png" }), "a.png");
    const text = await (await open(server.url, { method: "POST", body })).text();
    expect(text).toContain('name="file"; filename="a.png"');
    expect(text).toContain("picture");
  });

  test("307 repeats the body, 303 becomes a GET without it", async () => {
    await using server = await serve(async (request, response) => {
      if (request.url === "/keep") response.writeHead(307, { location: "/end" }).end();
      else if (request.url === "/get") response.writeHead(303, { location: "/end" }).end();
      else response.end(`${request.method} ${await bodyOf(request)}`);
    });
    expect(await (await open(`${server.url}/keep`, { method: "POST", body: "x" })).text()).toBe("POST x");
    const after = await open(`${server.url}/get`, { method: "POST", body: "x" });
    expect(await after.text()).toBe("GET ");
    expect(after.url).toBe(`${server.url}/end`);
  });

  test("a redirect to another origin loses the credentials", async () => {
    await using other = await serve((request, response) =>
      response.end(String(request.headers.authorization)),
    );
    await using server = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    expect(await (await open(server.url, { headers: { authorization: "Bearer secret" } })).text()).toBe(
      "undefined",
    );
  });

  test("manual redirects are handed back, and empty answers have no body", async () => {
    await using server = await serve((request, response) =>
      request.url === "/empty"
        ? response.writeHead(204).end()
        : response.writeHead(302, { location: "/empty" }).end(),
    );
    expect((await open(server.url, { redirect: "manual" })).headers.get("location")).toBe("/empty");
    expect((await open(`${server.url}/empty`)).body).toBeNull();
  });

  test("we say who we are", async () => {
    await using server = await serve((request, response) => response.end(request.headers["user-agent"]));
    expect(await (await open(server.url)).text()).toBe(userAgent);
  });
});
