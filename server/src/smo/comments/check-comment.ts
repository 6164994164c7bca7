import { parseAddress } from "#src/ground/mail/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { type AuthorRow, isVerified } from "./comment-authors.ts";
import type { CommentSettingsRow } from "./comment-settings.ts";
import type { ThreadRow } from "./find-thread.ts";
import { noComment } from "./read-thread.ts";
import { maxCommentLength } from "./schema.ts";
import type { NewTalkComment } from "./talk-schema.ts";

/** What a visitor says, cleaned. */
export interface Said {
  readonly body: string;
  readonly name: string;
  readonly email?: string;
}

/** Throws `invalid` for what can't be taken as it is. */
export function checkSaid(
  asked: NewTalkComment,
  author: AuthorRow | undefined,
  settings: Pick<CommentSettingsRow, "teamName">,
): Said {
  const body = checkBody(asked.body);
  const email = author?.email ?? emailOf(asked.email);
  return { body, name: nameOf(asked, author, settings), ...(email !== undefined && { email }) };
}

/** A guest says it with each comment; who has signed in has a name. */
function nameOf(
  asked: NewTalkComment,
  author: AuthorRow | undefined,
  { teamName }: Pick<CommentSettingsRow, "teamName">,
): string {
  if (author && author.kind !== "guest") return author.name;
  const name = cleanLine(asked.name ?? author?.name ?? "");
  if (name === "")
    throw new Problem("invalid", say`name: is empty`, { hint: say`Say how you want to be called` });
  if (name.toLowerCase() !== teamName?.toLowerCase()) return name;
  throw new Problem("invalid", say`name: "${name}" is the site's own team`, {
    hint: say`Choose another name`,
  });
}

/** The cleaned text. Throws `invalid` for none and for too much. */
export function checkBody(text: string): string {
  const body = cleanText(text);
  if (body === "") throw new Problem("invalid", say`body: is empty`, { hint: say`Write something` });
  if (body.length <= maxCommentLength) return body;
  throw new Problem(
    "invalid",
    say`body: has ${body.length} characters; a comment may have ${maxCommentLength}`,
    { hint: say`Shorten it, or send it in parts` },
  );
}

function emailOf(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const email = parseAddress(text);
  if (email !== undefined) return email;
  throw new Problem("invalid", say`email: "${text.slice(0, 80)}" is no e-mail address`, {
    hint: say`Use one such as name@example.com, or leave it out`,
  });
}

/** Refuses whoever may not write here. Throws `forbidden`, `unauthenticated`. */
export function refuseStranger(author: AuthorRow | undefined, { whoMayPost }: CommentSettingsRow): void {
  const isOwn = author?.kind === "sso" || author?.kind === "team";
  const allowed: Readonly<Record<string, boolean>> = {
    anyone: true,
    verified: author !== undefined && isVerified(author),
    own: isOwn,
  };
  if (allowed[whoMayPost] === true) return;
  if (whoMayPost === "nobody") {
    throw new Problem("forbidden", say`Comments are closed on this site`, {
      hint: say`You can still read them`,
    });
  }
  throw new Problem("unauthenticated", say`Only those who are signed in may write here`, {
    hint: say`Sign in first`,
  });
}

interface Fitting {
  readonly thread: ThreadRow;
  readonly settings: CommentSettingsRow;
  readonly asked: NewTalkComment;
  readonly author: AuthorRow | undefined;
}

/** Refuses what the thread does not take: anything when it is closed, a rating where none belongs, an answer to nothing. */
export async function refuseUnfit(db: Db, { thread, settings, asked, author }: Fitting): Promise<void> {
  if (thread.closedAt !== null) {
    throw new Problem("conflict", say`The talk of this page is closed`, { hint: say`You can still read it` });
  }
  if (asked.rating && (!settings.hasRatings || asked.parentId)) {
    throw new Problem("invalid", say`rating: is not taken here`, {
      hint: say`Ratings go with reviews at the top level, where the site's owner wants them`,
    });
  }
  if (asked.parentId) {
    const parent = await db
      .selectFrom("comment")
      .select("state")
      .where("id", "=", asked.parentId)
      .where("threadId", "=", thread.id)
      .executeTakeFirst();
    if (!parent) throw noComment(asked.parentId);
    if (parent.state !== "published") {
      throw new Problem("conflict", say`The comment that you answer is not there any more`, {
        hint: say`Reload the page; your text is still in the form`,
      });
    }
  }
  if (asked.rating && author) await refuseSecondRating(db, thread.id, author.id);
}

async function refuseSecondRating(db: Db, threadId: string, authorId: string): Promise<void> {
  const before = await db
    .selectFrom("comment")
    .select("id")
    .where("threadId", "=", threadId)
    .where("authorId", "=", authorId)
    .where("rating", "is not", null)
    .where("state", "in", ["published", "held"])
    .executeTakeFirst();
  if (!before) return;
  throw new Problem("conflict", say`You have rated this already`, {
    hint: say`Delete your review to write another`,
  });
}
