import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { createApp } from "#src/testing/create-app.ts";
import { sourceFolder } from "#src/testing/stores.ts";
import { refuseAllSeeingRole } from "./refuse-all-seeing-role.ts";

test("a transaction that throws leaves nothing, and its connection carries no workspace on", async () => {
  await using app = await createApp();
  const { database } = app.house;
  const id = crypto.randomUUID();
  const failing = database.transact("*", async (db) => {
    await db.insertInto("workspace").values({ id, name: "Gone", timeZone: "UTC" }).execute();
    throw new Error("on second thought");
  });
  await expect(failing).rejects.toThrow("on second thought");
  const found = await database.transact("*", (db) =>
    db.selectFrom("workspace").select("id").where("id", "=", id).execute(),
  );
  expect(found).toEqual([]);
  const left = await sql<{
    workspace: string | null;
  }>`select nullif(current_setting('samovar.workspace', true), '') as workspace`.execute(database.kysely);
  expect(left.rows).toEqual([{ workspace: null }]);
});

test("the house works as a role that row-level security binds, and refuses one that it does not", async () => {
  await using app = await createApp();
  await expect(refuseAllSeeingRole(app.house.database)).resolves.toBeUndefined();
  const asSuperuser = app.house.database.transact("*", async (db) => {
    // Temporary tables go before the catalogue's.
    await sql`create temporary table pg_roles on commit drop as
      select current_user::text as rolname, true as rolsuper, false as rolbypassrls`.execute(db);
    await refuseAllSeeingRole({ kysely: db });
  });
  await expect(asSuperuser).rejects.toMatchObject({
    code: "unavailable",
    hint: expect.stringContaining("create role samovar"),
  });
});

test("migrations are numbered over the whole house: no number twice", async () => {
  const files = await readdir(sourceFolder, { recursive: true });
  const names = files
    .map((file) => basename(file))
    .filter((name) => /^\d{4}-.*\.sql$/.test(name) && !name.endsWith(".ch.sql"));
  const numbers = names.map((name) => name.slice(0, 4));
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(numbers).size).toBe(numbers.length);
});
