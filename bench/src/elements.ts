import { createServer } from "node:http";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { weighWidgets } from "@samovar/widgets/weigh.ts";
import lighthouse from "lighthouse";
import { throttling } from "lighthouse/core/config/constants.js";
import { chromium } from "playwright-core";
import { freePort, startHouse } from "./house.ts";
import type { Figures } from "./main.ts";

export const about =
  "what all elements on a page cost it: Lighthouse's score without and with them, and their weight";

const runs = 5;
const maxFall = 2;
/** An assembly of comments, share buttons, subscription and search by three vendors, gzip. */
const peersKilobytes = 169;

const tags = [
  ["welcome", ""],
  ["answers", ""],
  ["reactions", ""],
  ["list", ' list="popular"'],
  ["letters", ""],
  ["talk", ""],
] as const;

/** A real house behind the elements, an owner's page at another origin, and a real Chromium with a phone's speed. */
export async function measure(): Promise<Figures> {
  await using house = await startHouse();
  const page = { html: "" };
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(page.html);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
  });
  try {
    const site = await house.ask("POST", "/api/sites", { name: "Bench", origin });
    const elements = elementsOf(house.url, String(site["embedLine"]));
    const scores: Record<"bare" | "full", Score[]> = { bare: [], full: [] };
    let { benchmarkIndex } = await scoreOf(`${origin}/tea`, { port, benchmarkIndex: highestIndex });
    // By turns, so that whatever else the machine does meets both alike.
    for (let run = 0; run < runs; run++) {
      for (const which of ["bare", "full"] as const) {
        page.html = pageWith(which === "full" ? elements : "");
        const score = await scoreOf(`${origin}/tea`, { port, benchmarkIndex });
        ({ benchmarkIndex } = score);
        scores[which].push(score);
      }
    }
    return { ...figuresOf(median(scores.bare), median(scores.full)), ...(await weights()) };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

interface Score {
  /** 0 to 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly layoutShift: number;
  readonly blockedMs: number;
  /** How fast the machine was at that moment, in Lighthouse's own measure. */
  readonly benchmarkIndex: number;
}

function figuresOf(bare: Score, full: Score): Figures {
  const fall = Math.max(
    bare.performance - full.performance,
    bare.accessibility - full.accessibility,
    bare.bestPractices - full.bestPractices,
  );
  return {
    performance_without: bare.performance,
    performance_with: full.performance,
    accessibility_without: bare.accessibility,
    accessibility_with: full.accessibility,
    best_practices_without: bare.bestPractices,
    best_practices_with: full.bestPractices,
    layout_shift_with: full.layoutShift,
    blocked_ms_without: bare.blockedMs,
    blocked_ms_with: full.blockedMs,
    machine_index: Math.round(full.benchmarkIndex),
    greatest_fall: fall,
    max_fall: maxFall,
    within_budget: fall <= maxFall,
  };
}

async function weights(): Promise<Figures> {
  const all = await weighWidgets();
  const atOnce = all.filter(({ isLate }) => !isLate).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  return { elements_gzip_bytes: atOnce, peers_gzip_bytes: peersKilobytes * 1000 };
}

/** Each with its place kept, as the app's own lines have it. */
function elementsOf(houseUrl: string, embedLine: string): string {
  const key = /data-site="([^"]*)"/.exec(embedLine)?.[1] ?? "";
  const lines = tags.map(
    ([name, attributes]) =>
      `<script type="module" src="${houseUrl}/w/${name}.js"></script><samovar-${name} site="${key}"${attributes} style="display:block;min-block-size:20rem"></samovar-${name}>`,
  );
  const button = `<script async src="${houseUrl}/w/pass.js"></script><samovar-pass style="display:inline-block;inline-size:10rem;block-size:2.75rem"></samovar-pass>`;
  return [embedLine, ...lines, button].join("\n");
}

const pageWith = (elements: string) =>
  `<!doctype html><html lang="en"><head><title>Tea, and how it is brewed</title><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="A page about tea.">
<link rel="icon" href="data:,"></head><body><main><h1>Tea</h1>${"<p>Water comes to the boil, leaves wait in the pot, and nobody hurries.</p>".repeat(20)}${elements}</main></body></html>`;

/**
 * Lighthouse slows the processor down four times, as a machine with an index of 1,800 has to be to be as slow as a
 * phone of the middle (its docs, `throttling.md`). A machine that is busy is slower already, and is slowed down less.
 */
const highestIndex = 1800;
const slowdownFor = (index: number) => Math.max(1, Math.min(4, (4 * index) / highestIndex));

interface Running {
  readonly port: number;
  readonly benchmarkIndex: number;
}

async function scoreOf(url: string, { port, benchmarkIndex }: Running): Promise<Score> {
  const result = await lighthouse(url, {
    port,
    logLevel: "error",
    output: "json",
    onlyCategories: ["performance", "accessibility", "best-practices"],
    throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier: slowdownFor(benchmarkIndex) },
  });
  if (!result) throw new Error("Lighthouse has measured nothing");
  const { categories, audits, environment } = result.lhr;
  const score = (name: string) => Math.round((categories[name]?.score ?? Number.NaN) * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    layoutShift: audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN,
    blockedMs: Math.round(audits["total-blocking-time"]?.numericValue ?? Number.NaN),
    benchmarkIndex: environment.benchmarkIndex,
  };
}

/** The run whose performance is in the middle. */
function median(scores: readonly Score[]): Score {
  const middle = scores.toSorted((a, b) => a.performance - b.performance)[Math.floor(scores.length / 2)];
  if (!middle) throw new Error("There were no runs");
  return middle;
}

function findChromium(): string {
  const places = [
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const found = places.find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error("There is no Chromium. Install it (apt-get install chromium), or set CHROMIUM_PATH");
}
