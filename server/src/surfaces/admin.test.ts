import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "#src/platform/problem.ts";
import { adminRoute } from "./admin.ts";

let folder = "";
const app = () => {
  const built = new Hono();
  built.onError((error, c) =>
    c.json({ code: error instanceof Problem ? error.code : "bug" }, error instanceof Problem ? 404 : 500),
  );
  adminRoute(folder)(built);
  return built;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samovar-admin-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><html><head></head><body></body></html>");
  await writeFile(join(folder, "assets", "app-1a2b.js"), "export {};");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the app's own pages", () => {
  test("are all the same page, never kept, with scripts only from here", async () => {
    for (const path of ["/admin/", "/admin/posts/0199-a", "/admin/join/token"]) {
      const response = await app().request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-store");
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain("unsafe");
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
      expect(await response.text()).toContain(`<meta name="style-nonce" content="${nonce}" />`);
    }
  });

  test("have a nonce of their own each time", async () => {
    const [one, other] = await Promise.all([app().request("/admin/"), app().request("/admin/")]);
    expect(one.headers.get("content-security-policy")).not.toBe(other.headers.get("content-security-policy"));
  });
});

describe("built files", () => {
  test("whose names carry a hash are kept for ever", async () => {
    const response = await app().request("/admin/assets/app-1a2b.js");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("content-type")).toContain("text/javascript");
  });

  test("that are missing are not answered with a page", async () => {
    expect((await app().request("/admin/assets/gone-0000.js")).status).toBe(404);
  });

  test("outside the folder can't be reached", async () => {
    expect((await app().request("/admin/..%2F..%2Fpackage.json")).status).toBe(404);
  });
});

test("without a slash one is led on", async () => {
  expect((await app().request("/admin")).headers.get("location")).toBe("/admin/");
});
