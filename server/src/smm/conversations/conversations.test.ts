import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startMastodonTwin, type Twin } from "#src/networks/mastodon/twin.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { Answer, Reply } from "./schema.ts";

const minuteMs = 60_000;

let app: TestApp;
let keyed: Twin;
let plain: Twin;
let passedMs = 0;
const now = () => new Date(Date.now() + passedMs);
beforeAll(async () => {
  [app, keyed, plain] = await Promise.all([
    createApp(),
    startMastodonTwin({ honoursIdempotencyKey: true, now }),
    startMastodonTwin({ honoursIdempotencyKey: false, now }),
  ]);
});
afterAll(async () => {
  expect(keyed.unknown).toEqual([]);
  expect(plain.unknown).toEqual([]);
  await Promise.all([keyed.close(), plain.close()]);
  await app[Symbol.asyncDispose]();
});

describe("replies", () => {
  test("are read back by themselves, once each, with who said it and what it answers", async () => {
    const { publicationId, statusId } = await publish(keyed, "talker");
    keyed.addUser("guest", { displayName: "Guest" });
    const first = keyed.reply("guest", statusId, "Is it hot?");
    keyed.reply("guest", first.id, "I mean, very hot?");
    await pass(3 * minuteMs);
    await pass(6 * minuteMs);
    const [second, one] = await replies(`publicationId=${publicationId}`);
    expect(one).toMatchObject({
      text: "Is it hot?",
      parentId: null,
      isOurs: false,
      author: { name: "Guest" },
      answeredAt: null,
    });
    expect(second).toMatchObject({ text: "I mean, very hot?", parentId: one?.id });
    expect(await replies(`publicationId=${publicationId}&limit=1`)).toHaveLength(1);
  });

  test("readReplies fetches them at once and tells how many are new; segments of our own thread are none", async () => {
    const { publicationId, statusId } = await publish(keyed, "threaded", ["And more"]);
    keyed.reply("demo", statusId, "Oh");
    expect(await (await app.owner.post(`/api/publications/${publicationId}/replies-reading`)).json()).toEqual(
      { added: 1 },
    );
    expect(await (await app.owner.post(`/api/publications/${publicationId}/replies-reading`)).json()).toEqual(
      { added: 0 },
    );
  });

  test("a network that is down is named, and asked again later", async () => {
    const { publicationId, statusId } = await publish(keyed, "downer");
    keyed.reply("demo", statusId, "Hello?");
    keyed.inject(`GET /api/v1/statuses/${statusId}/context`, { kind: "error", status: 503 });
    expect((await app.owner.post(`/api/publications/${publicationId}/replies-reading`)).status).toBe(503);
    keyed.inject(`GET /api/v1/statuses/${statusId}/context`, { kind: "html" });
    await pass(3 * minuteMs);
    expect(await replies(`publicationId=${publicationId}`)).toHaveLength(0);
    await pass(16 * minuteMs);
    expect(await replies(`publicationId=${publicationId}`)).toHaveLength(1);
  });

  test("a reply that is gone from the network is marked, and can't be answered", async () => {
    const { publicationId, statusId } = await publish(keyed, "vanisher");
    const token = keyed.tokenFor("demo");
    const status = keyed.reply("demo", statusId, "Oops");
    await read(publicationId);
    await fetch(`${keyed.url}/api/v1/statuses/${status.id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}` },
    });
    await pass(1000);
    await read(publicationId);
    const [reply] = await replies(`publicationId=${publicationId}`);
    expect(reply?.deletedAt).not.toBeNull();
    expect((await app.owner.post(`/api/replies/${reply?.id}/answers`, { text: "Too late" })).status).toBe(
      409,
    );
  });
});

