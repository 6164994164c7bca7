import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertEvents } from "#src/ground/events/index.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { readCsv } from "#src/platform/csv/read-csv.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { join, keyWith, openWorkspace } from "#src/testing/people.ts";
import { newWorld, plainEvent, type World } from "../testing/random-events.ts";

let app: TestApp;
let world: World;
const at = Date.parse("2026-06-01T10:00:00Z");
const period = "from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z";

beforeAll(async () => {
  app = await createApp();
  const { id } = await app.house.database.transact(wholeHouse, (db) =>
    db.selectFrom("workspace").select("id").executeTakeFirstOrThrow(),
  );
  world = { ...newWorld(), workspaceId: id };
  const search = { source_kind: "search", country: "DE" };
  const events = [
    { ...plainEvent(world, "view", at), visitor: "1", ...search, source: "Google", page_path: "/tea" },
    { ...plainEvent(world, "view", at + 1000), visitor: "2", ...search, source: '=cmd|"/c calc"!A1' },
    { ...plainEvent(world, "view", at + 2000), visitor: "3", source_kind: "campaign", utm_campaign: "-1+1" },
  ];
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join("");
  await insertEvents(app.house.events)(Buffer.from(lines), uuidv7());
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

const exported = (file: string, fields = "") =>
  app.owner.get(`/export/visits.${file}?workspaceId=${world.workspaceId}&${period}${fields}`);

test("visits leave as CSV, narrowed like their list, and no cell of a visitor's is a formula", async () => {
  const answer = await exported("csv");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="visits.csv"');
  const [head, ...rows] = readCsv(await answer.text()).map(({ cells }) => cells);
  const column = (name: string) => rows.map((cells) => cells[head?.indexOf(name) ?? -1]);
  expect(column("visitor")).toEqual(["3", "2", "1"]);
  expect(column("source")).toEqual([expect.any(String), `'=cmd|"/c calc"!A1`, "Google"]);
  expect(column("campaign")).toEqual(["'-1+1", "", ""]);
  expect(column("beganAt")[2]).toBe("2026-06-01T10:00:00.000Z");
  const narrowed = await (await exported("csv", "&country=DE&page=/tea")).text();
  expect(readCsv(narrowed)).toHaveLength(2);
});

test("they leave as lines of JSON and as Parquet with what visitors said as it was", async () => {
  const lines = (await (await exported("jsonl", "&country=DE")).text()).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { visitor: "2", source: '=cmd|"/c calc"!A1', linkId: null, generation: null },
    { visitor: "1", source: "Google", entryPage: "/tea", views: 1, isKnown: false },
  ]);
  const parquet = Buffer.from(await (await exported("parquet")).arrayBuffer());
  // The format's magic stands at both ends.
  expect([parquet.subarray(0, 4).toString(), parquet.subarray(-4).toString()]).toEqual(["PAR1", "PAR1"]);
});

test("only people of the workspace and its keys that may read take visits away", async () => {
  const { owner } = await openWorkspace(app.owner, "Coffee");
  const path = `/export/visits.csv?workspaceId=${world.workspaceId}&${period}`;
  const ownKey = await keyWith(app.owner, ["read"]);
  expect((await ownKey.get(`/export/visits.csv?${period}`)).status).toBe(200);
  expect((await (await keyWith(owner, ["read"])).get(path)).status).toBe(404);
  expect((await (await keyWith(app.owner, ["reports.write"])).get(path)).status).toBe(404);
  expect((await (await join(app, owner, "viewer")).get(path)).status).toBe(404);
  expect((await (await join(app, app.owner, "viewer")).get(path)).status).toBe(200);
  expect((await app.anonymous.get(path)).status).toBe(401);
});

test("a field that no list of visits knows is refused, and so is a period that is none", async () => {
  expect((await exported("csv", "&contry=DE")).status).toBe(400);
  expect((await exported("csv", "&country=Germany")).status).toBe(400);
});
