import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startMastodonTwin, type Twin } from "#src/networks/mastodon/twin.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import type { TestClient } from "#src/testing/test-client.ts";

let app: TestApp;
let twin: Twin;
/** The same person in another workspace of hers: what she may do is not the question, only where. */
let elsewhere: TestClient;
const ids = { channel: "", media: "", post: "", publication: "", reply: "" };
const Id = z.object({ id: z.string() });

beforeAll(async () => {
  [app, twin] = await Promise.all([createApp(), startMastodonTwin({ honoursIdempotencyKey: true })]);
  const other = Id.parse(
    await (await app.owner.post("/api/workspaces", { name: "Coffee house", timeZone: "UTC" })).json(),
  );
  elsewhere = app.owner.inWorkspace(other.id);
  const values = { server: twin.url, accessToken: twin.tokenFor("demo") };
  const connected = await app.owner.post("/api/connections", {
    networkId: "mastodon",
    methodId: "token",
    values,
  });
  ids.channel = z.object({ channel: Id }).parse(await connected.json()).channel.id;
  const file = (
    await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
      .png()
      .toBuffer()
  ).toString("base64");
  ids.media = Id.parse(await (await app.owner.post("/api/media", { file })).json()).id;
  const body = { text: "Ours", mediaIds: [ids.media], variants: [{ channelId: ids.channel }] };
  ids.post = Id.parse(await (await app.owner.post("/api/posts", body)).json()).id;
  const published = await app.owner.post(`/api/posts/${ids.post}/publishing`);
  ids.publication = String(
    z.object({ publications: z.array(Id) }).parse(await published.json()).publications[0]?.id,
  );
  await app.work();
  twin.reply("demo", String(twin.statuses("demo")[0]?.id), "Hi");
  await app.owner.post(`/api/publications/${ids.publication}/replies-reading`);
  const { items } = z
    .object({ items: z.array(Id) })
    .parse(await (await app.owner.get("/api/replies")).json());
  ids.reply = String(items[0]?.id);
});
afterAll(async () => {
  await twin.close();
  await app[Symbol.asyncDispose]();
});

type Ids = Readonly<typeof ids>;

test.each<readonly [string, (from: TestClient, id: Ids) => Promise<Response>]>([
  ["getChannel", (from, { channel }) => from.get(`/api/channels/${channel}`)],
  ["checkChannel", (from, { channel }) => from.post(`/api/channels/${channel}/check`)],
  ["deleteChannel", (from, { channel }) => from.delete(`/api/channels/${channel}`)],
  [
    "startConnection",
    (from, { channel }) =>
      from.post("/api/connections", {
        networkId: "mastodon",
        methodId: "token",
        values: { server: "x", accessToken: "x" },
        channelId: channel,
      }),
  ],
  ["getMedia", (from, { media }) => from.get(`/api/media/${media}`)],
  ["changeMedia", (from, { media }) => from.patch(`/api/media/${media}`, { alt: "Mine" })],
  ["deleteMedia", (from, { media }) => from.delete(`/api/media/${media}`)],
  ["getPost", (from, { post }) => from.get(`/api/posts/${post}`)],
  [
    "createPost",
    (from, { channel }) => from.post("/api/posts", { text: "x", variants: [{ channelId: channel }] }),
  ],
  ["createPost", (from, { media }) => from.post("/api/posts", { text: "x", mediaIds: [media] })],
  [
    "previewPost",
    (from, { channel }) => from.post("/api/post-previews", { text: "x", variants: [{ channelId: channel }] }),
  ],
  ["changePost", (from, { post }) => from.patch(`/api/posts/${post}`, { text: "x" })],
  ["deletePost", (from, { post }) => from.delete(`/api/posts/${post}`)],
  [
    "schedulePost",
    (from, { post }) =>
      from.post(`/api/posts/${post}/schedule`, { local: "2027-01-01T10:00", timeZone: "UTC" }),
  ],
  ["unschedulePost", (from, { post }) => from.delete(`/api/posts/${post}/schedule`)],
  ["publishPost", (from, { post }) => from.post(`/api/posts/${post}/publishing`)],
  ["getPublication", (from, { publication }) => from.get(`/api/publications/${publication}`)],
  [
    "editPublication",
    (from, { publication }) => from.patch(`/api/publications/${publication}`, { text: "x" }),
  ],
  [
    "withdrawPublication",
    (from, { publication }) => from.post(`/api/publications/${publication}/withdrawal`),
  ],
  [
    "resolvePublication",
    (from, { publication }) =>
      from.post(`/api/publications/${publication}/resolution`, { choice: "give-up" }),
  ],
  ["readReplies", (from, { publication }) => from.post(`/api/publications/${publication}/replies-reading`)],
  ["answerReply", (from, { reply }) => from.post(`/api/replies/${reply}/answers`, { text: "x" })],
])("%s does not find what belongs to another workspace, and leaves it as it is", async (_operation, ask) => {
  expect(ids.reply).not.toBe("undefined");
  const before = await seen();
  expect((await ask(elsewhere, ids)).status).toBe(404);
  expect(await seen()).toEqual(before);
});

test.each([
  ["listChannels", "/api/channels"],
  ["listMedia", "/api/media"],
  ["listPosts", "/api/posts"],
  ["listAttention", "/api/publications"],
  ["listReplies", "/api/replies"],
])("%s shows nothing of another workspace", async (_operation, path) => {
  expect(await (await elsewhere.get(path)).json()).toEqual({ items: [], next: null });
});

test.each([
  ["listNetworks", "GET", "/api/networks"],
  ["uploadMedia", "POST", "/api/media"],
  ["publishPost", "POST", "/api/posts/0198c0de-0000-7000-8000-000000000001/publishing"],
])("%s asks for a sign-in", async (...[, method, path]) => {
  const response = await app.anonymous.request(path, { method });
  expect(response.status).toBe(401);
});

async function seen(): Promise<unknown> {
  const paths = [
    `/api/posts/${ids.post}`,
    `/api/channels/${ids.channel}`,
    `/api/media/${ids.media}`,
    "/api/replies",
  ];
  return Promise.all(paths.map(async (path) => (await app.owner.get(path)).json()));
}
