import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { PageAudit } from "../audit.ts";
import { auditLinks } from "../testing/audit-links.ts";
import { servePages, type Served } from "../testing/serve-pages.ts";
import { createVisitors } from "../visit/create-visitors.ts";
import { crawl, type CrawlOptions, type CrawlProgress } from "./crawl.ts";
import { readCrawl } from "./crawl-state.ts";

type Pages = Readonly<Record<string, Served>>;
const links = (...paths: readonly string[]): string =>
  `<!doctype html>${paths.map((path) => `<a href="${path}">x</a>`).join("")}`;

/** Time that passes only by waiting. */
function makeClock() {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    async wait(ms: number) {
      waits.push(ms);
      now += ms;
      await Promise.resolve();
    },
  };
}

async function crawlSite(origin: string, options: Partial<CrawlOptions> = {}): Promise<string[]> {
  const visitors = createVisitors({ allowPrivate: true });
  const start = options.start ?? `${origin}/`;
  const paths: string[] = [];
  try {
    const audit = (url: string) => auditLinks(url, visitors);
    for await (const page of crawl({ visitors, audit, clock: makeClock(), ...options, start }))
      paths.push(page.url.replace(origin, ""));
    return paths;
  } finally {
    await visitors.close();
  }
}

async function crawlPages(pages: Pages, options: Partial<CrawlOptions> = {}) {
  await using site = await servePages(pages);
  const paths = await crawlSite(site.origin, options);
  return { paths: paths.sort(), asked: site.requests.map(({ path }) => path) };
}

