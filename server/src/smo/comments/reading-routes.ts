import type { Hono } from "hono";
import type { VisitorsDoor } from "#src/ground/sites/index.ts";
import { isVerified } from "./comment-authors.ts";
import { type CommentSettingsRow, readCommentSettings } from "./comment-settings.ts";
import { findThread } from "./find-thread.ts";
import { mintForm } from "./form-token.ts";
import { findPeople } from "./mentions.ts";
import { pathOfPage } from "./page-path.ts";
import { createVersionFinder } from "./read-changes.ts";
import { readAnswers, readThread } from "./read-thread.ts";
import { AuthorKind, maxCommentLength } from "./schema.ts";
import {
  ChangesQuery,
  PeopleQuery,
  RepliesQuery,
  type TalkChanges,
  type TalkMe,
  ThreadQuery,
} from "./talk-schema.ts";
import { viewComments } from "./talk-view.ts";
import { createReaderNote } from "./note-reader.ts";
import { readChanged } from "./thread-rows.ts";
import { idOf, queryOf, readerOf, type TalkParts, type Visitor, withVisitor } from "./visitor.ts";

const maxChanges = 50;

/** Threads as readers see them. */
export function readingRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  threadRoutes(talk, parts);
  askingRoutes(talk, parts);
}

function threadRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  const noteReader = createReaderNote();
  talk.get("/thread", async (c) => {
    const query = queryOf(c, ThreadQuery);
    const path = pathOfPage(query.url, c.get("site").origins);
    return c.json(
      await withVisitor(parts, c, {
        async work({ db }, visitor) {
          await noteReader(db, visitor);
          const asked = { siteId: visitor.site.id, path, reader: readerOf(visitor), now: visitor.now };
          const { thread, settings } = await readThread(db, asked, query);
          return { ...thread, ...aboutReader(parts, visitor, settings) };
        },
      }),
    );
  });

  talk.get("/comments/:id/replies", async (c) => {
    const query = queryOf(c, RepliesQuery);
    const rootId = idOf(c);
    return c.json(
      await withVisitor(parts, c, {
        work: ({ db }, visitor) =>
          readAnswers(
            db,
            { siteId: visitor.site.id, reader: readerOf(visitor), now: visitor.now },
            { ...query, rootId },
          ),
      }),
    );
  });
}

/** What an open page asks while its reader stays. */
function askingRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  const findVersion = createVersionFinder(parts.house.database, parts.house.now);

  talk.get("/changes", async (c) => {
    const { url, since } = queryOf(c, ChangesQuery);
    const site = c.get("site");
    const page = { siteId: site.id, path: pathOfPage(url, site.origins) };
    const { id, version } = await findVersion(site.workspaceId, page);
    if (id === undefined || BigInt(version) <= BigInt(since)) return c.body(null, 204);
    return c.json(
      await withVisitor(parts, c, { work: ({ db }, visitor) => changesOf(db, visitor, { ...page, since }) }),
    );
  });

  talk.get("/people", async (c) => {
    const { url, search } = queryOf(c, PeopleQuery);
    const site = c.get("site");
    const path = pathOfPage(url, site.origins);
    const items = await parts.house.database.transact(site.workspaceId, async (db) => {
      const thread = await findThread(db, { siteId: site.id, path });
      return thread ? findPeople(db, { siteId: site.id, threadId: thread.id, search }) : [];
    });
    return c.json({ items });
  });

  talk.get("/form", (c) =>
    c.json({ form: mintForm(parts.house.vault, c.get("site").id, parts.house.now()) }),
  );
}

async function changesOf(
  db: Parameters<typeof readChanged>[0],
  visitor: Visitor,
  { siteId, path, since }: { readonly siteId: string; readonly path: string; readonly since: string },
): Promise<TalkChanges> {
  const settings = await readCommentSettings(db, siteId);
  const thread = await findThread(db, { siteId, path });
  if (!thread) return { version: since, commentCount: 0, items: [], isMore: false };
  const rows = await readChanged(db, thread.id, { since, limit: maxChanges });
  const shown = rows.slice(0, maxChanges);
  const reader = readerOf(visitor);
  // What waits for a moderator is nobody's affair but its author's.
  const seen = shown.filter((row) => row.publishedAt !== null || row.authorId === reader.authorId);
  const items = await viewComments(db, seen, { reader, settings, now: visitor.now });
  const isMore = rows.length > maxChanges;
  const version = isMore ? (shown.at(-1)?.version ?? since) : thread.version;
  return { version, commentCount: thread.commentCount, items, isMore };
}

/** What is told of the reader himself, and what he may do. */
export function aboutReader(parts: TalkParts, { site, author, now }: Visitor, settings: CommentSettingsRow) {
  return {
    me: author ? meOf(author) : null,
    whoMayPost: settings.whoMayPost,
    signIn: {
      email: true,
      oauth: settings.oidcIssuer === null ? null : (settings.oidcLabel ?? new URL(settings.oidcIssuer).host),
      sso: settings.ssoSecret !== null,
    },
    form: mintForm(parts.house.vault, site.id, now),
    maxLength: maxCommentLength,
  };
}

export const meOf = (author: NonNullable<Visitor["author"]>): TalkMe => ({
  id: author.id,
  name: author.name,
  kind: AuthorKind.parse(author.kind),
  isVerified: isVerified(author),
});
