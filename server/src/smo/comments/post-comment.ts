import type { Inside } from "#src/platform/operation/context.ts";
import {
  type AkismetOpinion,
  type Challenge,
  issueChallenge,
  judge,
  type Verdict,
} from "#src/smo/moderation/index.ts";
import { addComment, mintCommentId } from "./add-comment.ts";
import { mintAuthorToken } from "./author-token.ts";
import { checkSaid, refuseStranger, refuseUnfit, type Said } from "./check-comment.ts";
import { cleanLine } from "./clean-text.ts";
import { type AuthorRow, openAuthor } from "./comment-authors.ts";
import { type CommentSettingsRow, readCommentSettings } from "./comment-settings.ts";
import { openThread } from "./find-thread.ts";
import { returnForm, useForm } from "./form-token.ts";
import { keepMentions } from "./mentions.ts";
import type { CommentState } from "./schema.ts";
import { submissionOf } from "./submission-of.ts";
import type { NewTalkComment } from "./talk-schema.ts";
import type { Visitor } from "./visitor.ts";

/** A comment that came in by a form whose signature is good. */
export interface Incoming {
  readonly asked: NewTalkComment;
  readonly path: string;
  readonly nonce: string;
  /** For how long the form was out, by our own clock. */
  readonly outMs: number;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
  /** False for a plain HTML form, which can't work on a challenge: its comment waits for a moderator instead. */
  readonly canProve: boolean;
  readonly akismet?: AkismetOpinion | undefined;
}

export type Outcome =
  | {
      readonly kind: "posted";
      readonly id: string;
      readonly state: CommentState;
      readonly author: AuthorRow;
      readonly token: string;
    }
  | { readonly kind: "doubted"; readonly challenge: Challenge }
  /** Counted, and not kept. */
  | { readonly kind: "flood" };

/**
 * Checks, judges and keeps a visitor's comment in the caller's transaction. Nothing that is held or refused is
 * announced. Throws `invalid`, `forbidden`, `conflict` or `not_found`, and then nothing is kept, the form's use
 * included.
 */
export async function postComment(inside: Inside, visitor: Visitor, incoming: Incoming): Promise<Outcome> {
  const { db } = inside;
  const { site, now } = visitor;
  const { asked, path, nonce } = incoming;
  const settings = await readCommentSettings(db, site.id);
  const said = checkSaid(asked, visitor.author, settings);
  refuseStranger(visitor.author, settings);
  await useForm(db, { nonce, now });
  const thread = await openThread(
    db,
    { siteId: site.id, path },
    { title: asked.title && cleanLine(asked.title), now },
  );
  await refuseUnfit(db, { thread, settings, asked, author: visitor.author });
  const id = mintCommentId(now);
  const verdict = await judge(db, {
    ...submissionOf(visitor, incoming),
    ...said,
    text: said.body,
    commentId: id,
  });
  if (verdict.reasons.some(({ phase, decision }) => phase === "rate" && decision === "reject"))
    return { kind: "flood" };
  if (verdict.needsProofOfWork && incoming.canProve && asked.proofOfWork === undefined) {
    await returnForm(db, nonce);
    const challenge = await issueChallenge(db, { siteId: site.id, workspaceId: site.workspaceId, now });
    return { kind: "doubted", challenge };
  }
  const state = stateOf(verdict, settings);
  const { author: speaker, token } = await speakerOf(inside, visitor, said);
  const shadowedAt = verdict.isShadowed ? now : undefined;
  const author = await learnOfAuthor(inside, speaker, { shadowedAt, email: said.email });
  await addComment(inside, {
    id,
    threadId: thread.id,
    parentId: asked.parentId ?? null,
    authorId: author.id,
    source: "page",
    body: said.body,
    rating: asked.rating ?? null,
    state,
    verdict,
    createdAt: now,
    wantsReplies: asked.wantsReplies && author.email !== null,
  });
  await keepMentions(db, { id, threadId: thread.id, siteId: site.id, body: said.body });
  return { kind: "posted", id, state, author, token };
}

/** What the pipeline's decision and the owner's premoderation make of a comment. */
export function stateOf(
  verdict: Pick<Verdict, "decision">,
  settings: Pick<CommentSettingsRow, "premoderation">,
): CommentState {
  if (verdict.decision === "reject") return "spam";
  return verdict.decision === "hold" || settings.premoderation === "everything" ? "held" : "published";
}

/** Whoever writes again under his name stays the same; a guest with another name is another. */
async function speakerOf(
  { db }: Inside,
  { site, author, token, now }: Visitor,
  said: Said,
): Promise<{ readonly author: AuthorRow; readonly token: string }> {
  if (author && token !== undefined && (author.kind !== "guest" || author.name === said.name)) {
    return { author, token };
  }
  const guest = await openAuthor(db, { siteId: site.id, kind: "guest", ...said }, now);
  return { author: guest, token: await mintAuthorToken(db, guest.id, now) };
}

/** What becomes known of an author by what he wrote: that he is shadowed, or an address for answers. */
async function learnOfAuthor(
  { db }: Inside,
  author: AuthorRow,
  known: { readonly shadowedAt: Date | undefined; readonly email: string | undefined },
): Promise<AuthorRow> {
  const shadowedAt = author.shadowedAt ?? known.shadowedAt ?? null;
  const email = author.email ?? known.email ?? null;
  if (shadowedAt === author.shadowedAt && email === author.email) return author;
  await db.updateTable("commentAuthor").set({ shadowedAt, email }).where("id", "=", author.id).execute();
  return { ...author, shadowedAt, email };
}
