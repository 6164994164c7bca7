import type { Hono } from "hono";
import type { z } from "zod";
import type { VisitorsDoor } from "#src/ground/sites/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { findThread, openThread } from "./find-thread.ts";
import { pathOfPage } from "./page-path.ts";
import { cleanLine } from "./clean-text.ts";
import { kindOf, reactToComment, reactToPage, readMine } from "./react.ts";
import { reactionKinds, Reactions } from "./schema.ts";
import { PageReaction, UrlQuery, Visited } from "./talk-schema.ts";
import { bodyOf, idOf, queryOf, type TalkContext, type TalkParts, withVisitor } from "./visitor.ts";

/** What visitors say without words, to comments and to the page itself. */
export function reactionRoutes(talk: Hono<VisitorsDoor>, parts: TalkParts): void {
  for (const [method, isOn] of [
    ["PUT", true],
    ["DELETE", false],
  ] as const) {
    talk.on(method, "/comments/:id/reactions/:kind", (c) => reactComment(parts, c, isOn));
    talk.on(method, "/reactions/:kind", (c) => reactPage(parts, c, isOn));
  }

  talk.get("/reactions", async (c) => {
    const { url } = queryOf(c, UrlQuery);
    const path = pathOfPage(url, c.get("site").origins);
    const told = await withVisitor(parts, c, {
      async work({ db }, { site, voter }) {
        const thread = await findThread(db, { siteId: site.id, path });
        if (!thread) return { reactions: {}, mine: [] };
        const mine = await readMine(db, { threadId: thread.id, commentId: null }, voter);
        return { reactions: Reactions.parse(thread.reactions), mine };
      },
    });
    return c.json({ kinds: reactionKinds, ...told });
  });
}

async function reactComment(parts: TalkParts, c: TalkContext, isOn: boolean): Promise<Response> {
  const { visit } = await bodyOf(c, Visited);
  const [commentId, kind] = [idOf(c), kindOf(c.req.param("kind") ?? "")];
  const site = c.get("site");
  const { hasChanged, path, ...told } = await withVisitor(parts, c, {
    visit,
    async work({ db }, { voter, now }) {
      const reacted = await reactToComment(db, { siteId: site.id, commentId }, { voter, kind, isOn, now });
      const { path: pagePath } = await db
        .selectFrom("comment")
        .innerJoin("commentThread as thread", "thread.id", "comment.threadId")
        .select("thread.path")
        .where("comment.id", "=", commentId)
        .executeTakeFirstOrThrow();
      return { ...reacted, path: pagePath };
    },
  });
  if (hasChanged && isOn) await record(parts, c, { visit, kind, url: `${site.origin}${path}` });
  return c.json(told);
}

async function reactPage(parts: TalkParts, c: TalkContext, isOn: boolean): Promise<Response> {
  const { url, title, visit } = await bodyOf(c, PageReaction);
  const kind = kindOf(c.req.param("kind") ?? "");
  const site = c.get("site");
  const path = pathOfPage(url, site.origins);
  const { hasChanged, ...told } = await withVisitor(parts, c, {
    visit,
    async work({ db }, { voter, now }) {
      const page = { siteId: site.id, path };
      const thread = isOn
        ? await openThread(db, page, { title: title === undefined ? undefined : cleanLine(title), now })
        : await findThread(db, page);
      if (!thread) throw noReaction();
      return reactToPage(db, thread.id, { voter, kind, isOn, now });
    },
  });
  if (hasChanged && isOn) await record(parts, c, { visit, kind, url });
  return c.json(told);
}

const noReaction = () =>
  new Problem("not_found", say`Nobody has reacted to this page yet`, {
    hint: say`There is nothing to take back`,
  });

async function record(
  parts: TalkParts,
  c: TalkContext,
  {
    visit,
    kind,
    url,
  }: { readonly visit: z.output<typeof Visited>["visit"]; readonly kind: string; readonly url: string },
): Promise<void> {
  // Whoever sends no visit must not be measured.
  if (visit)
    await parts.visitors.record(c, { site: c.get("site"), visit, event: { kind: "react", url, name: kind } });
}
