import { Hono } from "hono";
import { type VisitorsDoor, visitorsDoor } from "#src/ground/sites/index.ts";
import { identityRoutes } from "./identity-routes.ts";
import { feedRoutes, pageRoutes } from "./pages/index.ts";
import { pollRoutes } from "./poll-routes.ts";
import { reactionRoutes } from "./reaction-routes.ts";
import { readingRoutes } from "./reading-routes.ts";
import type { TalkParts } from "./visitor.ts";
import { writingRoutes } from "./writing-routes.ts";

const rooms = [
  readingRoutes,
  writingRoutes,
  reactionRoutes,
  pollRoutes,
  identityRoutes,
  pageRoutes,
  feedRoutes,
];

/** What visitors' elements ask of the talk, below `/talk/:site`; `talk-schema.ts` says what there is. */
export function talkRoutes(parts: TalkParts): (app: Hono) => void {
  const talk = new Hono<VisitorsDoor>();
  talk.use("*", visitorsDoor(parts.house), async (c, next) => {
    await next();
    // Each reader sees his own: nobody between him and us may keep an answer.
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
  });
  talk.use("*", ...parts.guards);
  for (const routes of rooms) routes(talk, parts);
  return (app) => void app.route("/talk/:site", talk);
}
