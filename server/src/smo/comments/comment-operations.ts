import { z } from "zod";
import type { Actor, Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { addComment, mintCommentId, touchThread } from "./add-comment.ts";
import { checkBody } from "./check-comment.ts";
import { openAuthor } from "./comment-authors.ts";
import { keepMentions } from "./mentions.ts";
import { CommentSource, CommentState, maxCommentLength } from "./schema.ts";
import { commentChanged } from "./signals.ts";

const Comment = z
  .object({
    id: z.uuid(),
    threadId: z.uuid(),
    parentId: z.uuid().nullable(),
    authorId: z.uuid(),
    source: CommentSource,
    body: z.string(),
    html: z.string(),
    rating: z.int().nullable(),
    state: CommentState,
    createdAt: Instant,
    editedAt: Instant.nullable(),
    pinnedAt: Instant.nullable(),
  })
  .meta({ id: "Comment" });

export const answerComment = operation({
  id: "answerComment",
  summary: "Answer a published comment on its page, as the site's team",
  http: "POST /comments/:id/answers",
  access: "comments.moderate",
  input: z.object({
    id: z.uuid(),
    body: z.string().trim().min(1, "is empty").max(maxCommentLength, "is longer than 10,000 characters"),
    isPinned: z.boolean().default(false).describe("Shown above the thread, as the answer to it"),
  }),
  output: Comment,
  async run(ctx, { id, body, isPinned }) {
    const parent = await readPublished(ctx, id);
    const { siteId, threadId } = parent;
    const author = await openAuthor(ctx.db, { siteId, kind: "team", ...teamOf(ctx.actor) }, ctx.now());
    const said = checkBody(body);
    const answer = await addComment(ctx, {
      id: mintCommentId(ctx.now()),
      threadId,
      parentId: id,
      authorId: author.id,
      source: "team",
      body: said,
      state: "published",
      createdAt: ctx.now(),
    });
    if (!answer) throw new Error("A new answer was taken for one that is there already");
    await keepMentions(ctx.db, { id: answer.id, siteId, threadId, body: said });
    if (isPinned) await setPin(ctx, answer, ctx.now());
    return readView(ctx, answer.id);
  },
});

export const pinComment = operation({
  id: "pinComment",
  summary: "Show a published comment above its thread; the five that were pinned last are shown",
  http: "POST /comments/:id/pin",
  access: "comments.moderate",
  input: z.object({ id: z.uuid() }),
  output: Comment,
  async run(ctx, { id }) {
    await setPin(ctx, await readPublished(ctx, id), ctx.now());
    return readView(ctx, id);
  },
});

export const unpinComment = operation({
  id: "unpinComment",
  summary: "Leave a comment to its place in the thread",
  http: "DELETE /comments/:id/pin",
  access: "comments.moderate",
  input: z.object({ id: z.uuid() }),
  output: Comment,
  async run(ctx, { id }) {
    await setPin(ctx, await readPublished(ctx, id), null);
    return readView(ctx, id);
  },
});

type Ctx = Pick<Context, "db" | "announce" | "workspace">;

async function readPublished({ db }: Pick<Ctx, "db">, id: string) {
  const row = await db.selectFrom("comment").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row)
    throw new Problem("not_found", say`There is no comment ${id} here`, {
      hint: say`It may have been deleted`,
    });
  if (row.state === "published") return row;
  throw new Problem("conflict", say`The comment is "${row.state}", and nobody sees it`, {
    hint: say`Publish it first, in the queue of comments`,
  });
}

async function setPin(
  ctx: Ctx,
  { id, siteId, threadId }: { readonly id: string; readonly siteId: string; readonly threadId: string },
  pinnedAt: Date | null,
): Promise<void> {
  const version = await touchThread(ctx.db, threadId);
  await ctx.db.updateTable("comment").set({ pinnedAt, version }).where("id", "=", id).execute();
  await ctx.announce(commentChanged, { workspaceId: ctx.workspace.id, siteId, threadId, commentId: id });
}

async function readView({ db }: Pick<Ctx, "db">, id: string): Promise<z.output<typeof Comment>> {
  const row = await db.selectFrom("comment").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  return { ...row, source: CommentSource.parse(row.source), state: CommentState.parse(row.state) };
}

/** Who speaks for the site: the person, or the program by its key's name. */
function teamOf(actor: Actor): { readonly subject: string; readonly name: string } {
  if (actor.kind === "anonymous") throw new Error("Nobody speaks for the site");
  return { subject: `${actor.kind}:${actor.id}`, name: actor.name };
}