describe.each([
  ["a server that honours keys", () => keyed],
  ["a server that ignores keys", () => plain],
] as const)("answers on %s", (_kind, twinOf) => {
  test("answerReply answers on the network, and the answer shows as ours", async () => {
    const twin = twinOf();
    const { publicationId, statusId, reply } = await asked(twin, "answerer");
    const answer = Answer.parse(
      await (await app.owner.post(`/api/replies/${reply.id}/answers`, { text: "Boiling" })).json(),
    );
    expect(answer.state).toBe("waiting");
    await pass(11_000);
    const sent = twin.statuses("answerer").filter(({ id }) => id !== statusId);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain("Boiling");
    await read(publicationId);
    const [ours, theirs] = await replies(`publicationId=${publicationId}`);
    expect(ours).toMatchObject({ isOurs: true, parentId: reply.id });
    expect(theirs?.answeredAt).not.toBeNull();
    expect(await replies(`publicationId=${publicationId}&unanswered=true`)).toHaveLength(0);
    expect(await replies(`publicationId=${publicationId}`)).toHaveLength(2);
  });

  test("an answer whose connection broke after it was taken is not sent twice", async () => {
    const twin = twinOf();
    const { publicationId, statusId, reply } = await asked(twin, "breaker");
    twin.inject("POST /api/v1/statuses", { kind: "drop", accepted: true });
    await pass(11_000);
    await app.owner.post(`/api/replies/${reply.id}/answers`, { text: "Once only" });
    await pass(1000);
    for (let round = 0; round < 4; round += 1) await pass(2 * minuteMs);
    expect(twin.statuses("breaker").filter(({ id }) => id !== statusId)).toHaveLength(1);
    const all = await replies(`publicationId=${publicationId}`);
    expect(all.filter(({ isOurs }) => isOurs)).toHaveLength(1);
    expect(all.flatMap(({ answers }) => answers)).toEqual([]);
  });

  test("a refused answer says why", async () => {
    const twin = twinOf();
    const { publicationId, reply } = await asked(twin, "refused");
    await pass(11_000);
    await app.owner.post(`/api/replies/${reply.id}/answers`, { text: "Hello" });
    twin.expireTokens();
    await pass(1000);
    const [seen] = await replies(`publicationId=${publicationId}`);
    expect(seen?.answers).toMatchObject([
      { state: "failed", text: "Hello", problem: { rule: expect.any(String) } },
    ]);
  });
});

describe("resolveAnswer", () => {
  test("sends a failed answer again, once, and refuses what can't be decided", async () => {
    const { publicationId, statusId, reply } = await asked(keyed, "again");
    await pass(11_000);
    keyed.inject("POST /api/v1/statuses", { kind: "error", status: 422 });
    await app.owner.post(`/api/replies/${reply.id}/answers`, { text: "Hello again" });
    await pass(1000);
    const failed = await answerUnder(publicationId);
    expect(failed).toMatchObject({ state: "failed", choices: ["send-again", "give-up"] });
    const wrong = await app.owner.post(`/api/answers/${failed?.id}/resolution`, { choice: "mark-sent" });
    expect(wrong.status).toBe(409);
    expect(await wrong.text()).toContain("send-again, give-up");
    await app.owner.post(`/api/answers/${failed?.id}/resolution`, { choice: "send-again" });
    await pass(11_000);
    expect(keyed.statuses("again").filter(({ id }) => id !== statusId)).toHaveLength(1);
    expect(
      (await app.owner.post(`/api/answers/${failed?.id}/resolution`, { choice: "send-again" })).status,
    ).toBe(409);
  });

  test("drops an answer for good", async () => {
    const { publicationId, statusId, reply } = await asked(keyed, "dropper");
    await pass(11_000);
    keyed.inject("POST /api/v1/statuses", { kind: "error", status: 422 });
    await app.owner.post(`/api/replies/${reply.id}/answers`, { text: "Never mind" });
    await pass(1000);
    const failed = await answerUnder(publicationId);
    expect(
      (await app.owner.post(`/api/answers/${failed?.id}/resolution`, { choice: "give-up" })).status,
    ).toBe(201);
    for (let round = 0; round < 2; round += 1) await pass(2 * minuteMs);
    expect(await answerUnder(publicationId)).toBeUndefined();
    expect(keyed.statuses("dropper").filter(({ id }) => id !== statusId)).toHaveLength(0);
    expect(
      (await app.owner.post(`/api/answers/${failed?.id}/resolution`, { choice: "give-up" })).status,
    ).toBe(404);
  });

  test("takes a person's word that an answer of which nobody knew is there", async () => {
    const { publicationId, reply } = await asked(plain, "believer");
    await pass(11_000);
    plain.inject("POST /api/v1/statuses", { kind: "drop", accepted: true });
    await app.owner.post(`/api/replies/${reply.id}/answers`, { text: "Is it there?" });
    await pass(1000);
    for (let other = 0; other < 401; other += 1) plain.post("believer", "Something else");
    for (let round = 0; round < 40 && (await answerUnder(publicationId))?.state !== "unknown"; round += 1)
      await pass(16 * minuteMs);
    const unknown = await answerUnder(publicationId);
    expect(unknown).toMatchObject({ state: "unknown", choices: ["mark-sent", "send-again", "give-up"] });
    await app.owner.post(`/api/answers/${unknown?.id}/resolution`, { choice: "mark-sent" });
    await read(publicationId);
    expect(await answerUnder(publicationId)).toBeUndefined();
    expect((await replies(`publicationId=${publicationId}`)).filter(({ isOurs }) => isOurs)).toHaveLength(1);
  });
});

