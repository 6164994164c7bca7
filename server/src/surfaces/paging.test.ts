import { expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { join, read } from "#src/testing/people.ts";

const Page = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() });
const idOf = (row: Readonly<Record<string, unknown>>) => String(row["id"] ?? row["personId"]);

/** Lists, and what adds a row to each. Lists that only the outside can fill are tested with their features. */
const fillers: Readonly<Record<string, (app: TestApp, index: number) => Promise<unknown>>> = {
  "/api/sites": (app, index) =>
    app.owner.post("/api/sites", { name: `S${index}`, origin: `https://s${index}.example` }),
  "/api/api-keys": (app, index) => app.owner.post("/api/api-keys", { name: `K${index}`, scopes: ["read"] }),
  "/api/invitations": (app) => app.owner.post("/api/invitations", { role: "viewer" }),
  "/api/history": (app, index) => app.owner.patch("/api/workspace", { name: `W${index}` }),
  "/api/links": (app, index) => app.owner.post("/api/links", { url: `https://l.example/${index}` }),
};

async function walk(app: TestApp, path: string, between: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  for (let after = ""; ;) {
    const page = await read(app.owner.get(`${path}?limit=3${after}`), Page);
    expect(page.items.length).toBeLessThanOrEqual(3);
    seen.push(...page.items.map(idOf));
    if (page.next === null) return seen;
    after = `&after=${page.next}`;
    await between();
  }
}

test.each(Object.keys(fillers))("%s shows each row once, also while rows are added", async (path) => {
  await using app = await createApp();
  const fill = fillers[path];
  for (let index = 0; index < 8; index += 1) await fill?.(app, index);
  const before = await walk(app, path, () => Promise.resolve());
  let index = 100;
  const walked = await walk(app, path, async () => fill?.(app, (index += 1)));
  expect(new Set(walked).size).toBe(walked.length);
  expect(before.filter((id) => !walked.includes(id))).toEqual([]);
});

test("members too are listed page by page", async () => {
  await using app = await createApp();
  for (let index = 0; index < 4; index += 1) await join(app, app.owner, "viewer");
  const walked = await walk(app, "/api/members", () => Promise.resolve());
  expect(new Set(walked).size).toBe(5);
});

test("every list that has pages takes limit and after, newest first, 1 to 100 at once", async () => {
  await using app = await createApp();
  const lists = app.features
    .flatMap(({ operations }) => operations)
    .filter(
      ({ input, output }) =>
        "after" in input.shape || JSON.stringify(Object.keys(Object(output).shape ?? {})).includes('"next"'),
    );
  expect(lists.length).toBeGreaterThan(5);
  for (const asked of lists) {
    expect(Object.keys(asked.input.shape), asked.id).toEqual(expect.arrayContaining(["limit", "after"]));
    expect(Object.keys(Object(asked.output).shape), asked.id).toEqual(
      expect.arrayContaining([asked.id === "exportSubscribers" ? "csv" : "items", "next"]),
    );
  }
  for (const limit of ["0", "101", "x", "1.5", ""]) {
    const answer = await app.owner.get(`/api/sites?limit=${limit}`);
    expect(answer.status, limit).toBe(400);
  }
  expect((await app.owner.get("/api/sites?after=last")).status).toBe(400);
});
