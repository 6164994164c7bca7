import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildWidgets } from "../build.ts";
import { launchBrowser } from "../testing/browser.ts";
import { startHouse, startSite, type TestHouse, type TestSite } from "../testing/house.ts";
import { destinations } from "./destinations.ts";

let browser: Browser;
let house: TestHouse;
let site: TestSite;
let built = "";
const cleanUp: (() => PromiseLike<void>)[] = [];
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
  site = await startSite(pageWith("<samovar-pass></samovar-pass>"), strictPolicy());
  return async () => {
    for (const undo of cleanUp.splice(0)) await undo();
    await site[Symbol.asyncDispose]();
    await house[Symbol.asyncDispose]();
  };
});

/** Nothing inline but one style that has a nonce; scripts from the house alone. */
function strictPolicy(): string {
  return `default-src 'none'; script-src ${house.origin}; connect-src ${house.origin}; style-src 'nonce-n'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'`;
}

function pageWith(element: string, language = "en", more = ""): string {
  return `<!doctype html><html lang="${language}"><head><title>Tea & milk</title><meta name="viewport" content="width=device-width">
    <style nonce="n">:root { color-scheme: light dark } samovar-pass { display: inline-block; vertical-align: top; inline-size: 10rem; block-size: 2.75rem }</style>
    <script async src="${house.origin}/w/site.js" data-site="KEY"></script>
    <script async src="${house.origin}/w/pass.js"></script>${more}</head>
    <body><main><h1>Tea</h1>${element}<p>Text below</p></main></body></html>`;
}

interface Opened {
  readonly page: Page;
  readonly requests: string[];
  readonly faults: string[];
}

async function open(
  options: BrowserContextOptions & {
    readonly on?: TestSite;
    readonly path?: string;
    readonly script?: string;
  } = {},
): Promise<Opened> {
  const { on = site, path = `/tea?smv=${arrival}`, script, ...rest } = options;
  const context = await browser.newContext(rest);
  cleanUp.push(() => context.close());
  if (script) await context.addInitScript(script);
  const requests: string[] = [];
  const faults: string[] = [];
  // Other people's servers are not there in a test; that they were asked is what counts.
  await context.route(
    (url) => ![site.origin, house.origin, on.origin].includes(url.origin),
    (route) => route.fulfill({ status: 200, contentType: "text/html", body: "there" }),
  );
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on(
    "console",
    (message) =>
      message.type() === "error" && !message.text().includes("favicon") && faults.push(message.text()),
  );
  await page.goto(on.origin + path);
  await page.waitForFunction(() => window.samovar && customElements.get("samovar-pass"));
  return { page, requests, faults };
}

async function opener(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Share|Поделиться)$/ }).click();
}

async function otherSite(page: string, policy = ""): Promise<TestSite> {
  const other = await startSite(page, policy);
  cleanUp.push(() => other[Symbol.asyncDispose]());
  return other;
}

