import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "@samovar/client";
import { setUpOwner } from "@samovar/demo/workspace/owner.ts";
import { registerSite } from "@samovar/demo/workspace/site.ts";
import { expect, test } from "vitest";
import { until } from "./until.ts";
import { postsOnBluesky, startWorld, type World } from "./world.ts";

const alt = "Стакан чая в подстаканнике";
const limits = { timeout: 300_000 };

test(
  "killed between scheduling and publishing, the house publishes exactly once when it is back",
  limits,
  async () => {
    const world = await startWorld();
    const client = await moveIn(world);
    const postId = await write(world, client);
    // Times on the wall have no seconds: the next minute, if it leaves us time to kill the house.
    const at = new Date(Math.ceil((Date.now() + 8000) / 60_000) * 60_000);
    await client.ask("schedulePost", {
      id: postId,
      local: at.toISOString().slice(0, 16),
      timeZone: "UTC",
      missedPolicy: { kind: "late", withinMinutes: 60 },
    });
    await world.house.kill();
    await sleep(Math.max(0, at.getTime() - Date.now() + 1000));
    expect(world.twin.statuses("demo")).toHaveLength(0);
    await world.house.start();

    await waitUntilOut(client, postId);
    await seeExactlyOne(world);
  },
);

test.for([
  { server: "keeps the idempotency key", honoursIdempotencyKey: true },
  { server: "ignores it", honoursIdempotencyKey: false },
])(
  "killed while it publishes to a server that $server, the house publishes exactly once",
  limits,
  async ({ honoursIdempotencyKey }) => {
    const world = await startWorld({ honoursIdempotencyKey });
    const { house, twin } = world;
    const client = await moveIn(world);
    const postId = await write(world, client);
    // The server takes the post and never answers: at that moment the house is killed.
    twin.inject("POST /api/v1/statuses", { kind: "hang", accepted: true });
    await client.ask("publishPost", { id: postId });
    await until("the server has taken the post", async () => twin.statuses("demo").length > 0);
    await house.kill();
    await house.start();

    await waitUntilOut(client, postId);
    await seeExactlyOne(world);
  },
);

test(
  "killed as soon as a post has arrived, again and again, the house publishes exactly once",
  limits,
  async () => {
    const world = await startWorld();
    const client = await moveIn(world);
    const postId = await write(world, client);
    await client.ask("publishPost", { id: postId });
    for (let kills = 0; kills < 3; kills += 1) {
      const seen = await postsOnBluesky(world);
      if (seen.length === 0)
        await until("a post arrives", async () => (await postsOnBluesky(world)).length > 0);
      await world.house.kill();
      await world.house.start();
    }

    await waitUntilOut(client, postId);
    await seeExactlyOne(world);
  },
);

/** As quickly as the API goes: the app's own way in is another journey's matter. */
async function moveIn({ house, site, bluesky, twin }: World): Promise<Client> {
  const { client } = await setUpOwner(house.url);
  await registerSite(client, site, AbortSignal.timeout(30_000));
  await client.ask("startConnection", {
    networkId: "bluesky",
    methodId: "app-password",
    values: { handle: bluesky.handle, appPassword: bluesky.appPassword, pds: bluesky.server },
  });
  await client.ask("startConnection", {
    networkId: "mastodon",
    methodId: "token",
    values: { server: twin.url, accessToken: twin.tokenFor("demo") },
  });
  return client;
}

async function write({ site }: World, client: Client): Promise<string> {
  const { items } = await client.ask("listChannels", {});
  expect(items).toHaveLength(2);
  const file = (await site.picture("podstakannik")).toString("base64");
  const media = await client.ask("uploadMedia", { file, name: "glass.jpg", alt });
  const post = await client.ask("createPost", {
    text: "Чай подан.",
    languages: ["ru"],
    linkUrl: site.addressOf("podstakannik"),
    mediaIds: [media.id],
    variants: items.map(({ id }) => ({ channelId: id })),
  });
  return post.id;
}

/** A plain server is asked only when a request that broke off can no longer arrive: that takes 20 s more. */
async function waitUntilOut(client: Client, postId: string): Promise<void> {
  await until(
    "both publications are out",
    async () => {
      const { publications } = await client.ask("getPost", { id: postId });
      const isOut = publications.every(({ state }) => state === "published");
      if (!isOut)
        throw new Error(JSON.stringify(publications.map(({ state, problem }) => ({ state, problem }))));
      return isOut;
    },
    { seconds: 120 },
  );
}

async function seeExactlyOne(world: World): Promise<void> {
  // A second post would come soon after the first: it is given the time.
  await sleep(3000);
  expect(await postsOnBluesky(world)).toHaveLength(1);
  expect(world.twin.statuses("demo")).toHaveLength(1);
  expect(world.twin.statuses("demo")[0]?.mediaIds).toHaveLength(1);
  expect(world.twin.unknown).toEqual([]);
}