async function makeFolder() {
  const path = await mkdtemp(join(tmpdir(), "samovar-crawl-test-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

describe("what is crawled", () => {
  test("each page of the site once, however it is written", async () => {
    const { paths, asked } = await crawlPages({
      "/": links(
        "/a",
        "a#part",
        "/a?utm_source=x&fbclid=1",
        "/b?z=1&a=2",
        "https://elsewhere.example/",
        "/photo.jpg",
      ),
      "/a": links("/", "/c", "mailto:a@b.example"),
      "/b": "",
      "/c": links("/a"),
    });
    expect(paths).toEqual(["/", "/a", "/b?z=1&a=2", "/c"]);
    expect(asked.filter((path) => path === "/a")).toHaveLength(1);
  });

  test("what sitemaps list, through indexes and gzip, whatever links say", async () => {
    await using site = await servePages({
      "/": "",
      "/robots.txt": (_, response) =>
        void response.end(`Sitemap: ${site.origin}/index.xml\nUser-agent: *\nDisallow: /closed`),
      "/index.xml": (_, response) =>
        void response.end(
          `<sitemapindex><sitemap><loc>${site.origin}/pages.xml.gz</loc></sitemap></sitemapindex>`,
        ),
      "/pages.xml.gz": (_, response) => {
        const urls = ["/one", "/two", "/closed/three"].map(
          (path) => `<url><loc>${site.origin}${path}</loc></url>`,
        );
        response.end(
          gzipSync(`<urlset>${urls.join("")}<url><loc>https://elsewhere.example/</loc></url></urlset>`),
        );
      },
      "/one": "",
      "/two": "",
    });
    expect((await crawlSite(site.origin)).sort()).toEqual(["/", "/one", "/two"]);
    expect(
      await crawlSite(site.origin, {
        sitemap: `${site.origin}/pages.xml.gz`,
        obeyRobots: false,
        maxPages: 2,
      }),
    ).toEqual(["/one", "/two"]);
    expect(await crawlSite(site.origin, { sitemap: false })).toEqual(["/"]);
  });

  test("of a list, only what it names", async () => {
    await using site = await servePages({ "/a": links("/b"), "/b": "", "/feed.xml": "" });
    expect(
      await crawlSite(site.origin, {
        list: [`${site.origin}/a`, `${site.origin}/feed.xml`, `${site.origin}/a#x`],
      }),
    ).toEqual(["/a", "/feed.xml"]);
  });

  test("not what robots.txt forbids", async () => {
    const { paths, asked } = await crawlPages({
      "/robots.txt": "User-agent: SamovarAudit\nDisallow: /private\n\nUser-agent: *\nDisallow: /",
      "/": links("/private/1", "/open"),
      "/open": "",
    });
    expect(paths).toEqual(["/", "/open"]);
    expect(asked).not.toContain("/private/1");
  });

  test.each([
    ["is forbidden", "User-agent: *\nDisallow: /", "line 2, forbids SamovarAudit"],
    ["can't be known", { status: 503 }, "until it does nothing may be crawled"],
  ])("a start that %s is told, with the way out", async (_, robots, message) => {
    await expect(crawlPages({ "/": "", "/robots.txt": robots })).rejects.toThrow(message);
    expect((await crawlPages({ "/": "", "/robots.txt": robots }, { obeyRobots: false })).paths).toEqual([
      "/",
    ]);
  });

  test("a calendar without end is left after a thousand pages", async () => {
    const next: Served = ({ url = "" }, response) => {
      const month = Number(/month=(\d+)/.exec(url)?.[1] ?? 0);
      response.end(
        links(...Array.from({ length: 40 }, (_, n) => `/calendar?month=${month * 40 + n + 1}`), "/about"),
      );
    };
    const { paths } = await crawlPages(
      { "/": links("/calendar?month=0"), "/calendar": next, "/about": "" },
      { concurrency: 8, delayMs: 0 },
    );
    expect(paths).toHaveLength(1002);
  });

  test("a path that heaps itself up is left", async () => {
    const { paths } = await crawlPages(
      Object.fromEntries(
        ["/", "/more/", "/more/more/", "/more/more/more/", "/more/more/more/more/"].map((path) => [
          path,
          links("more/"),
        ]),
      ),
    );
    expect(paths).toHaveLength(4);
  });
});

describe("how it is crawled", () => {
  const many = Object.fromEntries([
    ["/", links(...Array.from({ length: 9 }, (_, n) => `/${n}`))],
    ...Array.from({ length: 9 }, (_, n) => [`/${n}`, ""]),
  ]);

  test("two pages a second, and slower where robots.txt asks for it", async () => {
    const clock = makeClock();
    await crawlPages(many, { clock });
    expect(clock.now()).toBe(9 * 500);
    const patient = makeClock();
    await crawlPages({ ...many, "/robots.txt": "User-agent: *\nCrawl-delay: 7" }, { clock: patient });
    expect(patient.now()).toBe(9 * 7000);
  });

  test("an overloaded host gets the pause that it asks for, and the page another turn", async () => {
    let asked = 0;
    const clock = makeClock();
    const { paths } = await crawlPages(
      {
        "/": links("/busy"),
        "/busy": (_, response) => {
          asked += 1;
          response.writeHead(asked < 3 ? 429 : 200, { "retry-after": "90" }).end(links("/behind"));
        },
        "/behind": "",
      },
      { clock },
    );
    expect(paths).toEqual(["/", "/behind", "/busy"]);
    expect(clock.now()).toBeGreaterThanOrEqual(180_000);
  });

  test("a page whose audit breaks costs that page alone", async () => {
    const faults: string[] = [];
    await using site = await servePages(many);
    const visitors = createVisitors({ allowPrivate: true });
    const audit = async (url: string): Promise<PageAudit> => {
      if (url.endsWith("/4")) throw new Error("A fault of ours");
      return auditLinks(url, visitors);
    };
    const paths = await crawlSite(site.origin, {
      audit,
      onFault: (url, error) => faults.push(`${url}: ${String(error)}`),
    });
    await visitors.close();
    expect(paths).toHaveLength(9);
    expect(faults).toEqual([`${site.origin}/4: Error: A fault of ours`]);
  });

  test("progress is told, and no more pages are taken than are wished", async () => {
    const told: CrawlProgress[] = [];
    const { paths } = await crawlPages(
      { ...many, "/1": { status: 500 } },
      { maxPages: 4, onProgress: (progress) => told.push(progress) },
    );
    expect(paths).toHaveLength(4);
    expect(told.map(({ done }) => done)).toEqual([1, 2, 3, 4]);
    expect(told.at(-1)).toMatchObject({ known: 4, failed: 1, ratePerSecond: 2 });
  });

  test("a crawl that is stopped ends quietly, and its next run takes up what was left", async () => {
    await using site = await servePages(many);
    await using folder = await makeFolder();
    const stop = new AbortController();
    const first = await crawlSite(site.origin, {
      stateFolder: folder.path,
      signal: stop.signal,
      onProgress: ({ done }) => done === 4 && stop.abort(),
    });
    const second = await crawlSite(site.origin, { stateFolder: folder.path });
    expect(first).toHaveLength(4);
    expect([...first, ...second].sort()).toEqual(
      ["/", ...Array.from({ length: 9 }, (_, n) => `/${n}`)].sort(),
    );
    const kept = await Array.fromAsync(readCrawl(folder.path));
    expect(kept.map(({ url }) => url.replace(site.origin, ""))).toEqual([...first, ...second]);
  });

  test("a crawl that is killed loses the pages in hand and nothing else", async () => {
    await using site = await servePages(
      Object.fromEntries(
        Array.from({ length: 200 }, (_, n) => [
          n === 0 ? "/" : `/${n}`,
          links(`/${n * 2 + 1}`, `/${n * 2 + 2}`),
        ]),
      ),
    );
    await using folder = await makeFolder();
    const script = fileURLToPath(new URL("../testing/crawl-until-killed.ts", import.meta.url));
    const child = spawn(process.execPath, [script, `${site.origin}/`, folder.path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let told = "";
    for await (const chunk of child.stdout) {
      told += String(chunk);
      if (told.split("\n").length > 60) child.kill("SIGKILL");
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    await appendFile(join(folder.path, "pages.jsonl"), '{"url":"http://half');
    await appendFile(join(folder.path, "frontier.txt"), "3 http://127.0.0.1/ha");

    const before = site.requests.map(({ path }) => path);
    const second = await crawlSite(site.origin, { stateFolder: folder.path, delayMs: 0 });
    const repeated = second.filter((path) => before.includes(path));
    expect(before.length).toBeGreaterThan(50);
    expect(repeated.length).toBeLessThanOrEqual(2);
    const kept = await Array.fromAsync(readCrawl(folder.path));
    expect(new Set(kept.map(({ url }) => url)).size).toBe(kept.length);
    // Each page below 200 links on to two: those from 200 to 400 are not there, and are met all the same.
    expect(kept.filter(({ outcome }) => outcome === "audited")).toHaveLength(200);
    expect(await readFile(join(folder.path, "frontier.txt"), "utf8")).not.toContain("127.0.0.1/ha");
  });

  test("a folder that holds another site's crawl is left alone", async () => {
    await using site = await servePages(many);
    await using folder = await makeFolder();
    await crawlSite(site.origin, { stateFolder: folder.path, maxPages: 1 });
    await expect(
      crawlSite(site.origin, { stateFolder: folder.path, start: `${site.origin}/other` }),
    ).rejects.toThrow("Name another folder");
  });
});
