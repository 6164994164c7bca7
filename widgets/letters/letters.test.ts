import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Answer } from "../testing/house.ts";
import { openWorkshop, type Scene, setStage, type Stage, type Workshop } from "../testing/stage.ts";

let workshop: Workshop;
let stage: Stage;
const stages: Stage[] = [];

beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());
beforeEach(async () => {
  await setScene();
  return async () => {
    for (const one of stages.splice(0)) await one[Symbol.asyncDispose]();
  };
});

const ids = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"] as const;
const offer = {
  siteName: "Tea",
  topics: [
    { id: ids[0], name: "Brewing", about: null },
    { id: ids[1], name: "Cups", about: null },
  ],
  frequencies: ["each", "weekly"],
  consent: "You get letters of Tea and can leave at any time.",
  feedUrl: "https://tea.example/feed",
  pushKey: "BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U",
  formUrl: "https://s.example/letters/KEY/form",
};

async function setScene(scene: Partial<Scene> = {}): Promise<void> {
  stage = await setStage(workshop, () => ({
    body: `<samovar-letters site="KEY" worker="/worker.js"><a href="/letters">Letters</a></samovar-letters>`,
    files: ["letters.js"],
    head: `<style nonce="n">samovar-letters { display: block; min-block-size: 20rem }</style>`,
    ...scene,
  }));
  stages.push(stage);
  stage.house.routes.set("GET /letters/KEY", () => ({ json: offer }));
  takes({ json: { state: "check-mail" }, status: 202 });
}

const route = "POST /letters/KEY/subscriptions";
const takes = (answer: Answer) => stage.house.routes.set(route, () => answer);

test("an address goes with topics, frequency, language and the visit, and the mailbox has the last word", async () => {
  const { page, faults } = await stage.open();
  await page.getByLabel("Cups").uncheck();
  await page.getByLabel("How often").selectOption("weekly");
  await page.getByLabel("Your e-mail").fill("anna@tea.example");
  await page.getByRole("button", { name: "Subscribe" }).click();
  await page.getByText("Look into your mailbox").waitFor();
  expect(stage.house.asked(route)[0]?.body).toMatchObject({
    email: "anna@tea.example",
    topics: [ids[0]],
    frequency: "weekly",
    language: "en",
    page: `${stage.site.origin}/tea`,
    honeypot: "",
    visit: { own: false },
  });
  expect(await page.getByText(offer.consent).isVisible()).toBe(true);
  expect(await page.getByRole("link", { name: "Feed" }).getAttribute("href")).toBe(offer.feedUrl);
  expect(faults).toEqual([]);
});

test("what was typed is kept when the server refuses, and over a reload", async () => {
  takes({ status: 429, json: { title: "Too many letters", hint: "Wait an hour" } });
  const { page } = await stage.open();
  await page.getByLabel("Your e-mail").fill("anna@tea.example");
  await page.keyboard.press("Enter");
  await page.getByText("Too many letters. Wait an hour").waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel("Your e-mail").inputValue()).toBe("anna@tea.example");
});

test("in doubt the browser proves that it works, and asks again", async () => {
  const challenge = {
    parameters: {
      algorithm: "SHA-256",
      nonce: "00ff",
      salt: "0102",
      cost: 1,
      keyLength: 32,
      keyPrefix: "00",
    },
  };
  stage.house.routes.set(route, ({ body }) =>
    body["proofOfWork"]
      ? { json: { state: "check-mail" }, status: 202 }
      : { status: 403, json: { code: "check_failed", title: "Once more", challenge } },
  );
  const { page } = await stage.open();
  await page.getByLabel("Your e-mail").fill("anna@tea.example");
  await page.keyboard.press("Enter");
  await page.getByText("Look into your mailbox").waitFor();
  expect(stage.house.asked(route)).toHaveLength(2);
});

test("notices are asked of the browser only by a press, with the worker at the site's own origin", async () => {
  const { page } = await stage.open({
    script: `navigator.serviceWorker.register = async (worker) => ({ pushManager: { subscribe: async (wish) => ({ toJSON: () => ({ endpoint: "https://push.example/1", keys: { p256dh: worker, auth: String(wish.applicationServerKey) } }) }) } });`,
  });
  await page.getByRole("button", { name: "Notices in this browser" }).click();
  await page.getByText("Done: this browser will tell you.").waitFor();
  expect(stage.house.asked(route)[0]?.body).toMatchObject({
    push: { endpoint: "https://push.example/1", keys: { p256dh: "/worker.js", auth: offer.pushKey } },
  });
});

test("the worker shows a notice, and leads to its page", async () => {
  const text = await readFile(join(workshop.built, "worker.js"), "utf8");
  const heard = new Map<string, (event: object) => void>();
  const done: string[] = [];
  const scope = {
    addEventListener: (name: string, act: (event: object) => void) => heard.set(name, act),
    registration: {
      showNotification: (title: string, options: object) => done.push(`${title} ${JSON.stringify(options)}`),
    },
    clients: { openWindow: (url: string) => done.push(url) },
  };
  runInNewContext(text, scope);
  const notice = { title: "New tea", body: "Fresh", url: "https://tea.example/new", tag: "7" };
  heard.get("push")?.({ data: { json: () => notice }, waitUntil: () => undefined });
  heard.get("notificationclick")?.({
    notification: { close: () => done.push("closed"), data: { url: notice.url } },
    waitUntil: () => undefined,
  });
  expect(done).toEqual([
    `New tea {"body":"Fresh","tag":"7","data":{"url":"https://tea.example/new"}}`,
    "closed",
    notice.url,
  ]);
});

test("where the house can't be reached the owner's own link remains", async () => {
  stage.house.routes.set("GET /letters/KEY", () => "unreachable");
  const { page } = await stage.open();
  await page.locator("samovar-letters[failed]").waitFor();
  expect(await page.getByRole("link", { name: "Letters" }).isVisible()).toBe(true);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong in the %s, in Russian, on a phone, and nothing shifts",
  async (colorScheme) => {
    await setScene({ language: "ru" });
    const { page, violations, shift } = await stage.open({
      colorScheme,
      viewport: { width: 360, height: 640 },
    });
    await page.getByRole("button", { name: "Подписаться" }).waitFor();
    await page.waitForTimeout(300);
    expect(await shift()).toBe(0);
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);
