import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openWorkshop, type Scene, setStage, type Stage, type Workshop } from "../testing/stage.ts";

let workshop: Workshop;
let stage: Stage;
const stages: Stage[] = [];
const arrival = "mfabcdef0123456789xy";

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

const fallback = `<a href="/all">All articles</a>`;

async function setScene(
  scene: Partial<Scene> = {},
  found: readonly string[] = ["Green", "Black"],
): Promise<void> {
  stage = await setStage(workshop, () => ({
    body: `<samovar-list site="KEY" list="related" place="sidebar" limit="2">${fallback}</samovar-list>`,
    files: ["list.js"],
    ...scene,
  }));
  stages.push(stage);
  const { site, house } = stage;
  house.routes.set("POST /lists/KEY/related", () => ({
    json: {
      title: null,
      items: found.map((title) => ({
        url: `${site.origin}/${title}`,
        title,
        description: null,
        imageUrl: title === "Green" ? `${house.origin}/picture` : null,
        note: "3 minutes",
      })),
      props: { list: "related", kind: "related", place: "sidebar", arm: found[0] ? "shown" : "held" },
    },
  }));
}

const asked = () => stage.house.asked("POST /lists/KEY/related");

test("a list shows what to read, and tells that it was seen and what was chosen", async () => {
  const { page, faults } = await stage.open({ path: `/tea?smv=${arrival}` });
  await page.getByRole("navigation", { name: "Worth reading next" }).waitFor();
  expect(await page.getByRole("listitem").allTextContents()).toEqual(["Green3 minutes", "Black3 minutes"]);
  expect(asked()[0]?.body).toMatchObject({
    page: `${stage.site.origin}/tea?smv=${arrival}`,
    place: "sidebar",
    limit: "2",
    read: [],
    visit: { s: arrival, own: false },
  });
  const [shown] = await stage.house.eventsOf("custom", 1);
  expect(shown).toMatchObject({
    name: "list.shown",
    props: { list: "related", arm: "shown", count: 2 },
    s: arrival,
  });
  await page.getByRole("link", { name: "Black" }).click();
  const [, clicked] = await stage.house.eventsOf("custom", 2);
  expect(clicked).toMatchObject({
    name: "list.clicked",
    props: { arm: "shown", position: 1, url: `${stage.site.origin}/Black` },
  });
  expect(faults).toEqual([]);
  await expect.poll(() => asked().at(-1)?.body["read"]).toEqual([`${stage.site.origin}/tea?smv=${arrival}`]);
});

test("who is held out keeps what the owner has put there, and is counted as held", async () => {
  await setScene({}, []);
  const { page } = await stage.open();
  expect(await stage.house.eventsOf("custom", 1)).toMatchObject([
    { name: "list.shown", props: { arm: "held", count: 0 } },
  ]);
  expect(await page.getByRole("link", { name: "All articles" }).isVisible()).toBe(true);
  expect(await page.getByRole("navigation").count()).toBe(0);
});

test("who does not want to be measured sees the list, and nothing is told or kept of him", async () => {
  const { page } = await stage.open({
    script: `Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })`,
  });
  await page.getByRole("link", { name: "Green" }).waitFor();
  expect(asked()[0]?.body["visit"]).toBeUndefined();
  expect(asked()[0]?.body["read"]).toBeUndefined();
  await page.waitForTimeout(1300);
  expect(stage.house.batches).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
});

test("a list that is out of sight is asked for but not yet told as seen", async () => {
  await setScene({ head: `<style nonce="n">h1 { margin-block-end: 900px }</style>` });
  const { page } = await stage.open({ viewport: { width: 800, height: 600 } });
  await page.getByRole("link", { name: "Green" }).waitFor();
  await page.waitForTimeout(1300);
  expect(await stage.house.eventsOf("custom")).toEqual([]);
  await page.getByRole("link", { name: "Black" }).scrollIntoViewIfNeeded();
  await stage.house.eventsOf("custom", 1);
});

test("where the house can't be reached the owner's own links remain", async () => {
  stage.house.routes.set("POST /lists/KEY/related", () => "unreachable");
  const { page, faults } = await stage.open();
  await page.locator("samovar-list[failed]").waitFor();
  expect(await page.getByRole("link", { name: "All articles" }).isVisible()).toBe(true);
  expect(faults).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong in the %s, in Russian, on a phone",
  async (colorScheme) => {
    await setScene({ language: "ru" });
    const { page, violations } = await stage.open({ colorScheme, viewport: { width: 360, height: 640 } });
    await page.getByRole("heading", { name: "Что почитать дальше" }).waitFor();
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);

test("nothing shifts where the place was kept", async () => {
  await setScene({ head: `<style nonce="n">samovar-list { display: block; min-block-size: 16rem }</style>` });
  const { page, shift } = await stage.open();
  await page.getByRole("link", { name: "Green" }).waitFor();
  await page.waitForTimeout(300);
  expect(await shift()).toBe(0);
});
