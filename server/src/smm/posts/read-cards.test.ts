import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startMastodonTwin, type Twin } from "#src/networks/mastodon/twin.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { serveTea } from "#src/testing/serve-tea.ts";
import { readCards } from "./read-cards.job.ts";
import { Post } from "./schema.ts";

const Differences = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      shown: z.looseObject({ title: z.string() }).nullable(),
      differences: z.array(
        z.object({
          field: z.string(),
          predicted: z.string().nullable(),
          shown: z.string().nullable(),
          question: z.object({ en: z.string().min(1), ru: z.string().min(1) }),
        }),
      ),
    }),
  ),
  next: z.string().nullable(),
});
const minuteMs = 60_000;

let app: TestApp;
let twin: Twin;
let site: Awaited<ReturnType<typeof serveTea>>;
beforeAll(async () => {
  [app, twin, site] = await Promise.all([
    createApp(),
    startMastodonTwin({ honoursIdempotencyKey: true }),
    serveTea(),
  ]);
});
afterAll(async () => {
  expect(twin.unknown).toEqual([]);
  await twin.close();
  await site[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

/** Publishes on an account of its own, so that nothing waits for a turn. */
async function publish(username: string): Promise<{ readonly id: string; readonly statusId: string }> {
  twin.addUser(username);
  const values = { server: twin.url, accessToken: twin.tokenFor(username) };
  const body = { networkId: "mastodon", methodId: "token", values };
  const connected = await app.owner.post("/api/connections", body);
  const Connected = z.object({ channel: z.object({ id: z.string() }) });
  const channelId = Connected.parse(await connected.json()).channel.id;
  const draft = { text: "Tea", linkUrl: `${site.origin}/black`, variants: [{ channelId }] };
  const post = await read(app.owner.post("/api/posts", draft), Post);
  const sent = await read(app.owner.post(`/api/posts/${post.id}/publishing`), Post);
  await app.work();
  return { id: String(sent.publications[0]?.id), statusId: String(twin.statuses(username)[0]?.id) };
}

async function pass(minutes: number): Promise<void> {
  await app.advance(minutes * minuteMs);
  await app.house.database.transact("*", (db) => app.house.inside(db).enqueue(readCards, {}));
  await app.work();
}

const differencesOf = async (id: string) =>
  (await read(app.owner.get("/api/card-differences"), Differences)).items.find((each) => each.id === id);

const asForeseen = () => ({
  url: `${site.origin}/black`,
  title: "Tea at /black",
  description: "How we make tea in the old samovar, and what it tells the guests",
  image: `${site.origin}/tea.jpg`,
  providerName: "",
});

test("a card as it was foreseen raises no question, however late the network makes it", async () => {
  const { id, statusId } = await publish("late");
  await pass(3);
  twin.showCard(statusId, asForeseen());
  await pass(6);
  expect(await differencesOf(id)).toBeUndefined();
  const row = await app.house.database.transact("*", (db) =>
    db.selectFrom("publicationCard").selectAll().where("publicationId", "=", id).executeTakeFirst(),
  );
  expect(row).toMatchObject({ readings: 2, nextReadingAt: null, differences: [] });
});

test("listCardDifferences asks which rule is wrong where the network made another card", async () => {
  const { id, statusId } = await publish("other");
  twin.showCard(statusId, { ...asForeseen(), title: "Coffee" });
  await pass(3);
  const found = await differencesOf(id);
  expect(found?.shown?.title).toBe("Coffee");
  expect(found?.differences).toMatchObject([{ field: "title", predicted: "Tea at /black", shown: "Coffee" }]);
});

test("that there is no card after hours is a question too", async () => {
  const { id } = await publish("none");
  for (const minutes of [3, 6, 16, 61]) await pass(minutes);
  expect(await differencesOf(id)).toBeUndefined();
  await pass(361);
  expect(await differencesOf(id)).toMatchObject({ shown: null, differences: [{ field: "card" }] });
});

test("a publication that was taken back raises none", async () => {
  const { id } = await publish("gone");
  await app.owner.post(`/api/publications/${id}/withdrawal`);
  for (const minutes of [3, 500]) await pass(minutes);
  expect(await differencesOf(id)).toBeUndefined();
});

test("a reading that fails is made again later", async () => {
  const { id, statusId } = await publish("failing");
  twin.showCard(statusId, { ...asForeseen(), title: "Coffee" });
  twin.inject("GET /api/v1/statuses/:id", { kind: "error", status: 503 });
  await pass(3);
  expect(await differencesOf(id)).toBeUndefined();
  await pass(6);
  expect(await differencesOf(id)).toBeDefined();
});
