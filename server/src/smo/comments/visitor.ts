import type { Context, MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { VisitNow, VisitorEvents } from "#src/ground/events/index.ts";
import type { VisitedSite, VisitorsDoor } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { parseAsked, parseJson } from "#src/platform/operation/parse-asked.ts";
import type { House } from "#src/platform/operation/house.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say, type Tongue } from "#src/platform/say.ts";
import { bearerOf, findAuthorByToken } from "./author-token.ts";
import type { AuthorRow } from "./comment-authors.ts";

/** What the visitors' routes stand on. */
export interface TalkParts {
  readonly house: Pick<House, "database" | "inside" | "vault" | "now" | "publicUrl" | "http" | "log">;
  readonly visitors: VisitorEvents;
  readonly addressOf: (c: Context) => string | undefined;
  /** The language that a visitor reads. */
  readonly tongueOf: (c: Context) => Tongue;
  /** What every request passes behind the door: how many there may be, and how large. */
  readonly guards: readonly MiddlewareHandler[];
}

export type TalkContext = Context<VisitorsDoor>;

/** Somebody who asks: the author that he is known as, if any, and by what his votes are told apart. */
export interface Visitor {
  readonly site: VisitedSite;
  readonly token: string | undefined;
  readonly author: AuthorRow | undefined;
  readonly voter: string;
  readonly now: Date;
}

/** Does the work in one transaction of the site's workspace, knowing who asks. */
export async function withVisitor<Result>(
  parts: TalkParts,
  c: TalkContext,
  {
    visit,
    work,
  }: {
    readonly visit?: VisitNow | undefined;
    readonly work: (inside: Inside, visitor: Visitor) => Promise<Result>;
  },
): Promise<Result> {
  const { house } = parts;
  const site = c.get("site");
  const now = house.now();
  const token = bearerOf(c.req.header("Authorization"));
  const hash = await parts.visitors.visitorOf(c, { site, visit: visit ?? { visitAge: 0, own: false } });
  return house.database.transact(site.workspaceId, async (db: Db) => {
    const author = await findAuthorByToken(db, token, { siteId: site.id, now });
    if (token !== undefined && !author) throw tokenIsOver();
    return work(house.inside(db), { site, token, author, voter: author?.id ?? hash, now });
  });
}

const tokenIsOver = () =>
  new Problem("unauthenticated", say`You are not signed in any more`, { hint: say`Sign in again` });

/** The reader in a visitor: whose comments are his own, whose votes. */
export const readerOf = ({ author, voter }: Visitor) => ({ authorId: author?.id, voter });

/** A request's query, by its schema. Throws `invalid`. */
export const queryOf = <Schema extends z.ZodType>(c: TalkContext, schema: Schema): z.output<Schema> =>
  parseAsked(schema, c.req.query());

/** A request's JSON body, by its schema; none is an empty one. Throws `invalid`. */
export async function bodyOf<Schema extends z.ZodType>(
  c: TalkContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await c.req.text();
  return parseAsked(schema, text === "" ? {} : parseJson(text));
}

/** The `:id` of a path. Throws `not_found`. */
export function idOf(c: TalkContext): string {
  const id = c.req.param("id") ?? "";
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id.toLowerCase();
  throw new Problem("not_found", say`There is no comment ${id.slice(0, 80)} here`, {
    hint: say`It may have been deleted`,
  });
}
