import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openWorkshop, type Scene, setStage, type Stage, type Workshop } from "../testing/stage.ts";

let workshop: Workshop;
let stage: Stage;
const stages: Stage[] = [];
const arrival = "mfabcdef0123456789xy";
const room = `<style nonce="n">samovar-welcome { display: block; min-block-size: 6rem }</style>`;

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

async function setScene(scene: Partial<Scene> = {}): Promise<void> {
  stage = await setStage(workshop, () => ({
    body: `<samovar-welcome site="KEY"></samovar-welcome>`,
    files: ["welcome.js"],
    head: room,
    ...scene,
  }));
  stages.push(stage);
  stage.house.routes.set("POST /welcome/KEY", () => ({
    json: {
      text: "Hello, reader of the tea channel",
      links: [{ url: `${stage.site.origin}/green`, title: "Green tea", kind: "next" }],
      props: { welcome: "rule-1", arm: "shown" },
    },
  }));
}

const asked = () => stage.house.asked("POST /welcome/KEY");

test("who came by a followed link is greeted in place, can go on, and what he chose is told", async () => {
  const { page, faults, shift } = await stage.open({ path: `/tea?smv=${arrival}` });
  await page.getByText("Hello, reader of the tea channel").waitFor();
  expect(asked()[0]?.body).toMatchObject({ visit: { s: arrival, own: false } });
  await page.waitForTimeout(300);
  expect(await shift()).toBe(0);
  await page.getByRole("link", { name: "Green tea" }).click();
  expect(await stage.house.eventsOf("custom", 1)).toMatchObject([
    {
      name: "welcome.clicked",
      props: { welcome: "rule-1", arm: "shown", url: `${stage.site.origin}/green` },
    },
  ]);
  expect(faults).toEqual([]);
});

test("all others are not even asked for", async () => {
  const { page } = await stage.open();
  await stage.house.eventsOf("view", 1);
  await page.waitForTimeout(300);
  expect(asked()).toEqual([]);
});

test("who is held out sees nothing", async () => {
  stage.house.routes.set("POST /welcome/KEY", () => ({ status: 204 }));
  const { page } = await stage.open({ path: `/tea?smv=${arrival}` });
  await expect.poll(() => asked().length).toBe(1);
  expect(await page.getByRole("complementary").count()).toBe(0);
});

test("without kept room it waits until its place is out of sight, so that nothing shifts", async () => {
  await setScene({ head: `<style nonce="n">main { block-size: 4000px }</style>` });
  const { page, shift } = await stage.open({ path: `/tea?smv=${arrival}` });
  await stage.house.eventsOf("view", 1);
  expect(asked()).toEqual([]);
  await page.evaluate(() => scrollTo(0, 2000));
  await page.getByText("Hello, reader").waitFor();
  expect(await shift()).toBe(0);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong in the %s, and it can be put away",
  async (colorScheme) => {
    await setScene({ language: "ru" });
    const { page, violations } = await stage.open({ path: `/tea?smv=${arrival}`, colorScheme });
    await page.getByRole("complementary", { name: "Добро пожаловать" }).waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Закрыть" }).click();
    expect(await page.getByText("Hello, reader").isVisible()).toBe(false);
  },
);
