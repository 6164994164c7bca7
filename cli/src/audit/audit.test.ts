import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Served, servePages } from "@samovar/audit/testing/serve-pages.ts";
import { parse } from "parse5";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { runLine } from "../testing/run-line.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samovar-audit-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (title: string, links: readonly string[] = []) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:title" content="${title}"></head>
<body><main><h1>${title}</h1>${links.map((to) => `<a href="${to}">${to}</a>`).join(" ")}</main></body></html>`;

const site: Readonly<Record<string, Served>> = {
  "/": page("Tea house", ["/guide", "/menu", "/gone"]),
  "/guide": page("Guide", ["/"]),
  "/menu": page("Menu <b>&amp;</b> prices", ["/guide"]),
  "/private": page("Private"),
  "/robots.txt": { headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /private\n" },
};

const Report = z.looseObject({
  format: z.literal(1),
  site: z.string(),
  pages: z.array(
    z.looseObject({
      url: z.string(),
      outcome: z.string(),
      score: z.looseObject({ page: z.number().optional() }),
      findings: z.array(z.looseObject({ ruleId: z.string(), severity: z.string() })),
      cards: z.array(z.unknown()),
    }),
  ),
  summary: z.looseObject({ troubles: z.array(z.looseObject({ ruleId: z.string(), pages: z.number() })) }),
});

describe("samovar audit", () => {
  test("audits one page for people: each finding with its remedy, and ends with 10 when a card would fail", async () => {
    await using served = await servePages(site);
    const { code, out, err } = await runLine(["audit", served.origin, "--language", "en"]);
    expect(code).toBe(10);
    expect(err).toContain("Not ready");
    expect(out).toContain("Ready for the networks");
    expect(out).toMatch(/LP\d\d/);
    expect(out).toContain("→");
    expect(out).not.toContain("\u001B[");
  });

  test("says it in Russian where the terminal does", async () => {
    await using served = await servePages(site);
    const { out } = await runLine(["audit", served.origin], { env: { LANG: "ru_RU.UTF-8" } });
    expect(out).toContain("Готовность к сетям");
  });

  test("crawls a site as its robots.txt allows, and reports all pages as JSON", async () => {
    await using served = await servePages(site);
    const { code, out } = await runLine(crawlOf(served.origin, "--format", "json", "--fail-on", "never"));
    expect(code).toBe(0);
    const report = Report.parse(JSON.parse(out));
    expect(report.pages.map(({ url }) => new URL(url).pathname).toSorted()).toEqual([
      "/",
      "/gone",
      "/guide",
      "/menu",
    ]);
    expect(report.pages.find(({ url }) => url.endsWith("/gone"))?.outcome).toBe("unreachable");
    expect(report.pages.find(({ url }) => url.endsWith("/guide"))?.cards).toHaveLength(16);
    expect(report.summary.troubles.length).toBeGreaterThan(3);
  });

  test("goes on where it was broken off, and its report holds what both runs did", async () => {
    await using served = await servePages(site);
    const state = join(folder, "state");
    const first = await runLine(
      crawlOf(served.origin, "--format", "json", "--fail-on", "never", "--state", state, "--max-pages", "2"),
    );
    expect(Report.parse(JSON.parse(first.out)).pages).toHaveLength(2);
    const asked = served.requests.filter(({ path }) => path === "/").length;
    const second = await runLine(
      crawlOf(served.origin, "--format", "json", "--fail-on", "never", "--state", state),
    );
    expect(Report.parse(JSON.parse(second.out)).pages).toHaveLength(4);
    expect(served.requests.filter(({ path }) => path === "/").length).toBe(asked);
  });

  test("audits a list, and names the line that is no address", async () => {
    await using served = await servePages(site);
    const stdin = `# the pages that changed\n${served.origin}/guide\n\n${served.origin}/menu\n`;
    const { out } = await runLine(
      ["audit", "--list", "-", "--format", "json", "--fail-on", "never", "--rate", "100"],
      {
        stdin,
      },
    );
    expect(Report.parse(JSON.parse(out)).pages).toHaveLength(2);
    const refused = await runLine(["audit", "--list", "-"], {
      stdin: "https://tea.example\nftp://tea.example\n",
    });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("Line 2");
  });

  test("writes SARIF and JUnit that machines can read", async () => {
    await using served = await servePages(site);
    const sarif = await runLine(crawlOf(served.origin, "--format", "sarif", "--fail-on", "never"));
    const { runs } = z
      .object({
        version: z.literal("2.1.0"),
        runs: z.array(
          z.object({
            results: z.array(
              z.looseObject({ ruleId: z.string(), message: z.object({ text: z.string().min(5) }) }),
            ),
            tool: z.object({ driver: z.looseObject({ rules: z.array(z.looseObject({ id: z.string() })) }) }),
          }),
        ),
      })
      .parse(JSON.parse(sarif.out));
    const known = new Set(runs[0]?.tool.driver.rules.map(({ id }) => id));
    expect(runs[0]?.results.length).toBeGreaterThan(5);
    for (const { ruleId } of runs[0]?.results ?? []) expect(known).toContain(ruleId);
    const junit = await runLine(crawlOf(served.origin, "--format", "junit", "--fail-on", "never"));
    expect(junit.out).toMatch(/^<\?xml version="1.0"/);
    expect(junit.out.match(/<testsuite /g)).toHaveLength(4);
    expect(junit.out).toContain("<failure");
  });

  test("writes one HTML file that asks nothing from outside and lets no page's markup in", async () => {
    const evil = "<script>alert(1)</script>";
    await using served = await servePages({ "/": page(`Tea ${evil.replaceAll("<", "&lt;")}`) });
    const output = join(folder, "report.html");
    const { code, out } = await runLine([
      "audit",
      served.origin,
      "--format",
      "html",
      "--output",
      output,
      "--fail-on",
      "never",
    ]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    const html = await readFile(output, "utf8");
    expect(html).toContain("Discord");
    const names = JSON.stringify(parse(html), (key, value: unknown) =>
      key === "parentNode" ? undefined : value,
    );
    expect(names).not.toContain('"tagName":"script"');
    expect(names).not.toMatch(/"name":"(src|srcset)","value":"http/);
  });

  test("ends as the thresholds say", async () => {
    await using served = await servePages(site);
    const ask = (...more: string[]) =>
      runLine(["audit", `${served.origin}/guide`, "--network", "telegram", ...more]);
    expect((await ask("--fail-on", "never")).code).toBe(0);
    expect((await ask("--fail-on", "never", "--min-score", "100")).code).toBe(10);
    expect((await ask("--fail-on", "warning")).code).toBe(10);
  });

  test("says what was wrong with what was typed, and what could not be reached", async () => {
    expect((await runLine(["audit"])).err).toContain("Which page?");
    expect((await runLine(["audit", "ftp://tea.example"])).err).toContain("ftp://tea.example");
    expect((await runLine(["audit", "localhost:1"])).code).toBe(9);
    expect((await runLine(["audit", "x.example", "--network", "myspace"])).err).toContain("myspace");
    expect((await runLine(["audit", "x.example", "--rate", "fast"])).code).toBe(2);
    const nowhere = await runLine([
      "audit",
      "localhost:1",
      "--output",
      join(folder, "no", "such", "folder.json"),
    ]);
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining("--output") });
  });

  test("does not follow a page into a private network", async () => {
    await using inside = await servePages({ "/": page("Secret") });
    await using served = await servePages({
      "/": { status: 302, headers: { location: `${inside.origin}/` } },
    });
    const { code } = await runLine(["audit", served.origin]);
    expect(code).toBe(9);
    expect(inside.requests).toEqual([]);
  });

  test("--watch says what each change of the page mends and breaks", async () => {
    const draft = join(folder, "draft.html");
    await writeFile(draft, page("Draft"));
    await using served = await servePages({
      "/": (_request, response) =>
        void readFile(draft).then((html) =>
          response.writeHead(200, { "content-type": "text/html" }).end(html),
        ),
    });
    const stop = new AbortController();
    let said = "";
    const watching = runLine(["audit", served.origin, "--watch", "--language", "en"], {
      interruption: stop.signal,
      onOut: (text) => (said += text),
    });
    await vi.waitFor(() => expect(said).toContain("LP41"), { timeout: 20_000 });
    const description = "How we make tea in our house: leaves, water, patience, and pictures of each step.";
    await writeFile(
      draft,
      page("Draft").replace("</head>", `<meta property="og:description" content="${description}"></head>`),
    );
    await vi.waitFor(() => expect(said).toMatch(/✓ LP41/), { timeout: 20_000 });
    stop.abort();
    expect((await watching).code).toBe(0);
  });
});

const crawlOf = (origin: string, ...more: string[]) => ["audit", origin, "--crawl", "--rate", "100", ...more];
