import type { Context, MiddlewareHandler } from "hono";
import type { VisitorEvents } from "#src/ground/events/index.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { House } from "#src/platform/operation/house.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { type SubscriberRow, takeSubscriber } from "./change-subscriber.ts";
import { letterPage, paragraph } from "./letter-page.ts";
import { wordsOf } from "./letters-words.ts";
import type { Language } from "./letters-schema.ts";
import { readToken } from "./tokens.ts";

/** What the visitors' routes of subscriptions stand on. */
export interface LetterParts {
  readonly house: Pick<House, "database" | "inside" | "vault" | "now" | "publicUrl">;
  readonly visitors: VisitorEvents;
  /** Undefined where nothing tells one visitor from another. */
  readonly addressOf: (c: Context) => string | undefined;
  /** Limits of rate and size that come before everything. */
  readonly guards: readonly MiddlewareHandler[];
}

/** Somebody with a good link, and whose letters it is about. */
export interface Holder {
  readonly inside: Inside;
  readonly subscriber: SubscriberRow;
  readonly site: {
    readonly id: string;
    readonly workspaceId: string;
    readonly name: string;
    readonly origin: string;
  };
  readonly now: Date;
  readonly addressPrint: string | null;
}

interface Held {
  readonly use: "confirm" | "manage";
  readonly work: (holder: Holder) => Promise<Response>;
}

/** Lets in who holds a good link, in a transaction of the subscriber's workspace; who doesn't gets a page that says so. */
export async function withHolder(parts: LetterParts, c: Context, { use, work }: Held): Promise<Response> {
  const { database, inside, vault, now } = parts.house;
  const id = readToken(vault, use, c.req.param("token") ?? "");
  const found = id === undefined ? undefined : await findPlace(parts, id);
  if (!found) return overPage(c);
  return database.transact(found.site.workspaceId, async (db) => {
    const subscriber = await takeSubscriber(db, found.id);
    if (!subscriber) return overPage(c);
    const at = now();
    const print = printOfCaller(parts, c);
    return work({ inside: inside(db), subscriber, site: found.site, now: at, addressPrint: print });
  });
}

/** Known again, never known: the network address goes into the consent record as a fingerprint. */
export function printOfCaller({ house, addressOf }: LetterParts, c: Context): string | null {
  const address = addressOf(c);
  return address === undefined ? null : house.vault.fingerprint(address, "subscriptions.consent");
}

const findPlace = (parts: LetterParts, id: string) =>
  parts.house.database.transact(wholeHouse, async (db) => {
    const site = await db
      .selectFrom("subscriber")
      .innerJoin("site", "site.id", "subscriber.siteId")
      .select(["site.id", "site.workspaceId", "site.name", "site.origin"])
      .where("subscriber.id", "=", id)
      .executeTakeFirst();
    return site && { id, site };
  });

/** The language that a browser asks for, where no subscriber's own is known. */
export const languageOf = (c: Context): Language =>
  /^\s*(ru|be|uk|kk)\b/i.test(c.req.header("accept-language") ?? "") ? "ru" : "en";

export function overPage(c: Context): Response {
  const language = languageOf(c);
  const words = wordsOf(language);
  return letterPage(c, { language, title: words.over, body: paragraph(words.overText), status: 404 });
}
