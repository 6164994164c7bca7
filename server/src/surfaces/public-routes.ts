import { fileURLToPath } from "node:url";
import type { Context, Hono } from "hono";
import { callerOf, type Identity } from "#src/ground/accounts/index.ts";
import { createVisitorEvents, doorRoute, type EventLog } from "#src/ground/events/index.ts";
import { mediaRoutes } from "#src/ground/media/index.ts";
import { type AssignTitles, createTitleAssigner } from "#src/loop/headlines/index.ts";
import { visitExportRoutes } from "#src/loop/reports/index.ts";
import type { House } from "#src/platform/operation/house.ts";
import { channelRoutes } from "#src/smm/channels/index.ts";
import { answerRoutes } from "#src/smo/answers/index.ts";
import { cardRoutes, createCardPrinter } from "#src/smo/cards/index.ts";
import { commentExportRoutes, noticeRoutes, talkRoutes } from "#src/smo/comments/index.ts";
import { createListServer, listRoutes, type Retitle } from "#src/smo/lists/index.ts";
import { welcomeRoutes } from "#src/smo/welcome/index.ts";
import { subscriptionRoutes } from "#src/smo/subscriptions/index.ts";
import { adminRoute } from "./admin.ts";
import { limitBody, maxTalkBytes } from "./limit-body.ts";
import { answersRate, cardsRate, eventsRate, listsRate, rateLimit, talkRate } from "./rate-limit.ts";
import { widgetsSurface } from "./widgets.ts";
import { type PublicDoors, strangerOf } from "./public-doors.ts";
import { tongueOf } from "./words/tongue-of.ts";

interface PublicParts {
  readonly house: House;
  readonly identity: Identity;
  readonly eventLog: EventLog;
  readonly doors: PublicDoors;
}

const widgetsFolder = fileURLToPath(new URL("../../../widgets/dist", import.meta.url));

/** What the owner's visitors meet: short links, events in, and the scripts of the site. */
export async function publicRoutes(parts: PublicParts): Promise<readonly ((app: Hono) => void)[]> {
  const { house, eventLog, doors } = parts;
  const { addressOf, visitors } = doors;
  const shared = { log: eventLog, visitors, now: house.now, addressOf };
  const rate = { ...eventsRate, addressOf: (c: Context) => strangerOf(addressOf(c)), now: house.now };
  const widgets = await widgetsSurface(widgetsFolder);
  const listParts = {
    house,
    server: createListServer(house),
    tongueOf,
    visitors: createVisitorEvents(shared),
    retitle: retitleBy(createTitleAssigner(house.database)),
    guards: [rateLimit({ ...rate, ...listsRate }), limitBody(maxTalkBytes)],
  };
  return [
    (app) => app.get("/l/:slug", doorRoute(doors.redirect, addressOf)),
    (app) => app.on(["POST", "OPTIONS"], "/e", doorRoute(doors.ingest, addressOf)),
    (app) => app.route("/w", widgets),
    mediaRoutes({ house, callerOf: readerBy(parts) }),
    commentExportRoutes({ house, callerOf: readerBy(parts) }),
    visitExportRoutes({ house, callerOf: readerBy(parts) }),
    channelRoutes(house),
    (app) => app.use("/card/*", rateLimit({ ...rate, ...cardsRate })),
    cardRoutes({ house, printer: createCardPrinter() }),
    talkRoutes({
      house,
      addressOf,
      tongueOf,
      visitors: createVisitorEvents(shared),
      guards: [rateLimit({ ...rate, ...talkRate }), limitBody(maxTalkBytes)],
    }),
    subscriptionRoutes({
      house,
      visitors: createVisitorEvents(shared),
      addressOf: rate.addressOf,
      guards: [rateLimit({ ...rate, ...talkRate }), limitBody(maxTalkBytes)],
    }),
    noticeRoutes({ house, guards: [rateLimit({ ...rate, ...talkRate }), limitBody(maxTalkBytes)] }),
    listRoutes(listParts),
    welcomeRoutes(listParts),
    answerRoutes({
      house,
      tongueOf,
      visitors: createVisitorEvents(shared),
      addressOf: rate.addressOf,
      guards: [rateLimit({ ...rate, ...answersRate }), limitBody(maxTalkBytes)],
    }),
    adminRoute(),
  ];
}

/** Lists know nothing of headline tests: the two meet here. */
function retitleBy(assign: AssignTitles): Retitle {
  return async ({ site, visitor, items }) => {
    const paths = items.map(({ url }) => new URL(url).pathname);
    const assigned = await assign({ site, visitor, paths });
    return items.map((item, at) => {
      const found = assigned.get(paths[at] ?? "");
      return found ? { ...item, title: found.title, headline: { test: found.test, arm: found.arm } } : item;
    });
  };
}

/** Who reads a file: it changes nothing, so no page's origin matters. */
function readerBy({ house, identity }: PublicParts) {
  const door = {
    database: house.database,
    identity,
    publicUrl: house.publicUrl,
    trustedOrigins: [],
    now: house.now,
  };
  return (request: Request) => callerOf(door, { request, address: undefined, surface: "http" });
}
