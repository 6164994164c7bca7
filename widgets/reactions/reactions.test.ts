import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openWorkshop, setStage, type Stage, type Workshop } from "../testing/stage.ts";

let workshop: Workshop;
let stage: Stage;

beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

const poll = {
  id: "p1",
  question: "Which tea?",
  takesMany: false,
  closesAt: null,
  isClosed: false,
  voterCount: 2,
  options: [
    { position: 0, text: "Green", voteCount: 2 },
    { position: 1, text: "Black", voteCount: 0 },
  ],
  mine: [] as number[],
};

beforeEach(async () => {
  stage = await setStage(workshop, () => ({
    body: `<samovar-reactions site="KEY" kinds="like love"></samovar-reactions><samovar-poll site="KEY" poll="p1"></samovar-poll>`,
    files: ["reactions.js", "poll.js"],
    head: `<style nonce="n">samovar-reactions { display: block; min-block-size: 3rem } samovar-poll { display: block; min-block-size: 14rem }</style>`,
  }));
  const { routes } = stage.house;
  routes.set("GET /talk/KEY/reactions", () => ({
    json: { kinds: ["like", "love", "sad"], reactions: { love: 1 }, mine: [] },
  }));
  routes.set("PUT /talk/KEY/reactions/love", () => ({ json: { reactions: { love: 2 }, mine: ["love"] } }));
  routes.set("DELETE /talk/KEY/reactions/love", () => ({ json: { reactions: { love: 1 }, mine: [] } }));
  routes.set("GET /talk/KEY/polls/p1", () => ({ json: poll }));
  return () => stage[Symbol.asyncDispose]();
});

test("a reader says it and takes it back, and the button says where it stands", async () => {
  const { page, faults } = await stage.open();
  await page.getByRole("button", { name: "Love 1", pressed: false }).click();
  await page.getByRole("button", { name: "Love 2", pressed: true }).click();
  await page.getByRole("button", { name: "Love 1", pressed: false }).waitFor();
  expect(stage.house.asked("PUT /talk/KEY/reactions/love")[0]?.body).toMatchObject({
    url: `${stage.site.origin}/tea`,
    title: "Tea",
    visit: { own: false },
  });
  expect(await page.getByRole("group").getByRole("button").count()).toBe(2);
  expect(faults).toEqual([]);
});

test("a vote shows what all have chosen", async () => {
  stage.house.routes.set("POST /talk/KEY/polls/p1/votes", () => ({
    json: {
      ...poll,
      voterCount: 3,
      options: [poll.options[0], { ...poll.options[1], voteCount: 1 }],
      mine: [1],
    },
  }));
  const { page } = await stage.open();
  await page.getByLabel("Black").check();
  await page.getByRole("button", { name: "Vote" }).click();
  await page.getByText("✓ Black: 1").waitFor();
  await page.getByText("3 voters").waitFor();
  expect(stage.house.asked("POST /talk/KEY/polls/p1/votes")[0]?.body).toMatchObject({ options: [1] });
});

test("a vote that is refused says why, and the choice stays", async () => {
  stage.house.routes.set("POST /talk/KEY/polls/p1/votes", () => ({
    status: 409,
    json: { title: "The poll is over" },
  }));
  const { page } = await stage.open();
  await page.getByLabel("Green").check();
  await page.getByRole("button", { name: "Vote" }).click();
  await page.getByText("The poll is over").waitFor();
  expect(await page.getByLabel("Green").isChecked()).toBe(true);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong in the %s, and nothing shifts",
  async (colorScheme) => {
    const { page, violations, shift } = await stage.open({ colorScheme });
    await page.getByRole("button", { name: "Love 1" }).waitFor();
    await page.getByLabel("Green").waitFor();
    expect(await violations()).toEqual([]);
    expect(await shift()).toBe(0);
  },
);
