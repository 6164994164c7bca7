import type { Inside } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { judge, type Submission } from "#src/smo/moderation/index.ts";
import { touchThread } from "./add-comment.ts";
import { changeCommentState } from "./change-comment-state.ts";
import { isVerified } from "./comment-authors.ts";
import { readCommentSettings } from "./comment-settings.ts";
import { keepMentions } from "./mentions.ts";
import { checkBody } from "./check-comment.ts";
import { stateOf } from "./post-comment.ts";
import { noComment } from "./read-thread.ts";
import { renderComment } from "./render-comment.ts";
import { commentChanged } from "./signals.ts";
import type { Visitor } from "./visitor.ts";

interface Edit {
  readonly id: string;
  readonly body: string;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}

/**
 * Puts an author's new words in the place of the old ones, judged anew: an edit is no way around moderation. Throws
 * `conflict` when the edit window is over, or the comment is gone or refused in the meantime.
 */
export async function editComment(inside: Inside, visitor: Visitor, edit: Edit): Promise<void> {
  const { db } = inside;
  const { site, now } = visitor;
  const settings = await readCommentSettings(db, site.id);
  const comment = await takeOwn(inside, visitor, edit.id);
  refuseLate(comment, settings.editWindowSeconds, now);
  const body = checkBody(edit.body);
  if (body === comment.body) return;
  const verdict = await judge(db, submissionOf(visitor, comment, { ...edit, body }));
  await db
    .updateTable("comment")
    .set({
      body,
      html: renderComment(body),
      editedAt: now,
      version: comment.version,
      spamScore: verdict.spamScore,
      toxicityScore: verdict.toxicityScore,
    })
    .where("id", "=", comment.id)
    .execute();
  await keepMentions(db, { id: comment.id, siteId: site.id, threadId: comment.threadId, body });
  const state = stateOf(verdict, settings);
  if (comment.state === "published" && state === "published") {
    const { threadId, id: commentId } = comment;
    await inside.announce(commentChanged, {
      workspaceId: site.workspaceId,
      siteId: site.id,
      threadId,
      commentId,
    });
  } else if (state !== "published") {
    const by = { kind: "moderation" as const };
    await changeCommentState(inside, { commentId: comment.id, to: state, by, reasons: verdict.reasons, now });
  }
}

function submissionOf({ site, now }: Visitor, { author, ...comment }: OwnComment, edit: Edit): Submission {
  return {
    siteId: site.id,
    workspaceId: site.workspaceId,
    commentId: comment.id,
    kind: comment.rating === null ? "comment" : "review",
    text: edit.body,
    name: author.name,
    ...(author.email !== null && { email: author.email }),
    ...(edit.address !== undefined && { address: edit.address }),
    ...(edit.userAgent !== undefined && { userAgent: edit.userAgent.slice(0, 500) }),
    author: { id: author.id, trust: author.trust, isVerified: isVerified(author) },
    source: "page",
    pageUrl: `${site.origin}${comment.path}`,
    at: now,
  };
}

/** Takes an author's comment away: its words are gone, its place stays as long as something hangs below it. */
export async function deleteOwnComment(inside: Inside, visitor: Visitor, id: string): Promise<void> {
  const comment = await takeOwn(inside, visitor, id);
  await changeCommentState(inside, {
    commentId: comment.id,
    to: "deleted",
    by: { kind: "author" },
    now: visitor.now,
  });
}

type OwnComment = Awaited<ReturnType<typeof takeOwn>>;

/** The comment, with its thread taken, so that a moderator who acts at once comes before or after. */
async function takeOwn({ db }: Inside, { site, author }: Visitor, id: string) {
  const found = await db
    .selectFrom("comment")
    .select(["threadId", "authorId"])
    .where("id", "=", id)
    .where("siteId", "=", site.id)
    .executeTakeFirst();
  if (!found) throw noComment(id);
  if (!author || found.authorId !== author.id) {
    throw new Problem("forbidden", say`This comment is not yours`, {
      hint: say`Sign in as its author, in the browser that wrote it`,
    });
  }
  const version = await touchThread(db, found.threadId);
  const row = await db
    .selectFrom("comment")
    .innerJoin("commentThread as thread", "thread.id", "comment.threadId")
    .select(["comment.id", "threadId", "state", "body", "rating", "comment.createdAt", "thread.path"])
    .where("comment.id", "=", id)
    .executeTakeFirstOrThrow();
  if (row.state === "deleted") {
    throw new Problem("conflict", say`The comment is deleted`, {
      hint: say`What was deleted does not come back; reload to see what is there`,
    });
  }
  return { ...row, author, version };
}

function refuseLate(
  comment: { readonly state: string; readonly createdAt: Date },
  windowSeconds: number,
  now: Date,
): void {
  if (comment.state !== "published" && comment.state !== "held") {
    throw new Problem("conflict", say`A moderator has taken the comment down in the meantime`, {
      hint: say`It can't be edited any more`,
    });
  }
  if (now.getTime() <= comment.createdAt.getTime() + windowSeconds * 1000) return;
  throw new Problem("conflict", say`A comment can be edited for ${Math.round(windowSeconds / 60)} minutes`, {
    hint: say`Answer it with what you want to add`,
  });
}
