import { wholeHouse } from "#src/platform/database/database.ts";
import type { TestApp } from "#src/testing/create-app.ts";
import type { World } from "./random-events.ts";

/** Makes a world's sites known to the house: a question about a site that is not there is refused. */
export async function registerSites(app: TestApp, world: World): Promise<void> {
  await app.house.database.transact(wholeHouse, (db) =>
    db
      .insertInto("site")
      .values(
        world.siteIds.map((id, nth) => ({
          id,
          workspaceId: world.workspaceId,
          name: `Site ${nth}`,
          origin: `https://site-${nth}.example`,
          siteKey: `key-of-${id}`,
          proofToken: `token-of-${id}`,
          createdAt: new Date(world.beginsAt),
        })),
      )
      .execute(),
  );
}
