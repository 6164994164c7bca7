import { sql } from "kysely";
import { Problem } from "#src/platform/problem.ts";
import type { Database } from "./database.ts";

/** A role that row-level security does not bind would show every workspace's rows to everybody. Throws `Problem`. */
export async function refuseAllSeeingRole({ kysely }: Pick<Database, "kysely">): Promise<void> {
  const { rows } = await sql<{ name: string; seesAll: boolean }>`
    select rolname as name, rolsuper or rolbypassrls as sees_all from pg_roles where rolname = current_user
  `.execute(kysely);
  const [role] = rows;
  if (!role?.seesAll) return;
  throw new Problem(
    "unavailable",
    `The Postgres role "${role.name}" is a superuser or has BYPASSRLS: it would see every workspace's rows`,
    {
      hint: `Make one for Samovar: create role samovar login password '…'; create database samovar owner samovar; and put it into DATABASE_URL`,
    },
  );
}
