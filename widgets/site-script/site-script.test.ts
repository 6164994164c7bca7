import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../testing/browser.ts";
import { startHouse, startSite, type TestHouse, type TestSite } from "../testing/house.ts";
import { buildWidgets } from "../build.ts";
import type { Samovar } from "./site-script.ts";

let browser: Browser;
let house: TestHouse;
let site: TestSite;
const cleanUp: (() => PromiseLike<void>)[] = [];
let built = "";
const arrival = "mfabcdef0123456789xy";

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "samovar-widgets-"));
  await buildWidgets(built);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(built, { recursive: true });
});

beforeEach(async () => {
  house = await startHouse(built);
  site = await startSite(pageWith(""));
  return async () => {
    for (const undo of cleanUp.splice(0)) await undo();
    await site[Symbol.asyncDispose]();
    await house[Symbol.asyncDispose]();
  };
});

function pageWith(attributes: string, before = ""): string {
  return `<!doctype html><html lang="en"><head><title>Tea</title><link rel="canonical" href="/tea">${before}
    <script async src="${house.origin}/w/site.js" data-site="KEY" ${attributes}></script></head>
    <body style="height: 4000px"><a href="/next">Next</a></body></html>`;
}

async function open(
  path: string,
  options: BrowserContextOptions & { readonly script?: string; readonly on?: TestSite } = {},
): Promise<Page> {
  const { script, on = site, ...rest } = options;
  const context = await browser.newContext(rest);
  cleanUp.push(() => context.close());
  if (script) await context.addInitScript(script);
  const page = await context.newPage();
  await page.goto(on.origin + path);
  await page.waitForFunction(() => "samovar" in window && !Array.isArray(window.samovar));
  return page;
}

/** Calls the page's API as a page would. */
function call<Name extends Exclude<keyof Samovar, "push">>(
  page: Page,
  name: Name,
  ...words: Parameters<Samovar[Name]>
) {
  const asked: string = name;
  return page.evaluate(
    ({ called, rest }) => {
      const api = window.samovar;
      if (!api || Array.isArray(api)) throw new Error("The script has not come");
      const method: unknown = Reflect.get(api, called);
      return typeof method === "function" ? (method(...rest) as string | undefined) : undefined;
    },
    { called: asked, rest: Array.from<unknown>(words) },
  );
}

async function leave(page: Page): Promise<void> {
  await page.goto("about:blank");
}

