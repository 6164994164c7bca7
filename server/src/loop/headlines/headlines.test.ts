import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { mintEventId } from "#src/ground/events/index.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { serveSite } from "#src/testing/serve-site.ts";
import { armOf } from "./assign-titles.ts";
import { weighTitles } from "./weigh-titles.job.ts";

let app: TestApp;
let site: Awaited<ReturnType<typeof serveSite>>;
let siteId: string;
let siteKey: string;
const hourMs = 3_600_000;

beforeAll(async () => {
  app = await createApp();
  site = await serveSite({
    "/tea": `<!doctype html><title>Tea</title><main><p>Pu-erh is a fermented tea from Yunnan. ${"It is aged for years. ".repeat(20)}</p></main>`,
  });
  const made = await app.owner.post("/api/sites", { name: "Tea house", origin: site.origin });
  ({ id: siteId, siteKey } = z.object({ id: z.string(), siteKey: z.string() }).parse(await made.json()));
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const Report = z.looseObject({
  verdict: z.string(),
  leaderId: z.string().nullable(),
  sampleRatioChance: z.number().nullable(),
  arms: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      exposures: z.number().nullable(),
      clicks: z.number(),
      qualityClicks: z.number(),
      weight: z.number(),
    }),
  ),
});

async function begin(path: string, titles: readonly string[] = ["Tea", "Tea that ages for years"]) {
  const begun = await app.owner.post(`/api/sites/${siteId}/headline-tests`, { path, titles }); // createHeadlineTest
  expect(begun.status).toBe(201);
  const { id } = z.object({ id: z.string() }).parse(await begun.json());
  return { id, arms: (await reportOf(id)).arms };
}

/** getHeadlineTest */
async function reportOf(id: string) {
  const answer = await app.owner.get(`/api/headline-tests/${id}`);
  expect(answer.status).toBe(200);
  return Report.parse(await answer.json());
}

interface Reader {
  readonly test: string;
  readonly arm: string;
  readonly path: string;
  readonly clicks?: boolean;
  readonly reads?: boolean;
}

let readers = 0;

/** One visitor who agreed to be known, so that each is another one though all come from here. */
async function readerComes({
  test: testId,
  arm,
  path,
  clicks = false,
  reads = false,
}: Reader): Promise<void> {
  const url = `${site.origin}/`;
  const told = (name: string) => ({
    kind: "custom",
    id: mintEventId(new Date()),
    age: 0,
    url,
    name,
    props: { test: testId, arm },
  });
  const view = { kind: "view", id: mintEventId(new Date()), age: 0, url: site.origin + path };
  const engage = {
    ...view,
    kind: "engage",
    id: mintEventId(new Date()),
    parent: view.id,
    visibleMs: reads ? 20_000 : 1000,
    scrollPercent: 10,
  };
  const sent = await app.anonymous.request("/e", {
    method: "POST",
    headers: {
      Origin: site.origin,
      "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
    },
    body: JSON.stringify({
      site: siteKey,
      visitor: `visitor-number-${String(readers++).padStart(8, "0")}`,
      events: [told("headline.shown"), ...(clicks ? [told("headline.clicked"), view, engage] : [])],
    }),
  });
  expect([sent.status, await sent.text()]).toEqual([202, expect.anything()]);
}

