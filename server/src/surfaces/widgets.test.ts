import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "#src/platform/problem.ts";
import { widgetsSurface } from "./widgets.ts";

let folder = "";
const text = "export const tea = 1;\n".repeat(50);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samovar-widgets-"));
  await writeFile(join(folder, "site.js"), text);
});
afterAll(() => rm(folder, { recursive: true }));

async function ask(
  headers: Record<string, string> = {},
  path = "/site.js",
  from = folder,
): Promise<Response> {
  const app = await widgetsSurface(from);
  app.onError((error, c) => {
    if (error instanceof Problem) return c.json({ code: error.code, hint: error.hint }, 503);
    throw error;
  });
  return app.request(path, { headers });
}

test("a script is served to any origin, for an hour, as the script that it is", async () => {
  const answer = await ask();
  expect(await answer.text()).toBe(text);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=3600, stale-while-revalidate=86400",
    vary: "accept-encoding",
  });
});

test("a script is compressed as the browser can take it", async () => {
  const brotli = await ask({ "accept-encoding": "gzip, deflate, br, zstd" });
  expect(brotli.headers.get("content-encoding")).toBe("br");
  expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(text);
  const gzip = await ask({ "accept-encoding": "br;q=0, gzip" });
  expect(gzip.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(text);
});

test("a script that the browser has is not sent again", async () => {
  const etag = (await ask()).headers.get("etag") ?? "";
  expect((await ask({ "if-none-match": etag })).status).toBe(304);
});

test("what is not there is no file of the disk, and an unbuilt folder says what to do", async () => {
  expect(await (await ask({}, "/..%2f..%2fpackage.json")).json()).toMatchObject({ code: "not_found" });
  expect(await (await ask({}, "/site.js", join(folder, "none"))).json()).toEqual({
    code: "unavailable",
    hint: "Run `npm run build -w widgets`, then start again",
  });
});
