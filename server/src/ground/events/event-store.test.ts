import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  connectEvents,
  type EventStore,
  migrateEvents,
  startEventStore,
} from "#src/platform/event-store/index.ts";
import { encodeRows, eventRow, insertEvents, mintEventId, openEventLog } from "./index.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const workspaceId = "0190a000-0000-7000-8000-000000000002";
const siteId = "0190a000-0000-7000-8000-000000000001";
let folder = "";
let store: EventStore;
let client: ReturnType<typeof connectEvents>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samovar-events-"));
  store = await startEventStore({ dataDir: folder, log: silent, maxMemoryMb: 512 });
  client = connectEvents(store);
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".ch.sql"));
  await migrateEvents(
    client,
    await Promise.all(
      names.map(async (name) => ({ name, sql: await readFile(join(import.meta.dirname, name), "utf8") })),
    ),
  );
});

afterAll(async () => {
  await client.close();
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function ask(query: string): Promise<unknown[]> {
  const answer = await client.query({ query, format: "JSONEachRow" });
  return answer.json();
}

const known = {
  workspace_id: workspaceId,
  site_id: siteId,
  reason: "human" as const,
  visitor: "18446744073709551615",
};
const common = { v: 1 as const, url: "https://shop.example/tea" };

test("an event sent twice counts once, even minutes later and over a month's end", async () => {
  const id = mintEventId(new Date());
  const early = eventRow({ ...common, kind: "view", id, age: 0 }, known, {
    at: new Date("2026-11-30T23:59:59Z"),
  });
  const late = eventRow({ ...common, kind: "view", id, age: 0 }, known, {
    at: new Date("2026-12-01T00:01:00Z"),
  });
  const insert = insertEvents(client);
  await insert(Buffer.from(encodeRows([late])), "late");
  await insert(Buffer.from(encodeRows([early])), "early");
  expect(
    await ask(`select toString(at) at, toString(visitor) visitor from event final where id = '${id}'`),
  ).toEqual([{ at: "2026-11-30 23:59:59.000", visitor: known.visitor }]);
});

test("of an engage that is sent each time the page is left, the longest stays", async () => {
  const id = mintEventId(new Date());
  const parent = mintEventId(new Date());
  const engage = (visibleMs: number) =>
    eventRow({ ...common, kind: "engage", id, age: 0, parent, visibleMs, scrollPercent: 50 }, known, {
      at: new Date(),
    });
  const insert = insertEvents(client);
  await insert(Buffer.from(encodeRows([engage(9000)])), "engage-2");
  await insert(Buffer.from(encodeRows([engage(4000)])), "engage-1");
  expect(await ask(`select visible_ms from event final where id = '${parent}'`)).toEqual([
    { visible_ms: 9000 },
  ]);
});

test("the log carries events to the store, and a batch that is sent again changes nothing", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-log-"));
  const sent: { readonly rows: Buffer; readonly token: string }[] = [];
  const insert = insertEvents(client);
  try {
    await using log = await openEventLog({
      dataDir,
      logger: silent,
      insert: async (rows, token) => {
        sent.push({ rows, token });
        await insert(rows, token);
      },
    });
    const ids = Array.from({ length: 300 }, () => mintEventId(new Date()));
    await Promise.all(
      ids.map((id) =>
        log.append([
          eventRow(
            {
              ...common,
              kind: "goal",
              id,
              age: 5,
              name: "order",
              value: 12.5,
              currency: "EUR",
              props: { a: "ю" },
            },
            known,
            { at: new Date() },
          ),
        ]),
      ),
    );
    expect(await log.flush()).toBe(true);
    expect(log.unflushedBytes()).toBe(0);
    for (const { rows, token } of sent) await insert(rows, token);
    expect(
      await ask("select count() n, sum(value) value, any(props) props from event where kind = 'goal'"),
    ).toEqual([{ n: 300, value: 3750, props: '{"a":"ю"}' }]);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

test.each([
  ["a lone surrogate", { title: "tea \ud800 cup \udc00" }],
  ["a zero byte", { title: "tea\0cup", props: { key: "\0" } }],
  ["a backslash before a surrogate's name", { title: "\\ud800 \\\\ud800" }],
  ["line breaks and quotes", { title: 'a\n"b"\r\n\u2028{"c": 1}' }],
  ["an emoji of many parts", { title: "👩‍👩‍👧‍👦" }],
  ["an address in another script", { url: "https://чай.example/%FF%FE/чай?q=%00&utm_source=%ED%A0%80" }],
])("%s in what a page says stops no batch", async (_name, change) => {
  const id = mintEventId(new Date());
  const event = { ...common, kind: "custom" as const, name: "odd", id, age: 0, ...change };
  await insertEvents(client)(Buffer.from(encodeRows([eventRow(event, known, { at: new Date() })])), id);
  const title = "title" in change ? change.title.toWellFormed() : "";
  expect(await ask(`select title from event where id = '${id}'`)).toEqual([{ title }]);
});

test.each([0, 1e-7, 0.1 + 0.2, 999_999_999.9999, 1e9])("a value of %d is kept", async (value) => {
  const id = mintEventId(new Date());
  const event = { ...common, kind: "goal" as const, name: "order", id, age: 0, value, currency: "EUR" };
  await insertEvents(client)(Buffer.from(encodeRows([eventRow(event, known, { at: new Date() })])), id);
  expect(await ask(`select round(value, 2) value from event where id = '${id}'`)).toEqual([
    { value: Math.round(value * 100) / 100 },
  ]);
});