describe("a test of a page's titles", () => {
  test("counts who saw which title and who read because of it, and crowns the proven one", async () => {
    const { id, arms } = await begin("/counted");
    const [plain, better] = arms;
    if (!plain || !better) throw new Error("A test has two arms");
    expect((await reportOf(id)).verdict).toBe("too-few");
    for (let reader = 0; reader < 120; reader++) {
      await readerComes({ test: id, arm: plain.id, path: "/counted", clicks: reader < 30, reads: false });
      await readerComes({
        test: id,
        arm: better.id,
        path: "/counted",
        clicks: reader < 70,
        reads: reader < 60,
      });
    }
    await app.eventLog.flush();
    const report = await reportOf(id);
    expect(report.arms).toMatchObject([
      { title: "Tea", exposures: 120, clicks: 30, qualityClicks: 0 },
      { title: "Tea that ages for years", exposures: 120, clicks: 70, qualityClicks: 60 },
    ]);
    expect(report).toMatchObject({ verdict: "proven", leaderId: better.id });
    expect(report.sampleRatioChance).toBe(1);
    // Shares follow on the hour, above a floor.
    await app.advance(hourMs);
    await app.house.database.transact("*", (db) => app.house.inside(db).enqueue(weighTitles, {}));
    await app.work();
    const weighed = await reportOf(id);
    expect(weighed.arms[1]?.weight).toBeGreaterThan(0.9);
    expect(weighed.arms[0]?.weight).toBeGreaterThanOrEqual(0.05);
  });

  test("that a cache has spoilt is said to be spoilt, whoever leads", async () => {
    const { id, arms } = await begin("/spoilt");
    for (let reader = 0; reader < 60; reader++)
      await readerComes({ test: id, arm: arms[0]?.id ?? "", path: "/spoilt", clicks: true, reads: true });
    await readerComes({ test: id, arm: arms[1]?.id ?? "", path: "/spoilt" });
    await app.eventLog.flush();
    const report = await reportOf(id);
    expect(report).toMatchObject({ verdict: "spoilt", leaderId: null });
    expect(report.sampleRatioChance).toBeLessThan(0.001);
  });

  test("ends once, and its winner becomes the title of the page's card", async () => {
    const { id, arms } = await begin("/tea");
    const tagsOf = () =>
      app.owner.get(`/api/sites/${siteId}/page-tags?url=${encodeURIComponent(`${site.origin}/tea`)}`);
    expect(await (await tagsOf()).json()).toMatchObject({ title: "Tea" });
    const end = { winnerId: arms[1]?.id, isCardTitle: true };
    const ended = await app.owner.post(`/api/headline-tests/${id}/ending`, end); // endHeadlineTest
    expect(await ended.json()).toMatchObject({ winnerId: arms[1]?.id, endedBy: expect.any(String) });
    expect(await (await tagsOf()).json()).toMatchObject({ title: "Tea that ages for years" });
    const again = await app.owner.post(`/api/headline-tests/${id}/ending`, end);
    expect(again.status).toBe(409);
    const listed = await app.owner.get(`/api/headline-tests?siteId=${siteId}`); // listHeadlineTests
    expect(await listed.json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id })]),
    });
  });

  test("is refused with the same title twice, with a second test of the page, and with an unknown winner", async () => {
    const twice = await app.owner.post(`/api/sites/${siteId}/headline-tests`, {
      path: "/x",
      titles: ["A", "A"],
    });
    expect([twice.status, await twice.json()]).toEqual([
      400,
      expect.objectContaining({ title: 'titles: "A" stands there twice' }),
    ]);
    const { id } = await begin("/once");
    const second = await app.owner.post(`/api/sites/${siteId}/headline-tests`, {
      path: "/once",
      titles: ["A", "B"],
    });
    expect(second.status).toBe(409);
    const unknown = await app.owner.post(`/api/headline-tests/${id}/ending`, { winnerId: siteId });
    expect(unknown.status).toBe(404);
    const neither = await app.owner.post(`/api/sites/${siteId}/headline-tests`, { path: "/neither" });
    expect(neither.status).toBe(400);
  });
});

