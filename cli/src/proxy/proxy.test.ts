import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPage } from "@samovar/audit";
import { servePages } from "@samovar/audit/testing/serve-pages.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runLine } from "../testing/run-line.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samovar-proxy-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bare = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tea house</title></head>
<body><main><h1>Tea house</h1><p>We brew tea the slow way, in a samovar that burns fir cones.</p></main></body></html>`;

const ask = (...more: string[]) => runLine(["proxy", "--port", "0", ...more]);

describe("samovar proxy", () => {
  test("mends the pages of the site behind, and ends when it is asked to", async () => {
    await using site = await servePages({ "/": bare });
    const config = join(folder, "site.json");
    await writeFile(
      config,
      JSON.stringify({ profile: { siteName: "The Tea House", themeColor: "#7a4a1e" } }),
    );
    const stop = new AbortController();
    let told = "";
    const running = runLine(["proxy", "--origin", site.origin, "--port", "0", "--config", config], {
      interruption: stop.signal,
      onErr: (text) => (told += text),
    });
    await vi.waitFor(() => expect(told).toMatch(/^http:\S+ →/), { timeout: 20_000 });
    const address = told.split(" ")[0] ?? "";
    const answer = await fetch(address);
    const page = readPage({
      url: address,
      body: new Uint8Array(await answer.arrayBuffer()),
      contentType: answer.headers.get("content-type") ?? undefined,
      isTruncated: false,
    });
    const said = new Map(page.metas.map(({ name, content }) => [name, content]));
    expect(said.get("og:title")).toBe("Tea house");
    expect(said.get("og:site_name")).toBe("The Tea House");
    const image = await fetch(said.get("og:image") ?? "");
    expect(image.headers.get("content-type")).toBe("image/jpeg");
    stop.abort();
    expect((await running).code).toBe(0);
  });

  test("says what is wrong with its settings", async () => {
    expect((await ask()).err).toContain("--origin");
    expect((await ask("--origin", "ftp://tea.example")).err).toContain("ftp://tea.example");
    const config = join(folder, "wrong.json");
    await writeFile(config, '{ "colour": "red" }');
    const wrong = await ask("--origin", "http://127.0.0.1:9", "--config", config);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('"colour"') });
    await writeFile(config, "{");
    expect((await ask("--origin", "http://127.0.0.1:9", "--config", config)).err).toContain("no JSON");
    expect((await runLine(["proxy", "--origin", "http://127.0.0.1:9", "--port", "99999"])).code).toBe(2);
  });

  test("names the port that is taken", async () => {
    await using site = await servePages({ "/": bare });
    const { port } = new URL(site.origin);
    const { code, err } = await runLine(["proxy", "--origin", "http://127.0.0.1:9", "--port", port]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(port) });
  });
});
