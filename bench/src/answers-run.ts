/** The answers' routes over a site of so many passages, in a process of their own. `node answers-run.ts <port> <passages>`. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { openDatabase } from "@samovar/server/platform/database/database.ts";
import { english } from "@samovar/server/platform/say.ts";
import { createVault } from "@samovar/server/platform/vault/vault.ts";
import { answerRoutes } from "@samovar/server/smo/answers/index.ts";
import { keepPassages } from "@samovar/server/smo/answers/keep-passages.ts";
import { startMigratedPostgres } from "@samovar/server/testing/stores.ts";
import { makePassages } from "./answers-texts.ts";

const port = Number(process.argv[2]);
const passages = makePassages(Number(process.argv[3]));
const ofPage = 5;

const postgres = await startMigratedPostgres();
const database = openDatabase(postgres.url);
const workspaceId = crypto.randomUUID();
const siteId = crypto.randomUUID();
await database.transact("*", async (db) => {
  await db.insertInto("workspace").values({ id: workspaceId, name: "Bench", timeZone: "UTC" }).execute();
  await db
    .insertInto("site")
    .values({
      id: siteId,
      workspaceId,
      name: "Bench",
      siteKey: "bench",
      createdAt: new Date(),
      origin: "https://bench.example",
      proofToken: "bench",
    })
    .execute();
});
for (let at = 0; at < passages.length; at += ofPage) {
  const url = `https://bench.example/${at}`;
  const own = passages.slice(at, at + ofPage).map((one) => ({ ...one, heading: null, url, isPinned: false }));
  const source = { siteId, kind: "page", sourceId: crypto.randomUUID() } as const;
  await database.transact(workspaceId, (db) => keepPassages(db, source, own));
}
const app = new Hono();
answerRoutes({
  house: {
    database,
    publicUrl: `http://127.0.0.1:${port}`,
    now: () => new Date(),
    vault: createVault("the bench's own secret of thirty-two letters"),
  },
  visitors: { record: () => Promise.resolve("") },
  addressOf: () => undefined,
  tongueOf: () => english,
  guards: [],
})(app);
const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => console.log("ready"));
process.once("SIGTERM", () => {
  server.close();
  void database[Symbol.asyncDispose]().then(() => postgres[Symbol.asyncDispose]());
});
