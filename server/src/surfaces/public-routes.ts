import { fileURLToPath } from "node:url";
import type { Context, Hono } from "hono";
import { callerOf, type Identity } from "#src/ground/accounts/index.ts";
import {
  createIngest,
  createVisitorEvents,
  type EventLog,
  postgresSaltStore,
  VisitorHasher,
} from "#src/ground/events/index.ts";
import { createLinkFinder, createRedirect } from "#src/ground/links/index.ts";
import { mediaRoutes } from "#src/ground/media/index.ts";
import { createSiteFinder } from "#src/ground/sites/index.ts";
import type { House } from "#src/platform/operation/house.ts";
import { channelRoutes } from "#src/smm/channels/index.ts";
import { cardRoutes, createCardPrinter } from "#src/smo/cards/index.ts";
import { talkRoutes } from "#src/smo/comments/index.ts";
import { listRoutes } from "#src/smo/lists/index.ts";
import { createAddressOf } from "./address.ts";
import { adminRoute } from "./admin.ts";
import { limitBody, maxTalkBytes } from "./limit-body.ts";
import { cardsRate, eventsRate, listsRate, rateLimit, talkRate } from "./rate-limit.ts";
import { widgetsSurface } from "./widgets.ts";
import { tongueOf } from "./words/tongue-of.ts";

interface PublicParts {
  readonly house: House;
  readonly identity: Identity;
  readonly eventLog: EventLog;
  readonly trustedProxies: readonly string[];
}

const widgetsFolder = fileURLToPath(new URL("../../../widgets/dist", import.meta.url));

/** What the owner's visitors meet: short links, events in, and the scripts of the site. */
export async function publicRoutes(parts: PublicParts): Promise<readonly ((app: Hono) => void)[]> {
  const { house, eventLog } = parts;
  const addressOf = createAddressOf(parts.trustedProxies);
  const visitors = new VisitorHasher(postgresSaltStore(house.database), house.now);
  const shared = { log: eventLog, visitors, now: house.now, addressOf };
  const redirect = createRedirect({
    ...shared,
    findLink: createLinkFinder(house.database),
    logger: house.log,
  });
  const ingest = createIngest({
    ...shared,
    findSite: createSiteFinder(house.database),
    findServer: findServerBy(parts),
  });
  const rate = { ...eventsRate, addressOf: (c: Context) => strangerOf(addressOf(c)), now: house.now };
  const widgets = await widgetsSurface(widgetsFolder);
  return [
    (app) => app.get("/l/:slug", redirect),
    (app) => app.on(["POST", "OPTIONS"], "/e", rateLimit(rate), ingest),
    (app) => app.route("/w", widgets),
    mediaRoutes({ house, callerOf: readerBy(parts) }),
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
    listRoutes({
      house,
      tongueOf,
      visitors: createVisitorEvents(shared),
      guards: [rateLimit({ ...rate, ...listsRate }), limitBody(maxTalkBytes)],
    }),
    adminRoute(),
  ];
}

/** A loopback address is a proxy of ours that nobody has named in TRUSTED_PROXIES: all readers come from it. */
const strangerOf = (address: string | undefined) =>
  address === undefined || /^(::ffff:)?127\.|^::1$/.test(address) ? undefined : address;

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

/** A server of the owner's that sends events signs with an API key that has the scope `events.write`. */
function findServerBy({ house, identity }: PublicParts) {
  const door = {
    database: house.database,
    identity,
    publicUrl: house.publicUrl,
    trustedOrigins: [],
    now: house.now,
  };
  return async (authorization: string) => {
    const request = new Request(house.publicUrl, { headers: { Authorization: authorization } });
    const caller = await callerOf(door, { request, address: undefined, surface: "http" });
    return caller.workspace && caller.permissions.has("events.write")
      ? { workspaceId: caller.workspace.id }
      : undefined;
  };
}