describe("passing on", () => {
  test("opens the network's form with an address whose id was minted and told first", async () => {
    const { page } = await open();
    await opener(page);
    const popup = page.waitForEvent("popup");
    await page.getByRole("link", { name: "Telegram" }).click();
    const asked = new URL((await popup).url());
    const shared = new URL(asked.searchParams.get("url") ?? "");
    const id = shared.searchParams.get("smv");
    expect(asked.origin + asked.pathname).toBe("https://t.me/share/url");
    expect(asked.searchParams.get("text")).toBe("Tea & milk");
    expect(shared.href).toBe(`${site.origin}/tea?smv=${id}`);
    expect(await house.eventsOf("share", 1)).toMatchObject([{ id, parent: arrival, network: "telegram" }]);
    expect(page.url()).toBe(`${site.origin}/tea?smv=${arrival}`);
  });

  test("to every network carries the page, and tells the network's name", async () => {
    const { page } = await open();
    await opener(page);
    const inTheirOwnTests = new Set(["mastodon", "viber", "email"]);
    for (const network of Object.keys(destinations).filter((one) => !inTheirOwnTests.has(one))) {
      const popup = page.waitForEvent("popup");
      await page.getByRole("link", { name: destinations[network]?.[0] ?? "", exact: true }).click();
      const opened = await popup;
      expect(decodeURIComponent(opened.url()), network).toMatch(/[?&]smv=[0-9a-z]{20}/);
      await opened.close();
    }
    const told = await house.eventsOf("share", 11);
    expect(told.map((share) => "network" in share && share.network)).toEqual(
      Object.keys(destinations).filter((one) => !inTheirOwnTests.has(one)),
    );
  });

  test.each([
    ["viber", "Viber", "viber://forward?text="],
    ["email", "E-mail", "mailto:?subject=Tea%20%26%20milk&body="],
  ])("to %s stays in the tab, for an application takes over", async (network, name, start) => {
    const { page } = await open();
    await opener(page);
    const link = page.getByRole("link", { name });
    await link.evaluate((element) => element.addEventListener("click", (event) => event.preventDefault()));
    await link.click();
    expect(await link.getAttribute("href")).toContain(start);
    expect(await link.getAttribute("target")).toBeNull();
    expect(await house.eventsOf("share", 1)).toMatchObject([{ network }]);
  });

  test("to Mastodon asks for the server, takes it in whatever form, and remembers it", async () => {
    const { page } = await open();
    await opener(page);
    await page.getByRole("button", { name: "Mastodon" }).click();
    await page.keyboard.type("@anna@tea.social");
    const popup = page.waitForEvent("popup");
    await page.keyboard.press("Enter");
    const asked = new URL((await popup).url());
    expect(asked.origin + asked.pathname).toBe("https://tea.social/share");
    expect(asked.searchParams.get("text")).toContain("Tea & milk http");
    expect(await house.eventsOf("share", 1)).toMatchObject([{ network: "mastodon" }]);
    await page.reload();
    await opener(page);
    await page.getByRole("button", { name: "Mastodon" }).click();
    expect(await page.getByLabel("Your Mastodon server").inputValue()).toBe("tea.social");
  });
});

