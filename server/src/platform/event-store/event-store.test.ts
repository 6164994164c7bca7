import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { ClickHouseError, createClient } from "@clickhouse/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readMark, waitForExit } from "#src/platform/process-lock/process-lock.ts";
import { connectEvents, migrateEvents, startEventStore, type EventStore } from "./index.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let folder = "";
let store: EventStore;
let client: ReturnType<typeof connectEvents>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samovar-events-"));
  store = await startEventStore({ dataDir: folder, log: silent, maxMemoryMb: 512 });
  client = connectEvents(store);
});

afterAll(async () => {
  await client.close();
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function ask<Row>(query: string, params: Record<string, unknown> = {}): Promise<Row[]> {
  const answer = await client.query({ query, query_params: params, format: "JSONEachRow" });
  return answer.json<Row>();
}

async function killEngine(): Promise<void> {
  const pid = Number((await readFile(join(folder, "engine.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
}

async function untilBack(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await client.ping()).success) return;
    await sleep(50);
  }
  throw new Error("The event store did not come back");
}

describe("the stock client", () => {
  test("inserts rows and reads them back with 64-bit counts as numbers", async () => {
    await client.command({
      query: "create table seen (id UInt32, text String) engine = MergeTree order by id",
    });
    const values = [
      { id: 1, text: "Привет; мир\n\nnew 'line' \\ \t" },
      { id: 2, text: "" },
    ];
    await client.insert({ table: "seen", values, format: "JSONEachRow" });
    expect(await ask("select * from seen order by id")).toEqual(values);
    expect(await ask("select count() as total from seen")).toEqual([{ total: 2 }]);
  });

  test("streams rows in, compressed", async () => {
    const zipping = createClient({ ...store, compression: { request: true, response: true } });
    await client.command({ query: "create table streamed (id UInt32) engine = MergeTree order by id" });
    const rows = Readable.from(Array.from({ length: 5000 }, (_, id) => ({ id })));
    await zipping.insert({ table: "streamed", values: rows, format: "JSONEachRow" });
    expect(await ask("select sum(id) as sum from streamed")).toEqual([{ sum: 12_497_500 }]);
    await zipping.close();
  });

  test("binds parameters of every kind as values, never as SQL", async () => {
    const text = "'); drop table seen; -- \\ \t\n {x:String} ё";
    const [row] = await ask(
      `select {text:String} as text, {list:Array(String)} as list, {map:Map(String, UInt8)} as map,
        {at:DateTime64(3, 'UTC')} as at, {none:Nullable(String)} as none, {n:UInt64} as n`,
      {
        text,
        list: ["a'b", "c\\d", "ж"],
        map: { one: 1 },
        at: new Date("2026-01-02T03:04:05.678Z"),
        none: null,
        n: 7,
      },
    );
    expect(row).toEqual({
      text,
      list: ["a'b", "c\\d", "ж"],
      map: { one: 1 },
      at: "2026-01-02 03:04:05.678",
      none: null,
      n: 7,
    });
    expect(
      await ask("select name from system.tables where name = {t:String} limit {n:UInt8}", {
        t: "seen",
        n: 1,
      }),
    ).toEqual([{ name: "seen" }]);
    expect(await ask("select count() as c from {t:Identifier}", { t: "seen" })).toEqual([{ c: 2 }]);
  });

  test("a parameter of an earlier question is not seen by a later one", async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => ask("select {secret:String} as s", { secret: "theirs" })),
    );
    await expect(ask("select {secret:String} as s")).rejects.toMatchObject({ code: "456" });
  });

  test("settings hold for their own question, side by side with others", async () => {
    const asked = Array.from({ length: 40 }, async (_, index) => {
      const answer = await client.query({
        query: "select getSetting('max_block_size') as size, {tag:UInt32} as tag, sleep(0.005)",
        query_params: { tag: index },
        clickhouse_settings: { max_block_size: String(1000 + index) },
        format: "JSONEachRow",
      });
      expect(await answer.json()).toMatchObject([{ size: 1000 + index, tag: index }]);
    });
    await Promise.all(asked);
    expect(await ask("select getSetting('max_block_size') as size")).toEqual([{ size: 65_409 }]);
  });

  test("errors arrive as ClickHouse's own, with their number", async () => {
    await expect(ask("select * from nowhere")).rejects.toBeInstanceOf(ClickHouseError);
    await expect(ask("select * from nowhere")).rejects.toMatchObject({ code: "60", type: "UNKNOWN_TABLE" });
    await expect(ask("selec 1")).rejects.toMatchObject({ code: "62", type: "SYNTAX_ERROR" });
    await expect(ask("select throwIf(number = 3) from numbers(10)")).rejects.toMatchObject({ code: "395" });
    const values = [{ id: "no number" }];
    await expect(client.insert({ table: "seen", values, format: "JSONEachRow" })).rejects.toBeInstanceOf(
      ClickHouseError,
    );
  });

  test("a question beyond the memory cap fails alone; the engine lives on", async () => {
    const heavy = "select groupArray(number) as a, groupArray(toString(number)) as b from numbers(30000000)";
    await expect(ask(heavy)).rejects.toMatchObject({ code: "241" });
    expect(await ask("select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a wrong password is refused", async () => {
    const stranger = connectEvents({ ...store, password: "guess" });
    await expect(stranger.query({ query: "select 1" })).rejects.toMatchObject({ code: "516" });
    await stranger.close();
    expect((await fetch(`${store.url}/?query=select+1`)).status).toBe(401);
  });

  test("a body beyond the limit is refused with the limit named", async () => {
    const values = Array.from({ length: 70 }, (_, id) => ({ id, text: "x".repeat(1024 * 1024) }));
    await expect(client.insert({ table: "seen", values, format: "JSONEachRow" })).rejects.toThrow(
      "over 67108864 bytes",
    );
    expect(await ask("select count() as total from seen")).toEqual([{ total: 2 }]);
  });

  test("writes reach the disk before they are acknowledged", async () => {
    const names = "'fsync_after_insert', 'fsync_part_directory'";
    const rows = await ask(
      `select name, value from system.merge_tree_settings where name in (${names}) order by name`,
    );
    expect(rows).toEqual([
      { name: "fsync_after_insert", value: "1" },
      { name: "fsync_part_directory", value: "1" },
    ]);
  });
});

describe("batches", () => {
  test("one sent twice with its token counts once", async () => {
    await client.command({
      query: `create table batch (id UInt32) engine = MergeTree order by id
        settings non_replicated_deduplication_window = 100`,
    });
    const send = (token: string) =>
      client.insert({
        table: "batch",
        values: [{ id: 1 }, { id: 2 }],
        format: "JSONEachRow",
        clickhouse_settings: { insert_deduplication_token: token },
      });
    await send("first");
    await send("first");
    await send("second");
    expect(await ask("select count() as total from batch")).toEqual([{ total: 4 }]);
  });

  test("a killed engine comes back on the same address with every acknowledged batch, once", async () => {
    await client.command({
      query: `create table durable (batch UInt32, row UInt32) engine = MergeTree order by batch
        settings non_replicated_deduplication_window = 1000`,
    });
    const acknowledged: number[] = [];
    const send = (batch: number) =>
      client.insert({
        table: "durable",
        values: Array.from({ length: 50 }, (_, row) => ({ batch, row })),
        format: "JSONEachRow",
        clickhouse_settings: { insert_deduplication_token: `batch-${batch}` },
      });
    for (let batch = 0; batch < 60; batch += 1) {
      if (batch % 20 === 10) void sleep(8).then(killEngine);
      while (!acknowledged.includes(batch)) {
        await send(batch).then(
          () => acknowledged.push(batch),
          () => untilBack(),
        );
      }
    }
    const rows = await ask(
      "select batch, count() as rows, uniqExact(row) as different from durable group by batch order by batch",
    );
    expect(rows).toEqual(acknowledged.map((batch) => ({ batch, rows: 50, different: 50 })));
  });

  test("questions that run while the engine dies fail, and the next are answered", async () => {
    const running = Array.from({ length: 4 }, () => ask("select sleep(2)"));
    const settled = Promise.allSettled(running);
    await sleep(200);
    await killEngine();
    expect((await settled).map(({ status }) => status)).toEqual([
      "rejected",
      "rejected",
      "rejected",
      "rejected",
    ]);
    await untilBack();
    expect(await ask("select count() as total from durable")).toEqual([{ total: 3000 }]);
  });
});

describe("migrations", () => {
  const files = [
    { name: "0002-more.ch.sql", sql: "alter table m add column if not exists b UInt8;\n" },
    {
      name: "0001-m.ch.sql",
      sql: "-- the table; first\ncreate table if not exists m (a String) engine = MergeTree order by a;\n\ninsert into m values ('x;y');\n",
    },
  ];

  test("run once each, by number", async () => {
    expect(await migrateEvents(client, files)).toEqual(["0001-m.ch.sql", "0002-more.ch.sql"]);
    expect(await migrateEvents(client, files)).toEqual([]);
    expect(await ask("select * from m")).toEqual([{ a: "x;y", b: 0 }]);
  });

  test("a fault names the file and the statement, and the file runs again next time", async () => {
    const broken = [...files, { name: "0003-bad.ch.sql", sql: "alter table gone add column c UInt8;" }];
    await expect(migrateEvents(client, broken)).rejects.toThrow(
      "0003-bad.ch.sql failed at: alter table gone",
    );
    await expect(migrateEvents(client, [{ name: "bad.sql", sql: "" }])).rejects.toThrow(
      '"bad.sql" is not named like',
    );
  });
});

test("the engine ends with a parent that is killed, and the next start has the folder to itself", async () => {
  const own = await mkdtemp(join(tmpdir(), "samovar-events-"));
  const script = `
    import { startEventStore } from ${JSON.stringify(new URL("index.ts", import.meta.url).href)};
    const log = { info() {}, warn() {}, error() {} };
    await startEventStore({ dataDir: ${JSON.stringify(own)}, log });
    process.kill(process.pid, "SIGKILL");`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
  await once(parent, "exit");
  const orphan = await readMark(join(own, "engine.pid"));
  expect(orphan && (await waitForExit(orphan, 2000))).toBe(true);
  await using next = await startEventStore({ dataDir: own, log: silent });
  expect((await fetch(`${next.url}/ping`)).status).toBe(200);
  await next[Symbol.asyncDispose]();
  await rm(own, { recursive: true, force: true });
});

test("stopping does not wait for a heavy question", async () => {
  const own = await mkdtemp(join(tmpdir(), "samovar-events-"));
  const other = await startEventStore({ dataDir: own, log: silent });
  const asking = connectEvents(other);
  const heavy = expect(
    asking.command({ query: "select sum(sipHash64(number)) from numbers(1e12)" }),
  ).rejects.toThrow();
  await sleep(200);
  const startedAt = Date.now();
  await other[Symbol.asyncDispose]();
  expect(Date.now() - startedAt).toBeLessThan(3000);
  await heavy;
  await asking.close();
  await rm(own, { recursive: true, force: true });
});

test("a second start on the same folder is refused, and names the process that holds it", async () => {
  await expect(startEventStore({ dataDir: folder, log: silent })).rejects.toThrow(
    `in use by process ${process.pid}`,
  );
});
