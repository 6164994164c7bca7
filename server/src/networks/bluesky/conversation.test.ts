import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres } from "#src/platform/postgres/index.ts";
import type { Message, Published, Session } from "../network.ts";
import { connectByForm, redPoint, toMessage, toPicture, toSession } from "../testing.ts";
import { bluesky } from "./bluesky.ts";
import { startWholeNetwork, type RealNetwork, type RealUser } from "./start-real-network.ts";

const stack = new AsyncDisposableStack();
let network: RealNetwork;
let anna: RealUser;
let boris: RealUser;
let session: Session;

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-appview-"));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  const postgres = stack.use(await startPostgres({ dataDir, log: pino({ level: "silent" }) }));
  network = stack.use(await startWholeNetwork(await emptyDatabase(postgres.adminUrl)));
  anna = await network.addUser("anna.test", "Anna");
  boris = await network.addUser("boris.test", "Boris");
  const values = { handle: anna.handle, appPassword: anna.appPassword, pds: network.pds };
  session = toSession(await connectByForm(bluesky, "app-password", values));
}, 180_000);
afterAll(() => stack.disposeAsync(), 60_000);

async function emptyDatabase(adminUrl: string): Promise<string> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query("create database atproto");
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = "/atproto";
  return url.href;
}

const publish = async (message: Message): Promise<Published> => {
  const publishing = bluesky.publishing(session);
  return publishing.send(message, publishing.newKey(new Date()));
};
const refOf = ({ id, extra }: Published) => ({ uri: id, cid: String(Reflect.get(Object(extra), "cid")) });

test("likes, reposts, quotes and replies of others are counted", { timeout: 60_000 }, async () => {
  const published = await publish(toMessage("Count me"));
  const quiet = await publish(toMessage("Nobody cares"));
  const ref = refOf(published);
  await boris.agent.like(ref.uri, ref.cid);
  await boris.agent.repost(ref.uri, ref.cid);
  await boris.agent.post({ text: "So true", reply: { root: ref, parent: ref } });
  await boris.agent.post({ text: "Look", embed: { $type: "app.bsky.embed.record", record: ref } });
  await network.settle();
  const metrics = await bluesky.metrics(session, [
    published,
    quiet,
    { ...published, id: `${published.id}x` },
  ]);
  expect(metrics.size).toBe(2);
  expect(metrics.get(published.id)).toEqual({ likes: 1, reposts: 1, replies: 1, quotes: 1 });
  expect(metrics.get(quiet.id)).toEqual({ likes: 0, reposts: 0, replies: 0, quotes: 0 });
});

test("the card that went with a post is read back as the index shows it", { timeout: 60_000 }, async () => {
  const card = { url: "https://tea.example/page", title: "Tea", description: "Hot" };
  const picture = toPicture(redPoint, "");
  const carded = await publish(toMessage("Read https://tea.example/page", { card: { ...card, picture } }));
  const bare = await publish(toMessage("Nothing to read"));
  await network.settle();
  expect(await bluesky.card(session, carded)).toEqual({
    ...card,
    imageUrl: expect.stringContaining(anna.did),
    siteName: null,
  });
  expect(await bluesky.card(session, bare)).toBeUndefined();
});

test("a conversation is read at any depth, and answered", { timeout: 60_000 }, async () => {
  const root = await publish(toMessage("Tea?"));
  const rootRef = refOf(root);
  const first = await boris.agent.post({ text: "Yes, please", reply: { root: rootRef, parent: rootRef } });
  await network.settle();
  const [reply] = await bluesky.replies(session, root);
  if (!reply) throw new Error("No reply");
  expect(reply).toMatchObject({
    id: first.uri,
    parentId: root.id,
    text: "Yes, please",
    author: {
      id: boris.did,
      name: "Boris",
      handle: "@boris.test",
      url: "https://bsky.app/profile/boris.test",
    },
    extra: { cid: first.cid },
  });
  expect(Math.abs(Date.now() - reply.at.getTime())).toBeLessThan(60_000);
  const publishing = bluesky.publishing(session);
  const answer = toMessage("Here you are", { replyTo: { parent: reply, root } });
  const answered = await bluesky.reply(session, answer, publishing.newKey(new Date()));
  await boris.agent.post({ text: "Thanks", reply: { root: rootRef, parent: refOf(answered) } });
  await network.settle();
  const all = await bluesky.replies(session, root);
  expect(all.map(({ text, parentId }) => [text, parentId])).toEqual([
    ["Yes, please", root.id],
    ["Here you are", reply.id],
    ["Thanks", answered.id],
  ]);
  await boris.agent.deletePost(first.uri);
  await network.settle();
  expect(await bluesky.replies(session, root)).toEqual([]);
});

test("a post that is not yet indexed, or is gone, has no replies", { timeout: 60_000 }, async () => {
  const missing = { id: `at://${anna.did}/app.bsky.feed.post/3aaaaaaaaaaa2`, url: "" };
  expect(await bluesky.replies(session, missing)).toEqual([]);
  expect(await bluesky.metrics(session, [])).toEqual(new Map());
});

test("followers are counted", { timeout: 60_000 }, async () => {
  await boris.agent.follow(anna.did);
  await network.settle();
  expect(await bluesky.audience(session)).toEqual({ followers: 1 });
});