async function answerUnder(publicationId: string) {
  const all = await replies(`publicationId=${publicationId}`);
  return all.flatMap(({ answers }) => answers)[0];
}

test.each([
  ["an empty answer", { text: " " }, 400],
  ["an answer of the wrong type", { text: 7 }, 400],
  ["an answer that the network would not take", { text: "x".repeat(501) }, 400],
])("%s is refused", async (_kind, body, status) => {
  const { reply } = await asked(keyed, "strict");
  expect((await app.owner.post(`/api/replies/${reply.id}/answers`, body)).status).toBe(status);
});

test("a reply that is not here, and a publication that is not out, are named", async () => {
  const nobody = "0198c0de-0000-7000-8000-000000000004";
  const answered = await app.owner.post(`/api/replies/${nobody}/answers`, { text: "x" });
  expect(answered.status).toBe(404);
  expect(await answered.text()).toContain(nobody);
  expect((await app.owner.post(`/api/publications/${nobody}/replies-reading`)).status).toBe(404);
});

async function pass(ms: number): Promise<void> {
  passedMs += ms;
  await app.advance(ms);
  for (const job of ["conversations.readDueReplies", "conversations.resumeAnswers"]) {
    await app.house.database.pool.query("select graphile_worker.add_job($1, '{}'::json)", [job]);
  }
  await app.work();
  await app.work();
}

async function publish(twin: Twin, username: string, thread: string[] = []) {
  twin.addUser(username);
  const values = { server: twin.url, accessToken: twin.tokenFor(username) };
  const connected = await app.owner.post("/api/connections", {
    networkId: "mastodon",
    methodId: "token",
    values,
  });
  const { channel } = z.object({ channel: z.object({ id: z.string() }) }).parse(await connected.json());
  const Made = z.object({ id: z.string(), publications: z.array(z.object({ id: z.string() })) });
  const post = Made.parse(
    await (
      await app.owner.post("/api/posts", { text: "Tea!", thread, variants: [{ channelId: channel.id }] })
    ).json(),
  );
  const { publications } = Made.parse(
    await (await app.owner.post(`/api/posts/${post.id}/publishing`)).json(),
  );
  const before = twin.statuses(username).length;
  await pass(11_000);
  return {
    publicationId: String(publications[0]?.id),
    statusId: String(twin.statuses(username)[before]?.id),
  };
}

/** A publication with a question under it. */
async function asked(twin: Twin, username: string) {
  const { publicationId, statusId } = await publish(twin, username);
  twin.reply("demo", statusId, "Hot?");
  await read(publicationId);
  const [reply] = await replies(`publicationId=${publicationId}`);
  if (!reply) throw new Error("The question was not read");
  return { publicationId, statusId, reply };
}

async function read(publicationId: string): Promise<void> {
  expect((await app.owner.post(`/api/publications/${publicationId}/replies-reading`)).status).toBe(201);
}

async function replies(query: string): Promise<Reply[]> {
  const Page = z.object({ items: z.array(Reply), next: z.string().nullable() });
  return Page.parse(await (await app.owner.get(`/api/replies?${query}`)).json()).items;
}
