import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startMastodonTwin, type Twin } from "#src/networks/mastodon/twin.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { endTurn, keepTurn, takeTurn, turnMs } from "./turn.ts";

let app: TestApp;
let twin: Twin;
let channelId: string;
let workspaceId: string;
beforeAll(async () => {
  [app, twin] = await Promise.all([createApp(), startMastodonTwin({ honoursIdempotencyKey: true })]);
  twin.addUser("turner");
  const values = { server: twin.url, accessToken: twin.tokenFor("turner") };
  const connected = await app.owner.post("/api/connections", {
    networkId: "mastodon",
    methodId: "token",
    values,
  });
  const { channel } = z.object({ channel: z.object({ id: z.uuid() }) }).parse(await connected.json());
  channelId = channel.id;
  const row = await app.house.database.transact("*", (db) =>
    db.selectFrom("channel").select("workspaceId").where("id", "=", channelId).executeTakeFirstOrThrow(),
  );
  workspaceId = row.workspaceId;
});
afterAll(async () => {
  await twin.close();
  await app[Symbol.asyncDispose]();
});

const noon = new Date("2026-03-01T12:00:00Z");
const at = (ms: number) => new Date(noon.getTime() + ms);
const [first, second] = ["0198c0de-0000-7000-8000-00000000000a", "0198c0de-0000-7000-8000-00000000000b"];
const take = (holderId: string, now: Date) =>
  app.house.database.transact(workspaceId, (db) => takeTurn(db, { channelId, holderId, now }));
const end = (holderId: string, now: Date, pauseMs: number) =>
  app.house.database.transact(workspaceId, (db) => endTurn(db, { channelId, holderId, now }, pauseMs));

test("one at a time sends; the next looks again by the second, not when the turn would end by itself", async () => {
  expect(await take(first, noon)).toBeUndefined();
  expect(await take(second, at(100))).toEqual({ askAgainAt: at(1100) });
  await end(first, at(200), 2000);
  expect(await take(second, at(300))).toEqual({ askAgainAt: at(2200) });
  expect(await take(second, at(2200))).toBeUndefined();
  await end(second, at(2300), 0);
});

test("who was killed loses the turn after its time, and may not go on as if nothing had happened", async () => {
  expect(await take(first, at(10_000))).toBeUndefined();
  expect(await take(second, at(10_000 + turnMs - 500))).toEqual({ askAgainAt: at(10_000 + turnMs) });
  expect(await take(second, at(10_000 + turnMs))).toBeUndefined();
  const kept = await app.house.database.transact(workspaceId, (db) =>
    keepTurn(db, { channelId, holderId: first, now: at(10_001 + turnMs) }),
  );
  expect(kept).toBe(false);
});