describe("a view", () => {
  test("is sent with address, title, referrer and the click's id, and the address bar stays as it is", async () => {
    const page = await open(`/tea?smv=${arrival}#top`);
    const [view] = await house.eventsOf("view", 1);
    expect(view).toMatchObject({ url: `${site.origin}/tea?smv=${arrival}#top`, title: "Tea", s: arrival });
    expect(view?.age).toBeLessThan(3000);
    expect(page.url()).toBe(`${site.origin}/tea?smv=${arrival}#top`);
    expect(await page.getAttribute("link[rel=canonical]", "href")).toBe("/tea");
    expect(house.batches[0]).toMatchObject({ site: "KEY", own: false });
    expect(house.batches[0]?.visitor).toBeUndefined();
  });

  test("sets no cookie and keeps nothing that outlives the tab", async () => {
    const page = await open("/tea");
    await house.eventsOf("view", 1);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("is followed, on leaving, by its visible time and scroll depth", async () => {
    const page = await open("/tea");
    await page.evaluate(() => scrollTo(0, 1500));
    await page.waitForTimeout(400);
    await leave(page);
    const [view] = await house.eventsOf("view", 1);
    const [engage] = await house.eventsOf("engage", 1);
    expect(engage).toMatchObject({ parent: view?.id });
    if (engage?.kind !== "engage") throw new Error("no engage");
    expect(engage.visibleMs).toBeGreaterThan(300);
    expect(engage.visibleMs).toBeLessThan(10_000);
    expect(engage.scrollPercent).toBeGreaterThan(40);
    expect(engage.scrollPercent).toBeLessThan(70);
  });

  test("counts again when the page comes back from the browser's cache", async () => {
    const page = await open("/tea");
    await house.eventsOf("view", 1);
    await page.goto(`${site.origin}/next`);
    await page.goBack();
    const views = await house.eventsOf("view", 3);
    expect(new Set(views.map(({ id }) => id)).size).toBe(3);
  });

  test("of a prerendered page counts when it is shown", async () => {
    const page = await open("/tea", {
      script: `let isPrerendering = true;
        Object.defineProperty(document, "prerendering", { get: () => isPrerendering });
        window.showPage = () => { isPrerendering = false; document.dispatchEvent(new Event("prerenderingchange")); };`,
    });
    await page.waitForTimeout(1500);
    expect(house.batches).toEqual([]);
    await page.evaluate("showPage()");
    await house.eventsOf("view", 1);
  });
});

describe("a single-page application", () => {
  test("has a view for each address, with the time of the one before", async () => {
    const page = await open(`/tea?smv=${arrival}`);
    await page.evaluate(() => {
      history.pushState({}, "", "/coffee");
      document.title = "Coffee";
    });
    await page.waitForTimeout(50);
    await page.goBack();
    const views = await house.eventsOf("view", 3);
    expect(views.map(({ url }) => url.replace(site.origin, ""))).toEqual([
      `/tea?smv=${arrival}`,
      "/coffee",
      `/tea?smv=${arrival}`,
    ]);
    expect(views[1]).toMatchObject({ referrer: `${site.origin}/tea?smv=${arrival}`, s: arrival });
    const engages = await house.eventsOf("engage", 2);
    expect(engages.map((engage) => "parent" in engage && engage.parent)).toEqual([
      views[0]?.id,
      views[1]?.id,
    ]);
  });

  test("that tidies its query has not been left, and keeps its arrival", async () => {
    const page = await open(`/tea?smv=${arrival}`, {
      script: `addEventListener("DOMContentLoaded", () => history.replaceState({}, "", location.pathname));`,
    });
    await page.evaluate(() => history.replaceState({}, "", "/tea?tab=2"));
    await page.waitForTimeout(1300);
    const views = await house.eventsOf("view", 1);
    expect(views).toHaveLength(1);
    expect(views[0]?.s).toBe(arrival);
  });
});

describe("the visit", () => {
  test("carries the arrival's id to other pages of the tab, but not to another tab", async () => {
    const page = await open(`/tea?smv=${arrival}`);
    await page.click("text=Next");
    const [, next] = await house.eventsOf("view", 2);
    expect(next).toMatchObject({ url: `${site.origin}/next`, s: arrival });
    const other = await page.context().newPage();
    await other.goto(`${site.origin}/other`);
    const views = await house.eventsOf("view", 3);
    expect(views.find(({ url }) => url.endsWith("/other"))?.s).toBeUndefined();
  });

  test("ends after 30 idle minutes, and its arrival with it", async () => {
    const page = await open(`/tea?smv=${arrival}`);
    await house.eventsOf("view", 1);
    await page.evaluate(() => {
      const later = Date.now() + 31 * 60_000;
      Date.now = () => later;
    });
    await page.goto(`${site.origin}/next`);
    const views = await house.eventsOf("view", 2);
    expect(views.find(({ url }) => url.endsWith("/next"))?.s).toBeUndefined();
  });

  test("takes no other site's `smv` for an arrival", async () => {
    await open("/?smv=green+tea");
    expect((await house.eventsOf("view", 1))[0]?.s).toBeUndefined();
  });
});

describe("a share", () => {
  test("mints a child of the arrival at once, and leaves the address bar alone", async () => {
    const page = await open(`/tea?utm_source=vk&smv=${arrival}&q=1`);
    const address = await call(page, "mint", "telegram");
    const id = new URL(String(address)).searchParams.get("smv");
    expect(address).toBe(`${site.origin}/tea?q=1&smv=${id}`);
    expect(await house.eventsOf("share", 1)).toMatchObject([
      { id, parent: arrival, network: "telegram", s: arrival },
    ]);
    expect(page.url()).toBe(`${site.origin}/tea?utm_source=vk&smv=${arrival}&q=1`);
    await open(`/tea?q=1&smv=${id}`);
    const views = await house.eventsOf("view", 2);
    expect(views[1]?.s).toBe(id);
  });

  test("of another site's address carries no id of ours", async () => {
    const page = await open("/tea");
    expect(await call(page, "mint", "vk", "https://other.example/?utm_source=x")).toBe(
      "https://other.example/",
    );
  });
});

describe("the page's own words", () => {
  test("events, goals and searches are sent, those from before the script came too", async () => {
    const early = await startSite(
      pageWith("", `<script>(window.samovar ||= []).push(["event", "early", { n: 1 }])</script>`),
    );
    cleanUp.push(() => early[Symbol.asyncDispose]());
    const page = await open("/tea", { on: early });
    await call(page, "goal", "order", 12.5, "EUR");
    await call(page, "search", "green tea");
    expect(await house.eventsOf("custom", 1)).toMatchObject([{ name: "early", props: { n: 1 } }]);
    expect(await house.eventsOf("goal", 1)).toMatchObject([{ name: "order", value: 12.5, currency: "EUR" }]);
    expect(await house.eventsOf("search", 1)).toMatchObject([{ name: "green tea" }]);
  });

  test("sixty at once go in two batches", async () => {
    const page = await open("/tea");
    for (let turn = 0; turn < 60; turn++) await call(page, "event", `e${turn}`);
    expect(await house.eventsOf("custom", 60)).toHaveLength(60);
  });

  test("the site's own people are marked", async () => {
    const page = await open("/tea");
    await call(page, "own", true);
    await call(page, "event", "since");
    await house.eventsOf("custom", 1);
    expect(house.batches.at(-1)?.own).toBe(true);
  });
});

describe("an element of the page", () => {
  test("is told of the visit what the page's own events say", async () => {
    const page = await open(`/tea?smv=${arrival}`);
    await call(page, "own", true);
    expect(await call(page, "visit")).toEqual({ s: arrival, visitAge: expect.any(Number), own: true });
    await call(page, "consent", true);
    const visitor = await page.evaluate(() => localStorage.getItem("samovar-visitor"));
    expect(await call(page, "visit")).toMatchObject({ visitor });
  });

  test("is told nothing of who does not want to be measured", async () => {
    const page = await open(`/tea?smv=${arrival}`, {
      script: `Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })`,
    });
    expect(await call(page, "visit")).toBeUndefined();
  });
});

describe("a server in trouble", () => {
  test("gets the same events again, with the same ids and true ages", async () => {
    house.refusals.push(503);
    await open("/tea");
    const [view] = await house.eventsOf("view", 1);
    expect(view?.age).toBeGreaterThan(2500);
  });

  test("that can't take one event of a batch takes the others", async () => {
    const page = await open("/tea");
    await call(page, "event", "x".repeat(500));
    await call(page, "event", "fine");
    expect(await house.eventsOf("custom", 1)).toMatchObject([{ name: "fine" }]);
    await house.eventsOf("view", 1);
  });

  test("that refuses a batch is not asked again", async () => {
    house.refusals.push(400);
    const page = await open("/tea");
    await page.waitForTimeout(3500);
    expect(house.batches).toEqual([]);
  });
});

describe("who does not want to be measured", () => {
  test.each([
    ["Do Not Track", `Object.defineProperty(Navigator.prototype, "doNotTrack", { get: () => "1" })`],
    [
      "Global Privacy Control",
      `Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })`,
    ],
  ])("by %s: nothing is sent or stored, and addresses to share are clean", async (_name, script) => {
    const page = await open(`/tea?smv=${arrival}`, { script });
    expect(await call(page, "mint", "vk")).toBe(`${site.origin}/tea`);
    await call(page, "event", "secret");
    await call(page, "consent", true);
    await page.waitForTimeout(1500);
    await leave(page);
    expect(house.batches).toEqual([]);
    expect(await page.evaluate("1")).toBe(1);
  });

  test("where consent is required: nothing before it, a lasting id with it, nothing after it is taken back", async () => {
    const careful = await startSite(pageWith(`data-consent="required"`));
    cleanUp.push(() => careful[Symbol.asyncDispose]());
    const page = await open(`/tea?smv=${arrival}`, { on: careful });
    await page.waitForTimeout(1300);
    expect(house.batches).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    await call(page, "consent", true);
    const [view] = await house.eventsOf("view", 1);
    expect(view?.s).toBe(arrival);
    const { visitor } = house.batches[0] ?? {};
    expect(visitor).toMatch(/^[0-9a-z]{20}$/);
    await page.goto(`${careful.origin}/next`);
    await house.eventsOf("view", 2);
    expect(house.batches.at(-1)?.visitor).toBe(visitor);
    const sent = house.batches.length;
    await call(page, "event", "waits");
    await call(page, "consent", false);
    await page.waitForTimeout(1300);
    await leave(page);
    expect(house.batches).toHaveLength(sent);
  });

  test("without a rule of consent, an id that lasts is made by consent only, and forgotten without", async () => {
    const page = await open("/tea");
    await call(page, "consent", true);
    await call(page, "event", "known");
    await house.eventsOf("custom", 1);
    expect(house.batches.at(-1)?.visitor).toBeDefined();
    await call(page, "consent", false);
    await call(page, "event", "unknown");
    await house.eventsOf("custom", 2);
    expect(house.batches.at(-1)?.visitor).toBeUndefined();
  });
});

test("a page with a strict policy, and one that forbids storage, are measured all the same", async () => {
  const strict = await startSite(
    pageWith("").replace(' style="height: 4000px"', ""),
    `default-src 'none'; script-src ${house.origin}; connect-src ${house.origin}; require-trusted-types-for 'script'`,
  );
  cleanUp.push(() => strict[Symbol.asyncDispose]());
  const faults: string[] = [];
  const page = await open("/tea", {
    on: strict,
    script: `Object.defineProperty(window, "sessionStorage", { get() { throw new Error("forbidden"); } });
      Object.defineProperty(window, "localStorage", { get() { throw new Error("forbidden"); } });`,
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  await call(page, "event", "fine");
  await house.eventsOf("custom", 1);
  expect(faults).toEqual([]);
});
