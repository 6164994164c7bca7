import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Database } from "#src/platform/database/database.ts";
import { ask } from "#src/testing/ask.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { openWorkspace } from "#src/testing/people.ts";
import { sampleInput } from "#src/testing/sample-input.ts";
import type { TestClient } from "#src/testing/test-client.ts";
import { inputSchema, type JsonSchema } from "./json-schema.ts";

/**
 * Tables that belong to nobody's workspace: people and how they sign in, the day's salts, what the house as a whole is
 * known by to networks, the index of words by site that leads to passages of a workspace, and what the tools keep for
 * themselves.
 */
const global =
  /^(person|person_\w+|visitor_salt|network_memory|visit_cutting|answer_lexeme|answer_word|kysely_migration|kysely_migration_lock)$/;

async function tables(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
  `.execute(database.kysely);
  return rows.map(({ name }) => name).sort();
}

describe("row-level security", () => {
  test("is forced on every table of a workspace, and every other table is known to be nobody's", async () => {
    await using app = await createApp();
    const { rows } = await sql<{ name: string; forced: boolean; policies: number; owned: boolean }>`
      select relname as name, relrowsecurity and relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies,
        exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'workspace_id') as owned
      from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
    `.execute(app.house.database.kysely);
    const kept = rows.filter(({ owned, name }) => owned || name === "workspace");
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter(({ forced, policies }) => !forced || policies !== 1)).toEqual([]);
    expect(rows.filter(({ name, owned }) => !owned && name !== "workspace" && !global.test(name))).toEqual(
      [],
    );
  });

  test("shows nothing to a transaction that was opened for nothing, nor to one for another workspace", async () => {
    await using app = await createApp();
    await fill(app.owner);
    const { database } = app.house;
    const nobody = "0192f0c1-0000-7000-8000-000000000000";
    for (const table of (await tables(database)).filter((name) => !global.test(name))) {
      const seen = await database.kysely
        .transaction()
        .execute((db) => sql`select 1 from ${sql.table(table)}`.execute(db));
      expect(seen.rows, table).toEqual([]);
      const others = await database.transact(nobody, (db) =>
        sql`select 1 from ${sql.table(table)}`.execute(db),
      );
      expect(others.rows, table).toEqual([]);
    }
  });

  test("lets nobody write a row into another workspace", async () => {
    await using app = await createApp();
    const other = await openWorkspace(app.owner, "Other");
    const me: unknown = await (await app.owner.get("/api/me")).json();
    const own =
      z.object({ workspaces: z.array(z.object({ id: z.string() })) }).parse(me).workspaces[0]?.id ?? "";
    const smuggled = app.house.database.transact(own, (db) =>
      db
        .insertInto("link")
        .values({
          id: crypto.randomUUID(),
          workspaceId: other.id,
          slug: "smuggled",
          url: "https://x.example",
          createdAt: new Date(),
        })
        .execute(),
    );
    await expect(smuggled).rejects.toThrow(/row-level security/);
  });
});

/** Gives a workspace rows of every kind that needs nobody outside. */
async function fill(owner: TestClient): Promise<void> {
  const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const form = new FormData();
  form.set("file", new File([picture], "dot.png", { type: "image/png" }));
  const answers = await Promise.all([
    owner.post("/api/sites", { name: "Theirs", origin: "https://theirs.example" }),
    owner.post("/api/links", { url: "https://theirs.example/a" }),
    owner.post("/api/api-keys", { name: "theirs", scopes: ["read"] }),
    owner.post("/api/invitations", { role: "viewer" }),
    owner.post("/api/media", form),
  ]);
  for (const answer of answers) if (!answer.ok) throw new Error(await answer.text());
}

async function contents(app: TestApp, workspaceId: string): Promise<string> {
  const { database } = app.house;
  const names = (await tables(database)).filter((name) => !global.test(name) && name !== "idempotency");
  const all = await database.transact(workspaceId, async (db) => {
    const rows: unknown[] = [];
    for (const name of names)
      rows.push(name, (await sql`select * from ${sql.table(name)} as t order by t::text`.execute(db)).rows);
    return rows;
  });
  return JSON.stringify(all);
}

async function idsOf(app: TestApp, workspaceId: string): Promise<string[]> {
  const { database } = app.house;
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'
  `.execute(database.kysely);
  return database.transact(workspaceId, async (db) => {
    const found: string[] = [];
    for (const { name } of rows.filter((row) => !["workspace", "history"].includes(row.name))) {
      const ids = await sql<{ id: string }>`select id from ${sql.table(name)} limit 1`.execute(db);
      found.push(...ids.rows.map(({ id }) => id));
    }
    return found;
  });
}

/** Fields by which a thing is meant: all ids but a page's cursor and the filter of the history, which show no row. */
function namesThings(schema: JsonSchema): boolean {
  const text = JSON.stringify({
    ...schema,
    properties: { ...schema.properties, after: undefined, subject: undefined },
  });
  return /"format":"uuid"|"personId"|"channelId"|"mediaIds"/.test(text);
}

test("every operation that names a thing answers not_found to another workspace's id, and changes nothing there", async () => {
  await using app = await createApp();
  const other = await openWorkspace(app.owner, "Other");
  await fill(other.owner);
  const before = await contents(app, other.id);
  const ids = await idsOf(app, other.id);
  expect(ids.length).toBeGreaterThanOrEqual(5);
  const operations = app.features
    .flatMap((feature) => feature.operations)
    .filter((asked) => asked.access !== "public" && namesThings(inputSchema(asked)));
  expect(operations.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const asked of operations) {
    for (const id of ids) {
      const { after: _, subject: __, ...input } = sampleInput(inputSchema(asked), id);
      const answer = await ask(app.owner, asked, { input });
      const text = await answer.text();
      const hidesIt = answer.status === 404 || /"items":\[\]/.test(text);
      if (!hidesIt) wrong.push(`${asked.id} ${answer.status} ${text.slice(0, 120)}`);
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
  expect(await contents(app, other.id)).toBe(before);
});
