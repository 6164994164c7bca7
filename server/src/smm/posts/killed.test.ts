import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { startMastodonTwin, type Twin } from "#src/networks/mastodon/twin.ts";
import { createVault } from "#src/platform/vault/vault.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";

const secret = "the secret that the killed worker and the next one share";
const script = fileURLToPath(new URL("../../testing/work-until-killed.ts", import.meta.url));

let app: TestApp;
let dataDir: string;
beforeAll(async () => {
  app = await createApp();
  dataDir = await mkdtemp(join(tmpdir(), "samovar-killed-"));
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

test.each([
  ["a server that honours keys, after it took the post", { honoursIdempotencyKey: true, accepted: true }],
  ["a server that ignores keys, after it took the post", { honoursIdempotencyKey: false, accepted: true }],
  ["a server that ignores keys, before it took the post", { honoursIdempotencyKey: false, accepted: false }],
])(
  "a worker that is killed between the attempt and the answer of %s: the next one sees to exactly one post",
  async (_kind, { honoursIdempotencyKey, accepted }) => {
    await using twin = await startMastodonTwin({ honoursIdempotencyKey });
    const channelId = await connect(twin);
    twin.inject("POST /api/v1/statuses", { kind: "hang", accepted });
    const postId = await publish(channelId);
    const worker = await startWorker();
    await until(async () =>
      twin.requests.some(({ method, path }) => method === "POST" && path === "/api/v1/statuses"),
    );
    await kill(worker);
    expect(await stateOf(postId)).toBe("publishing");
    await letMinutesPass(channelId);
    const next = await startWorker();
    await until(async () => (await stateOf(postId)) === "published");
    await kill(next);
    expect(twin.statuses("demo")).toHaveLength(1);
    expect(twin.unknown).toEqual([]);
  },
  120_000,
);

async function startWorker(): Promise<ChildProcess> {
  const databaseUrl = String(app.house.database.pool.options.connectionString);
  const events = { ...inject("events"), database: new URL(databaseUrl).pathname.slice(1) };
  const worker = spawn(process.execPath, [script, JSON.stringify({ secret, dataDir, databaseUrl, events })], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(worker.stdout ?? worker, "data");
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

/** What the clock would do: the dead worker's turn ends, and the minutely search for lost work comes round. */
async function letMinutesPass(channelId: string): Promise<void> {
  await app.house.database.transact("*", async (db) => {
    await sql`update channel_turn set held_until = held_until - interval '5 minutes' where channel_id = ${channelId}`.execute(
      db,
    );
    await sql`update publication set scheduled_at = scheduled_at - interval '5 minutes' where channel_id = ${channelId}`.execute(
      db,
    );
    await sql`update publication_part set attempted_at = attempted_at - interval '1 minute' where state = 'sending'`.execute(
      db,
    );
    await sql`select graphile_worker.add_job('posts.resumePublications', '{}'::json)`.execute(db);
  });
}

/** Connects, and seals the credentials for the workers, whose secret is another than the test's own. */
async function connect(twin: Twin): Promise<string> {
  const values = { server: twin.url, accessToken: twin.tokenFor("demo") };
  const response = await app.owner.post("/api/connections", {
    networkId: "mastodon",
    methodId: "token",
    values,
  });
  const { channel } = z.object({ channel: z.object({ id: z.string() }) }).parse(await response.json());
  await app.house.database.transact("*", async (db) => {
    const row = await db
      .selectFrom("channel")
      .selectAll()
      .where("id", "=", channel.id)
      .executeTakeFirstOrThrow();
    const purpose = `channel:${row.networkId}:${row.server}:${row.externalId}`;
    const credentials = createVault(secret).seal(
      app.house.vault.open(String(row.credentials), purpose),
      purpose,
    );
    await db.updateTable("channel").set({ credentials }).where("id", "=", channel.id).execute();
  });
  return channel.id;
}

async function publish(channelId: string): Promise<string> {
  const body = {
    text: "Only once",
    linkUrl: "http://127.0.0.1:1/tea",
    variants: [{ channelId }],
    mediaIds: [],
  };
  const post = z.object({ id: z.string() }).parse(await (await app.owner.post("/api/posts", body)).json());
  const overrideLandingPage = { reason: "No page is needed to be killed on the way to it" };
  const answer = await app.owner.post(`/api/posts/${post.id}/publishing`, { overrideLandingPage });
  expect(answer.status).toBe(201);
  return post.id;
}

async function stateOf(postId: string): Promise<string> {
  return z.object({ state: z.string() }).parse(await (await app.owner.get(`/api/posts/${postId}`)).json())
    .state;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const started = Date.now();
  while (!(await isSo())) {
    if (Date.now() - started > 40_000) throw new Error("It did not come to that within 40 s");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
