import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { VisitorEvents } from "#src/ground/events/index.ts";
import { type VisitorsDoor, visitorsDoor } from "#src/ground/sites/index.ts";
import type { House } from "#src/platform/operation/house.ts";
import type { Tongue } from "#src/platform/say.ts";
import { jsonOf, parseAsked } from "#src/platform/operation/parse-asked.ts";
import { type ListServer, pathOf } from "#src/smo/lists/index.ts";
import { greet } from "./greet.ts";
import { Arrived } from "./schema.ts";

interface WelcomeParts {
  readonly house: Pick<House, "database" | "events" | "publicUrl" | "now">;
  readonly server: ListServer;
  readonly visitors: VisitorEvents;
  /** The language that a visitor reads. */
  readonly tongueOf: (c: Context) => Tongue;
  /** What every request passes behind the door: how many there may be, and how large. */
  readonly guards: readonly MiddlewareHandler[];
}

/**
 * `POST /welcome/:site` with `Arrived` answers a `Greeting`, or 204 where nobody is greeted: who came by no link that is
 * followed, was greeted before, falls under no rule, or is in the rule's hold-out. That he was greeted or held out is
 * recorded here, as the event `welcome.shown`.
 */
export function welcomeRoutes(parts: WelcomeParts): (app: Hono) => void {
  const { house, visitors, tongueOf, guards } = parts;
  const welcome = new Hono<VisitorsDoor>();
  welcome.use("*", visitorsDoor(house), ...guards);
  welcome.post("/", async (c) => {
    const { page, visit } = parseAsked(Arrived, await jsonOf(c));
    const site = c.get("site");
    c.header("Cache-Control", "private, no-store");
    if (visit?.s === undefined || visit.own || pathOf(page, site.origins) === undefined)
      return c.body(null, 204);
    const greeted = await greet(parts, {
      site,
      page,
      visit: { ...visit, s: visit.s },
      visitor: await visitors.visitorOf(c, { site, visit }),
      language: tongueOf(c).language,
    });
    if (!greeted) return c.body(null, 204);
    const props = { welcome: greeted.ruleId, arm: greeted.arm };
    await visitors.record(c, {
      site,
      visit,
      event: { kind: "custom", name: "welcome.shown", url: page, props },
    });
    return greeted.greeting ? c.json(greeted.greeting) : c.body(null, 204);
  });
  return (app) => void app.route("/welcome/:site", welcome);
}
