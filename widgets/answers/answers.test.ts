import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Asked } from "../testing/house.ts";
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

const found = (asked: Asked, isFound: boolean) => ({
  json: {
    query: "tea",
    corrected: null,
    isFound,
    searchId: asked.method === "POST" ? "search-1" : null,
    answers: isFound
      ? ["Green", "Black"].map((name) => ({
          id: name,
          kind: "page",
          title: name,
          heading: "Brewing",
          titleHtml: `${name} <mark>tea</mark>`,
          html: `Two minutes &amp; a half for <mark>tea</mark><img src=x onerror=broken()>`,
          url: `${stage.site.origin}/${name}#brewing`,
          isPinned: false,
        }))
      : [],
  },
});

const answer = (question: Asked) =>
  found(question, !String(question.query["q"] ?? question.body["q"]).includes("coffee"));

async function setScene(scene: Partial<Scene> = {}): Promise<void> {
  stage = await setStage(workshop, () => ({
    body: `<samovar-answers site="KEY"></samovar-answers>`,
    files: ["answers.js"],
    head: `<style nonce="n">samovar-answers { display: block; min-block-size: 3rem }</style>`,
    ...scene,
  }));
  stages.push(stage);
  const { routes } = stage.house;
  routes.set("GET /answers/KEY/search", answer);
  routes.set("POST /answers/KEY/search", answer);
  routes.set("POST /answers/KEY/search/search-1/clicks", () => ({ status: 204 }));
  routes.set("POST /answers/KEY/questions", () => ({
    json: { token: "t0ken", willMail: true },
    status: 201,
  }));
}

const asked = (route: string) => stage.house.asked(route);

async function type(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox", { name: "What are you looking for?" }).click();
  await page.keyboard.type(words, { delay: 10 });
}

test("passages are shown while one types, and a question that is meant is told to the house once", async () => {
  const { page, faults } = await stage.open();
  await type(page, "tea");
  await page.getByRole("status").getByText("2 answers").waitFor();
  const first = page.getByRole("link").first();
  expect(await first.innerText()).toContain("Two minutes & a half for tea");
  expect(await first.locator("img").count()).toBe(0);
  await page.keyboard.press("Enter");
  await expect.poll(() => asked("POST /answers/KEY/search").length).toBe(1);
  await page.waitForTimeout(1700);
  expect(asked("POST /answers/KEY/search")).toHaveLength(1);
  expect(asked("POST /answers/KEY/search")[0]?.body).toMatchObject({
    q: "tea",
    lang: "en",
    page: `${stage.site.origin}/tea`,
    visit: { own: false },
  });
  await page.getByRole("link", { name: "Black tea" }).click();
  await expect
    .poll(() => asked("POST /answers/KEY/search/search-1/clicks")[0]?.body)
    .toEqual({ answerId: "Black" });
  expect(faults).toEqual([]);
});

test("arrow keys lead from the field through the answers and back", async () => {
  const { page } = await stage.open();
  await type(page, "tea");
  await page.getByRole("link").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute("href"));
  expect(await focused()).toContain("/Black");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type(" pot");
  expect(await page.getByRole("searchbox").inputValue()).toBe("tea pot");
});

test("what is not found is asked of the editor, and the answer comes back here until it is put away", async () => {
  const { page } = await stage.open();
  await type(page, "coffee?");
  await page.getByText("Nothing was found.").waitFor();
  await page.getByRole("button", { name: "Ask the editor" }).click();
  expect(await page.getByLabel("Your question").inputValue()).toBe("coffee?");
  await page.getByLabel("E-mail, to be told the answer").fill("anna@tea.example");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByText("The answer will come here and to your mailbox").waitFor();
  expect(asked("POST /answers/KEY/questions")[0]?.body).toMatchObject({
    q: "coffee?",
    lang: "en",
    email: "anna@tea.example",
    page: `${stage.site.origin}/tea`,
  });
  stage.house.routes.set("POST /answers/KEY/told", ({ body }) => ({
    json: {
      answers: body["seen"]
        ? []
        : [
            {
              token: "t0ken",
              question: "coffee?",
              title: "Coffee",
              html: "<p>We have <strong>none</strong>.</p>",
              url: null,
              page: "",
            },
          ],
      gone: [],
    },
  }));
  await page.reload();
  await page.getByText("You asked: coffee?").waitFor();
  await page.getByText("We have none.").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await expect
    .poll(() => asked("POST /answers/KEY/told").at(-1)?.body)
    .toEqual({ tokens: ["t0ken"], seen: ["t0ken"] });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("a question that can't be sent is kept", async () => {
  stage.house.routes.set("GET /answers/KEY/search", () => "unreachable");
  const { page } = await stage.open();
  await type(page, "white tea");
  await page.getByText("The server can't be reached").waitFor();
  await page.reload();
  await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("white tea");
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong in the %s, in Russian, and nothing shifts",
  async (colorScheme) => {
    await setScene({ language: "ru" });
    const { page, violations, shift } = await stage.open({
      colorScheme,
      viewport: { width: 360, height: 640 },
    });
    await page.getByRole("searchbox", { name: "Что вы ищете?" }).waitFor();
    await page.waitForTimeout(300);
    expect(await shift()).toBe(0);
    await page.getByRole("searchbox").fill("чай");
    await page.getByText("2 ответа").waitFor();
    await page.getByRole("button", { name: "Спросить редакцию" }).click();
    expect(await violations()).toEqual([]);
  },
);
