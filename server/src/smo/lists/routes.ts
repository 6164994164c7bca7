import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { VisitorEvents } from "#src/ground/events/index.ts";
import { type VisitedSite, type VisitorsDoor, visitorsDoor } from "#src/ground/sites/index.ts";
import type { House } from "#src/platform/operation/house.ts";
import type { Tongue } from "#src/platform/say.ts";
import { jsonOf, parseAsked } from "#src/platform/operation/parse-asked.ts";
import { listPiece } from "./list-piece.ts";
import { ListAsked, type ListItem, ListKey } from "./schema.ts";
import type { ListServer } from "./serve-list.ts";

/** The same items in the same order, with the titles that this visitor is to see. */
export type Retitle = (asked: {
  readonly site: VisitedSite;
  readonly visitor: string;
  readonly items: readonly ListItem[];
}) => Promise<readonly ListItem[]>;

export interface ListParts {
  readonly house: Pick<House, "database" | "publicUrl">;
  readonly server: ListServer;
  readonly visitors: Pick<VisitorEvents, "visitorOf">;
  /** The language that a visitor reads. */
  readonly tongueOf: (c: Context) => Tongue;
  /** Gives a visitor the titles of pages that are being tested. */
  readonly retitle: Retitle;
  /** What every request passes behind the door: how many there may be, and how large. */
  readonly guards: readonly MiddlewareHandler[];
}

/**
 * `POST /lists/:site/:list` with `ListAsked` answers `ListAnswer`: what an element asks for its visitor, who may be in
 * the hold-out. `GET` with the same in the query is the list for everybody: JSON, or with `format=html` a piece of HTML
 * for the page's own server to put in, so that it is there without JavaScript and for search engines. It is the same
 * for all, so caches may keep it for half a minute.
 */
export function listRoutes({
  house,
  server,
  visitors,
  tongueOf,
  retitle,
  guards,
}: ListParts): (app: Hono) => void {
  const lists = new Hono<VisitorsDoor>();
  lists.use("*", visitorsDoor(house), ...guards);
  lists.post("/:list", async (c) => {
    const { visit, ...asked } = parseAsked(ListAsked, await jsonOf(c));
    const site = c.get("site");
    const isMeasured = visit !== undefined && !visit.own;
    const visitor = isMeasured ? await visitors.visitorOf(c, { site, visit }) : undefined;
    const answer = await server.serve({
      site,
      list: parseAsked(ListKey, c.req.param("list")),
      asked,
      visitor,
      hasConsented: visit?.visitor !== undefined,
      language: tongueOf(c).language,
    });
    c.header("Cache-Control", "private, no-store");
    if (visitor === undefined) return c.json(answer);
    return c.json({ ...answer, items: await retitle({ site, visitor, items: answer.items }) });
  });
  lists.get("/:list", async (c) => {
    const { visit: _, ...asked } = parseAsked(ListAsked, {
      ...c.req.query(),
      read: c.req.queries("read") ?? [],
    });
    const { language } = tongueOf(c);
    const answer = await server.serve({
      site: c.get("site"),
      list: parseAsked(ListKey, c.req.param("list")),
      asked,
      visitor: undefined,
      hasConsented: false,
      language,
    });
    c.header("Cache-Control", "public, max-age=30");
    c.header("Vary", "Accept-Language", { append: true });
    return c.req.query("format") === "html" ? c.html(listPiece(answer, language)) : c.json(answer);
  });
  return (app) => void app.route("/lists/:site", lists);
}
