import { expect, test } from "vitest";
import { z } from "zod";
import { createApp } from "#src/testing/create-app.ts";
import { enqueueIn } from "./enqueue.ts";
import { job } from "./job.ts";
import { runJobs } from "./run-jobs.ts";

const makeTea = (run: (cups: number) => Promise<void>) =>
  job({
    id: "test.makeTea",
    payload: z.object({ cups: z.int() }),
    maxAttempts: 2,
    run: (_ctx, { cups }) => run(cups),
  });

test("a job is enqueued with its change or not at all, and not with a payload that it could not read", async () => {
  await using app = await createApp();
  const { database } = app.house;
  const made: number[] = [];
  const tea = makeTea(async (cups) => void made.push(cups));
  await database
    .transact("*", async (db) => {
      await enqueueIn(db, app.house.now)(tea, { cups: 1 });
      throw new Error("taken back");
    })
    .catch(() => undefined);
  await database.transact("*", (db) => enqueueIn(db, app.house.now)(tea, { cups: 2 }));
  await expect(
    database.transact("*", (db) => enqueueIn(db, app.house.now)(tea, { cups: 0.5 })),
  ).rejects.toThrow();
  await using held = new AsyncDisposableStack();
  held.use(await runJobs(app.house, [tea]));
  await expect.poll(() => made, { timeout: 10_000 }).toEqual([2]);
});

test("a job with the same key replaces the one that waits, and one that fails is tried again", async () => {
  await using app = await createApp();
  const { database } = app.house;
  const tries: number[] = [];
  const tea = makeTea(async (cups) => {
    tries.push(cups);
    if (tries.length === 1) throw new Error("no water");
  });
  await database.transact("*", (db) => enqueueIn(db, app.house.now)(tea, { cups: 1 }, { jobKey: "the pot" }));
  await database.transact("*", (db) => enqueueIn(db, app.house.now)(tea, { cups: 2 }, { jobKey: "the pot" }));
  await using held = new AsyncDisposableStack();
  held.use(await runJobs(app.house, [tea]));
  await expect.poll(() => tries.length, { timeout: 10_000 }).toBe(1);
  await app.advance(3_600_000);
  await expect.poll(() => tries, { timeout: 10_000 }).toEqual([2, 2]);
});
