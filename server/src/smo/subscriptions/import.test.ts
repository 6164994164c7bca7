import { expect, test } from "vitest";
import { z } from "zod";
import { readCsv } from "#src/platform/csv/read-csv.ts";
import { createApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { readImport } from "./read-import.ts";

const statement = "They ticked a box on our old newsletter's form in 2024";
const Answer = z.object({
  rows: z.int(),
  added: z.int(),
  known: z.int(),
  suppressed: z.int(),
  repeated: z.int(),
  faultyCount: z.int(),
  faulty: z.array(z.object({ line: z.int(), value: z.string(), reason: z.string() })),
});

test("each row that can't be taken is named with its line, its value and the reason", () => {
  const topic = { id: "0192f0c1-2345-7abc-8def-0123456789ab", name: "Black tea", about: null };
  const csv = [
    "Почта,language,frequency,topics,confirmed_at",
    "good@home.example,ru-RU,weekly,black TEA,2024-05-01",
    "no address,,,,",
    "a@home.example,fr,,,",
    "b@home.example,,hourly,,",
    "c@home.example,,,Coffee,",
    "d@home.example,,,,2999-01-01",
    "e@home.example\u0000,,,,",
    "GOOD@home.example,,,,",
  ].join("\n");
  const { rows, faulty, repeated } = readImport(csv, {
    language: "en",
    frequencies: ["daily", "weekly"],
    topics: [topic],
  });
  expect(rows).toMatchObject([
    { address: "good@home.example", language: "ru", frequency: "weekly", topicIds: [topic.id] },
  ]);
  expect(repeated).toBe(1);
  expect(faulty.map(({ line, value, reason }) => [line, value, reason.split(";")[0]])).toEqual([
    [3, "no address", "is no e-mail address"],
    [4, "fr", "is no language of letters"],
    [5, "hourly", "is no frequency"],
    [6, "Coffee", "is no topic of this site"],
    [7, "2999-01-01", "is no time in the past, such as 2025-01-31T12:00:00Z"],
    [8, "e@home.example\u0000", "is no e-mail address"],
  ]);
});

test("ten thousand are tried without keeping anything, then taken once, and given out again", async () => {
  await using app = await createApp();
  const { id } = await read(
    app.owner.post("/api/sites", { name: "Tea", origin: "https://tea.example" }),
    z.object({ id: z.uuid() }),
  );
  const addresses = Array.from({ length: 10_000 }, (_, index) => `reader${index}@home.example`);
  await app.owner.post("/api/mail-suppressions", { address: "reader7@home.example" });
  const csv = ["email", ...addresses, "broken"].join("\n");
  const short = await app.owner.post(`/api/sites/${id}/subscriber-imports`, {
    csv,
    statement: "they agreed",
  });
  expect(short.status).toBe(400);
  const tried = await read(
    app.owner.post(`/api/sites/${id}/subscriber-import-checks`, { csv, statement }),
    Answer,
  );
  expect(tried).toMatchObject({ rows: 10_001, added: 9999, suppressed: 1, known: 0, faultyCount: 1 });
  expect(tried.faulty).toEqual([{ line: 10_002, value: "broken", reason: "is no e-mail address" }]);
  const Growth = z.object({ confirmed: z.int(), days: z.array(z.object({ joined: z.int() })) });
  const growth = () => read(app.owner.get(`/api/sites/${id}/subscriber-growth?days=7`), Growth);
  expect((await growth()).confirmed).toBe(0);
  const taken = await read(app.owner.post(`/api/sites/${id}/subscriber-imports`, { csv, statement }), Answer);
  expect(taken.added).toBe(9999);
  const again = await read(app.owner.post(`/api/sites/${id}/subscriber-imports`, { csv, statement }), Answer);
  expect(again).toMatchObject({ added: 0, known: 9999 });
  expect(await growth()).toMatchObject({ confirmed: 9999, days: [{ joined: 9999 }] });
  const sources = await read(
    app.owner.get(`/api/sites/${id}/subscriber-sources`),
    z.object({ ways: z.array(z.object({ name: z.string(), subscribers: z.int() })) }),
  );
  expect(sources.ways).toEqual([{ name: "import", subscribers: 9999 }]);
  // exportSubscribers gives it out in parts.
  const Part = z.object({ csv: z.string(), next: z.string().nullable() });
  const first = await read(app.owner.get(`/api/sites/${id}/subscriber-export?state=confirmed`), Part);
  const second = await read(app.owner.get(`/api/sites/${id}/subscriber-export?after=${first.next}`), Part);
  expect(readCsv(first.csv).length + readCsv(second.csv).length - 2).toBe(9999);
  expect(second.next).toBeNull();
  const history = await (await app.owner.get("/api/history")).text();
  expect(history).toContain("importSubscribers");
  expect(history).not.toContain("reader1@home.example");
});
