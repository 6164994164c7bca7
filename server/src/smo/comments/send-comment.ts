import { Problem } from "#src/platform/problem.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { say } from "#src/platform/say.ts";
import { askAkismet } from "#src/smo/moderation/index.ts";
import { readCommentSettings } from "./comment-settings.ts";
import { readForm } from "./form-token.ts";
import { pathOfPage } from "./page-path.ts";
import { type Incoming, type Outcome, postComment } from "./post-comment.ts";
import { submissionOf } from "./submission-of.ts";
import { noComment } from "./read-thread.ts";
import type { TalkComment } from "./talk-schema.ts";
import { viewComments } from "./talk-view.ts";
import { readComment } from "./thread-rows.ts";
import { readerOf, type TalkContext, type TalkParts, type Visitor, withVisitor } from "./visitor.ts";

type Kept = Exclude<Outcome, { readonly kind: "flood" }>;

/**
 * A visitor's comment from his request to its row: the form's signature first, which costs nothing, then what others
 * think of it (Akismet, where the owner wants it), then one transaction. What was published is told to the reports.
 * Throws `limit_reached` in a flood, else as `postComment`.
 */
export async function sendComment(
  parts: TalkParts,
  c: TalkContext,
  { asked, canProve }: Pick<Incoming, "asked" | "canProve">,
): Promise<{ readonly outcome: Kept; readonly comment: TalkComment | undefined }> {
  const { house } = parts;
  const site = c.get("site");
  const path = pathOfPage(asked.url, site.origins);
  const form = readForm(house.vault, asked.form, { siteId: site.id, now: house.now() });
  const incoming: Incoming = {
    ...form,
    asked,
    path,
    canProve,
    address: parts.addressOf(c),
    userAgent: c.req.header("User-Agent"),
  };
  const akismet = await askAkismet(
    house,
    submissionOf({ site, author: undefined, now: house.now() }, incoming),
  );
  const { visit } = asked;
  const kept = await withVisitor(parts, c, {
    visit,
    async work(inside, visitor) {
      const outcome = await postComment(inside, visitor, { ...incoming, akismet });
      if (outcome.kind !== "posted") return { outcome, comment: undefined };
      const author = outcome.author;
      return { outcome, comment: await viewOwn(inside, { ...visitor, author }, outcome.id) };
    },
  });
  const { outcome, comment } = kept;
  if (outcome.kind === "flood") {
    throw new Problem("limit_reached", say`You write faster than this site takes it`, {
      hint: say`Wait a minute, then send it again`,
      retryAfterSeconds: 60,
    });
  }
  if (visit && outcome.kind === "posted" && outcome.state === "published") {
    await parts.visitors.record(c, { site, visit, event: { kind: "comment", url: asked.url } });
  }
  return { outcome, comment };
}

/** A comment as its author sees it. */
export async function viewOwn({ db }: Inside, visitor: Visitor, id: string): Promise<TalkComment> {
  const row = await readComment(db, id);
  const settings = await readCommentSettings(db, visitor.site.id);
  const [comment] = row
    ? await viewComments(db, [row], { reader: readerOf(visitor), settings, now: visitor.now })
    : [];
  if (!comment) throw noComment(id);
  return comment;
}
