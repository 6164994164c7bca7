import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { buildWidgets } from "../build.ts";
import { launchBrowser } from "./browser.ts";
import { startHouse, startSite, type TestHouse, type TestSite } from "./house.ts";

/** The widgets as they are built, and a real browser: made once for a file of tests. */
export interface Workshop extends AsyncDisposable {
  readonly built: string;
  readonly browser: Browser;
}

export async function openWorkshop(): Promise<Workshop> {
  const built = await mkdtemp(join(tmpdir(), "samovar-widgets-"));
  await buildWidgets(built);
  const browser = await launchBrowser();
  return {
    built,
    browser,
    async [Symbol.asyncDispose]() {
      await browser.close();
      await rm(built, { recursive: true });
    },
  };
}

export interface Scene {
  /** What stands on the page, in its `<main>`. */
  readonly body: string;
  /** Which of the widgets' files the page loads. */
  readonly files: readonly string[];
  readonly language?: string;
  /** More for the page's head. Inline styles need the nonce `n`. */
  readonly head?: string;
}

export interface Opened {
  readonly page: Page;
  /** Addresses that the page asked for. */
  readonly requests: readonly string[];
  /** What went wrong on the page: errors, and what the policy refused. */
  readonly faults: readonly string[];
  /** How far things have moved so far; 0 is still. */
  readonly shift: () => Promise<number>;
  /** What axe finds wrong, each as one line. */
  readonly violations: () => Promise<readonly string[]>;
}

type OpenOptions = BrowserContextOptions & { readonly path?: string; readonly script?: string };

/** An owner's page at an origin of its own with a strict policy, and a house that answers the elements on it. */
export interface Stage extends AsyncDisposable {
  readonly house: TestHouse;
  readonly site: TestSite;
  readonly open: (options?: OpenOptions) => Promise<Opened>;
}

export async function setStage(
  { built, browser }: Workshop,
  sceneOf: (house: TestHouse) => Scene,
): Promise<Stage> {
  const house = await startHouse(built);
  const site = await startSite(pageOf(house, sceneOf(house)), policyOf(house));
  const cleanUp: (() => Promise<void>)[] = [];
  return {
    house,
    site,
    async open({ path = "/tea", script = "", ...options } = {}) {
      const context = await browser.newContext(options);
      cleanUp.push(() => context.close());
      await context.addInitScript(watchShifts + script);
      const page = await context.newPage();
      const opened = { page, ...watch(page), ...measures(page) };
      await page.goto(site.origin + path);
      return opened;
    },
    async [Symbol.asyncDispose]() {
      for (const undo of cleanUp) await undo();
      await site[Symbol.asyncDispose]();
      await house[Symbol.asyncDispose]();
    },
  };
}

/** Nothing inline but one style that has a nonce; scripts and answers from the house alone; no HTML made of texts. */
const policyOf = ({ origin }: TestHouse) =>
  `default-src 'none'; script-src ${origin}; connect-src ${origin}; img-src ${origin} data:; style-src 'nonce-n'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`;

const pageOf = ({ origin }: TestHouse, { body, files, language = "en", head = "" }: Scene) =>
  `<!doctype html><html lang="${language}"><head><title>Tea</title><meta name="viewport" content="width=device-width">
    <link rel="icon" href="data:,"><style nonce="n">:root { color-scheme: light dark } body { background: Canvas; color: CanvasText; margin: 1rem; font: 16px/1.5 sans-serif }</style>
    <script async src="${origin}/w/site.js" data-site="KEY"></script>
    ${files.map((file) => `<script type="module" src="${origin}/w/${file}"></script>`).join("")}${head}</head>
    <body><main><h1>Tea</h1>${body}<p>Text below</p></main></body></html>`;

const watchShifts = `window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });`;

function watch(page: Page): Pick<Opened, "requests" | "faults"> {
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => faults.push(String(error)));
  // A refusal of the server is told in the console by the browser itself; the element tells it to the reader.
  page.on(
    "console",
    (message) =>
      message.type() === "error" &&
      !message.text().includes("Failed to load resource") &&
      !message.text().includes("ERR_") &&
      faults.push(message.text()),
  );
  return { requests, faults };
}

const measures = (page: Page): Pick<Opened, "shift" | "violations"> => ({
  shift: async () => Number(await page.evaluate("shift")),
  async violations() {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await page.evaluate(axe);
    const found: unknown = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`,
    );
    return Array.isArray(found) ? found.map(String) : [];
  },
});