describe("a visitor of the site's lists", () => {
  test("keeps his title while the shares stand, and few move when they change", () => {
    const arms = [
      { id: "a", weight: 0.5 },
      { id: "b", weight: 0.5 },
    ];
    const moved = [
      { id: "a", weight: 0.4 },
      { id: "b", weight: 0.6 },
    ];
    const visitors = Array.from({ length: 4000 }, (_, at) => `visitor ${at}`);
    const before = visitors.map((visitor) => armOf({ arms }, visitor)?.id);
    const after = visitors.map((visitor) => armOf({ arms: moved }, visitor)?.id);
    expect(before.filter((id) => id === "a").length / visitors.length).toBeCloseTo(0.5, 1);
    expect(after.filter((id) => id === "a").length / visitors.length).toBeCloseTo(0.4, 1);
    expect(before.filter((id, at) => id === "b" && after[at] === "a")).toEqual([]);
    expect(armOf({ arms: [{ id: "a", weight: 0 }] }, "visitor")).toBeUndefined();
  });
});

describe("a test of posts", () => {
  test("asks for posts that are there", async () => {
    const response = await app.owner.post(`/api/sites/${siteId}/headline-tests`, {
      path: "/tea-posts",
      postIds: [siteId, siteId],
    });
    expect([response.status, await response.json()]).toEqual([
      404,
      expect.objectContaining({ title: `There is no post ${siteId} here` }),
    ]);
  });

  test("whose networks do not tell how many saw them crowns nobody, and says why", async () => {
    const posts = await Promise.all(["First words", "Other words"].map(createPost));
    const begun = await app.owner.post(`/api/sites/${siteId}/headline-tests`, {
      path: "/posts",
      postIds: posts,
    });
    const { id } = z.object({ id: z.string() }).parse(await begun.json());
    const report = await reportOf(id);
    expect(report).toMatchObject({
      kind: "posts",
      verdict: "unknown-reach",
      arms: [
        { title: "First words", exposures: null },
        { title: "Other words", exposures: null },
      ],
    });
  });
});

async function createPost(text: string): Promise<string> {
  const made = await app.owner.post("/api/posts", { text });
  return z.object({ id: z.string() }).parse(await made.json()).id;
}

/** adviseTitles */
async function adviseOn(asked: object) {
  const answer = await app.owner.post("/api/headlines/advice", asked);
  return z.object({ items: z.array(z.record(z.string(), z.any())) }).parse(await answer.json()).items;
}

describe("advice before a test", () => {
  test("tells bait from plain words, with its error, and who would win", async () => {
    const [bait, plain] = await adviseOn({
      titles: [
        "You Won't Believe What This Tea Does To You",
        "Tea prices rise by 3 percent in Yunnan province",
      ],
    });
    expect(bait?.["curiosity"]).toBeGreaterThan(0.6);
    expect(plain?.["curiosity"]).toBeLessThan(0.3);
    expect(bait?.["curiosityError"]).toBeGreaterThan(0.05);
    expect(bait?.["winChance"] + plain?.["winChance"]).toBeCloseTo(1, 6);
    expect(bait?.["honesty"]).toBeNull();
  });

  test("tells whether the page keeps the promise, and what it lacks", async () => {
    const [kept, broken] = await adviseOn({
      titles: ["Pu-erh tea from Yunnan is aged for years", "Coffee robots conquer Madagascar"],
      url: `${site.origin}/tea`,
    });
    expect(kept?.["honesty"]).toBeGreaterThan(0.7);
    expect(broken?.["honesty"]).toBeLessThan(0.3);
    expect(broken?.["missing"]).toContain("Madagascar");
  });

  test("says of a Russian title only what it can judge", async () => {
    const [advice] = await adviseOn({
      titles: ["Пуэр выдерживают годами"],
      text: "Пуэр выдерживают годами в Юньнани",
    });
    expect(advice).toMatchObject({ language: "other", curiosity: null, winChance: null });
    expect(advice?.["honesty"]).toBeGreaterThan(0.7);
  });

  test("names a page that can't be read", async () => {
    const answer = await app.owner.post("/api/headlines/advice", {
      titles: ["A"],
      url: `${site.origin}/gone`,
    });
    expect([answer.status, await answer.json()]).toEqual([
      503,
      expect.objectContaining({ title: `${site.origin}/gone can't be read: 404` }),
    ]);
  });
});
