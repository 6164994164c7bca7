import { type Database, wholeHouse } from "#src/platform/database/database.ts";

/** Looks a site up by its public key, over the whole house: what the event endpoint needs of it. */
export function createSiteFinder(database: Pick<Database, "transact">) {
  return (key: string) =>
    database.transact(wholeHouse, async (db) => {
      const site = await db
        .selectFrom("site")
        .select(["id", "workspaceId", "origin"])
        .where("siteKey", "=", key)
        .executeTakeFirst();
      return site && { id: site.id, workspaceId: site.workspaceId, origins: originsOf(site.origin) };
    });
}

/** A site answers with and without `www.`, and its pages are the same. */
export function originsOf(origin: string): readonly string[] {
  const { protocol, host } = new URL(origin);
  const other = host.startsWith("www.") ? host.slice(4) : `www.${host}`;
  return [origin, `${protocol}//${other}`];
}
