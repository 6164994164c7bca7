import type { Context } from "hono";
import { callerOf, type Identity } from "#src/ground/accounts/index.ts";
import {
  type Asked,
  type ClientAddress,
  createClientAddress,
  createIngest,
  type Door,
  type EventLog,
  type FindLearned,
  postgresSaltStore,
  VisitorHasher,
} from "#src/ground/events/index.ts";
import { createLinkFinder, createRedirect } from "#src/ground/links/index.ts";
import { createSiteFinder } from "#src/ground/sites/index.ts";
import type { House } from "#src/platform/operation/house.ts";
import { createAddressOf } from "./address.ts";
import { countCalls, eventsRate } from "./rate-limit.ts";

interface DoorParts {
  readonly house: House;
  readonly identity: Identity;
  readonly eventLog: EventLog;
  readonly trustedProxies: readonly string[];
  /** The header in which a trusted proxy tells the visitor's country, small letters; empty: none. */
  readonly countryHeader?: string;
  readonly findLearned?: FindLearned;
}

/** The two busiest ways in, and what the other public routes share with them. */
export interface PublicDoors {
  readonly ingest: Door;
  readonly redirect: Door;
  readonly clientAddress: ClientAddress;
  readonly addressOf: (context: Context) => string | undefined;
  readonly visitors: VisitorHasher;
}

export function publicDoors(parts: DoorParts): PublicDoors {
  const { house, eventLog } = parts;
  const visitors = new VisitorHasher(postgresSaltStore(house.database), house.now);
  const shared = {
    log: eventLog,
    visitors,
    now: house.now,
    countryOf: countryBy(parts.countryHeader ?? ""),
    findLearned: parts.findLearned,
  };
  const ingest = createIngest({
    ...shared,
    findSite: createSiteFinder(house.database),
    findServer: findServerBy(parts),
  });
  const count = countCalls(eventsRate.perMinute, house.now);
  return {
    ingest: {
      ...ingest,
      async open(asked) {
        count(strangerOf(asked.address));
        return ingest.open(asked);
      },
    },
    redirect: createRedirect({
      ...shared,
      findLink: createLinkFinder(house.database),
      logger: house.log,
    }),
    clientAddress: createClientAddress(parts.trustedProxies),
    addressOf: createAddressOf(parts.trustedProxies),
    visitors,
  };
}

/** A loopback address is a proxy of ours that nobody has named in TRUSTED_PROXIES: all readers come from it. */
export const strangerOf = (address: string | undefined) =>
  address === undefined || /^(::ffff:)?127\.|^::1$/.test(address) ? undefined : address;

/** XX and T1 are what proxies say for "unknown" and for the Tor network. */
function countryBy(header: string) {
  return (asked: Pick<Asked, "header" | "isFromProxy">): string => {
    if (header === "" || asked.isFromProxy?.() !== true) return "";
    const told = asked.header(header)?.trim().toUpperCase() ?? "";
    return /^[A-Z]{2}$/.test(told) && told !== "XX" ? told : "";
  };
}

/** A server of the owner's that sends events signs with an API key that has the scope `events.write`. */
function findServerBy({ house, identity }: Pick<DoorParts, "house" | "identity">) {
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
