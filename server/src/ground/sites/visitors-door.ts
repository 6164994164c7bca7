import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { type Database, wholeHouse } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import { originsOf } from "./site-finder.ts";

/** The site whose visitor knocks. */
export interface VisitedSite {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly key: string;
  /** Scheme and host; `origins` adds the same with and without `www.`. */
  readonly origin: string;
  readonly origins: readonly string[];
}

/** What a route behind the door finds with `c.get("site")`. */
export interface VisitorsDoor {
  readonly Variables: { readonly site: VisitedSite };
}

interface DoorDeps {
  readonly database: Pick<Database, "transact">;
  readonly publicUrl: string;
}

const siteTtlMs = 60_000;
const noSiteTtlMs = 2000;

/**
 * The door of everything that visitors of the owner's pages ask (`/talk/:site/…`, `/lists/:site/…`): `:site` is the
 * site's public key. Pages of the site's own origins may ask and read the answer, and so may pages of our own; a
 * page of anywhere else is refused. A request that states no origin (a server that puts comments into its page, a
 * feed reader) may only look. No cookie is read or set here.
 */
export function visitorsDoor({ database, publicUrl }: DoorDeps) {
  const findSite = createVisitedSiteFinder(database);
  const own = new URL(publicUrl).origin;
  return createMiddleware<VisitorsDoor>(async (c, next) => {
    const key = c.req.param("site") ?? "";
    const site = await findSite(key);
    const origin = c.req.header("origin");
    // On refusals too: a page must be able to read why.
    if (origin !== undefined) c.header("Access-Control-Allow-Origin", origin);
    c.header("Vary", "Origin", { append: true });
    if (!site) {
      throw new Problem("not_found", say`No site has the key "${key}"`, {
        hint: say`Copy the embed line from the site's page in Samovar`,
      });
    }
    if (c.req.method === "OPTIONS") return preflight(c);
    checkOrigin(site, { origin, own, method: c.req.method });
    c.set("site", site);
    return next();
  });
}

interface Knock {
  readonly origin: string | undefined;
  readonly own: string;
  readonly method: string;
}

/** A page of the site, or of our own; whoever states no origin may only look. Throws `forbidden`. */
function checkOrigin(site: VisitedSite, { origin, own, method }: Knock): void {
  if (origin === undefined ? /^(GET|HEAD)$/.test(method) : origin === own || site.origins.includes(origin))
    return;
  throw new Problem("forbidden", say`Pages of ${origin ?? "an unnamed origin"} don't speak for this site`, {
    hint: say`Put the element on a page of ${site.origins.join(", ")}`,
  });
}

function preflight(c: Context): Response {
  c.header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
  c.header("Access-Control-Allow-Headers", "content-type, authorization");
  c.header("Access-Control-Max-Age", "86400");
  return c.body(null, 204);
}

function createVisitedSiteFinder(database: DoorDeps["database"]) {
  const known = new TtlCache<Promise<VisitedSite | undefined>>({ maxEntries: 10_000 });
  return (key: string): Promise<VisitedSite | undefined> => {
    const before = known.get(key);
    if (before) return before;
    const asked = findVisitedSite(database, key);
    known.set(key, asked, siteTtlMs);
    asked.then(
      (site) => !site && known.set(key, asked, noSiteTtlMs),
      () => known.delete(key),
    );
    return asked;
  };
}

function findVisitedSite(database: DoorDeps["database"], key: string): Promise<VisitedSite | undefined> {
  return database.transact(wholeHouse, async (db) => {
    const site = await db
      .selectFrom("site")
      .select(["id", "workspaceId", "name", "origin", "siteKey"])
      .where("siteKey", "=", key)
      .executeTakeFirst();
    return site && { ...site, key: site.siteKey, origins: originsOf(site.origin) };
  });
}
