import type { Db } from "#src/platform/database/database.ts";
import type { Context } from "#src/platform/operation/context.ts";

interface ChosenTitle {
  readonly siteId: string;
  readonly path: string;
  readonly title: string;
}

/** From now on the page's tags say this title, whatever the page itself says. */
export async function choosePageTitle(
  { db, now }: Pick<Context, "db" | "now">,
  { siteId, path, title }: ChosenTitle,
): Promise<void> {
  const chosen = { title, chosenAt: now() };
  await db
    .insertInto("sitePageTitle")
    .values({ siteId, path, ...chosen })
    .onConflict((before) => before.columns(["siteId", "path"]).doUpdateSet(chosen))
    .execute();
}

/** The title that was chosen for a page, if one was. */
export async function findPageTitle(
  db: Db,
  { siteId, url }: { readonly siteId: string; readonly url: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("sitePageTitle")
    .select("title")
    .where("siteId", "=", siteId)
    .where("path", "=", new URL(url).pathname)
    .executeTakeFirst();
  return row?.title;
}