describe("passing on without a network", () => {
  test("by copying puts the address on the clipboard and says so", async () => {
    const { page } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await opener(page);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("status").getByText("Link copied").waitFor();
    const [share] = await house.eventsOf("share", 1);
    expect(share).toMatchObject({ network: "copy" });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.origin}/tea?smv=${share?.id}`,
    );
  });

  test("by copying, without a clipboard, shows the address", async () => {
    const { page } = await open({
      script: `Object.defineProperty(navigator, "clipboard", { value: undefined })`,
    });
    await opener(page);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("status").getByText(`${site.origin}/tea?smv=`).waitFor();
  });

  test("by the system's own sheet, where there is one", async () => {
    const { page, faults } = await open({
      script: `navigator.share = (data) => { window.handed = data; return Promise.reject(new DOMException("closed", "AbortError")); }`,
    });
    await opener(page);
    await page.getByRole("button", { name: "More apps…" }).click();
    const [share] = await house.eventsOf("share", 1);
    expect(share).toMatchObject({ network: "device" });
    expect(await page.evaluate("handed")).toEqual({
      url: `${site.origin}/tea?smv=${share?.id}`,
      title: "Tea & milk",
    });
    expect(faults).toEqual([]);
  });

  test("by a QR code, whose code is loaded only then", async () => {
    const { page, requests, faults } = await open();
    await opener(page);
    expect(requests.filter((url) => url.endsWith("pass-code.js"))).toEqual([]);
    await page.getByRole("button", { name: "QR code" }).click();
    await page.getByRole("img", { name: "QR code" }).waitFor();
    expect(await house.eventsOf("share", 1)).toMatchObject([{ network: "qr" }]);
    expect(faults).toEqual([]);
  });

  test("without the site script, or for who is not to be measured, hands on the plain address", async () => {
    const { page } = await open({
      script: `Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })`,
    });
    await opener(page);
    const popup = page.waitForEvent("popup");
    await page.getByRole("link", { name: "VK" }).click();
    expect(new URL((await popup).url()).searchParams.get("url")).toBe(`${site.origin}/tea`);
  });

  test("the page names address, text and networks by attributes", async () => {
    const element = `<samovar-pass url="/milk?utm_source=x" text="Milk" networks="reddit, nowhere, vk" label="Pass it on"></samovar-pass>`;
    const other = await otherSite(pageWith(element));
    const { page } = await open({ on: other });
    await page.getByRole("button", { name: "Pass it on" }).click();
    expect(await page.getByRole("link").allTextContents()).toEqual(["Reddit", "VK"]);
    const popup = page.waitForEvent("popup");
    await page.getByRole("link", { name: "Reddit" }).click();
    const asked = new URL((await popup).url());
    expect(asked.searchParams.get("title")).toBe("Milk");
    expect(asked.searchParams.get("url")).toMatch(new RegExp(`^${other.origin}/milk\\?smv=[0-9a-z]{20}$`));
  });
});

describe("for everybody", () => {
  test("works by keyboard alone: opens, stays inside, closes on Escape, and gives focus back", async () => {
    const { page } = await open();
    const button = page.getByRole("button", { name: "Share" });
    await page.keyboard.press("Tab");
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    expect(await focused(page)).toBe("Copy link");
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      expect(await focused(page)).not.toBe("Share");
    }
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Share");
    expect(await button.getAttribute("aria-expanded")).toBe("false");
  });

  test.each(["light", "dark"] as const)(
    "has no violation that axe finds, in the %s, open or closed",
    async (colorScheme) => {
      const other = await otherSite(pageWith("<samovar-pass></samovar-pass>", "ru"));
      const { page } = await open({ on: other, colorScheme });
      expect(await violations(page)).toEqual([]);
      await opener(page);
      await page.getByRole("button", { name: "Mastodon" }).click();
      await page.getByRole("button", { name: "QR-код" }).click();
      await page.getByRole("img").waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );

  test("speaks Russian on a Russian page, and as the element's own lang says", async () => {
    const other = await otherSite(
      pageWith(`<samovar-pass></samovar-pass><samovar-pass lang="en"></samovar-pass>`, "ru-RU"),
    );
    const { page } = await open({ on: other });
    await page.getByRole("button", { name: "Share" }).waitFor();
    await page.getByRole("button", { name: "Поделиться" }).waitFor();
  });

  test("fits a phone of 360 points", async () => {
    const { page } = await open({ viewport: { width: 360, height: 640 } });
    await opener(page);
    const box = await page.getByRole("dialog").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

describe("on the owner's page", () => {
  test("asks nobody else for anything before a click, and breaks no rule of a strict policy", async () => {
    const { page, requests, faults } = await open();
    await opener(page);
    await page.waitForTimeout(300);
    const origins = new Set(requests.map((url) => new URL(url).origin));
    expect([...origins].toSorted()).toEqual([house.origin, site.origin].toSorted());
    expect(faults).toEqual([]);
  });

  test("shifts nothing when it comes or opens", async () => {
    const { page } = await open({
      script: `window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });`,
    });
    await opener(page);
    await page.waitForTimeout(300);
    expect(await page.evaluate("shift")).toBe(0);
  });

  test("takes the owner's colours and parts", async () => {
    const other = await otherSite(
      pageWith(
        "<samovar-pass></samovar-pass>",
        "en",
        `<style>samovar-pass { --samovar-button: rgb(1, 2, 3) } samovar-pass::part(button) { letter-spacing: 5px }</style>`,
      ),
    );
    const { page } = await open({ on: other });
    const look = await page.getByRole("button", { name: "Share" }).evaluate((element) => {
      const { backgroundColor, letterSpacing } = getComputedStyle(element);
      return { backgroundColor, letterSpacing };
    });
    expect(look).toEqual({ backgroundColor: "rgb(1, 2, 3)", letterSpacing: "5px" });
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.textContent ?? "";
  });
}

async function violations(page: Page): Promise<readonly string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`,
  );
  return Array.isArray(found) ? found.map(String) : [];
}
