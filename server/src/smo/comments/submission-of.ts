import type { Submission } from "#src/smo/moderation/index.ts";
import { isVerified } from "./comment-authors.ts";
import type { Incoming } from "./post-comment.ts";
import type { NewTalkComment } from "./talk-schema.ts";
import type { Visitor } from "./visitor.ts";

/** What moderation is told of a comment before anything of it has been checked. */
export function submissionOf(
  { site, author, now }: Pick<Visitor, "site" | "author" | "now">,
  { asked, outMs, address, userAgent, akismet }: Omit<Incoming, "path" | "nonce">,
): Submission {
  const { website: honeypot, proofOfWork } = asked;
  return {
    siteId: site.id,
    workspaceId: site.workspaceId,
    kind: kindOf(asked),
    text: asked.body,
    ...given({ name: asked.name, email: asked.email, honeypot, proofOfWork, address, akismet }),
    ...given({ userAgent: userAgent?.slice(0, 500) }),
    // What the page says, but never longer than the form was out.
    filledMs: Math.min(asked.filledMs ?? outMs, outMs),
    author: author
      ? { id: author.id, trust: author.trust, isVerified: isVerified(author) }
      : { trust: 0, isVerified: false },
    source: "page",
    pageUrl: asked.url,
    at: now,
  };
}

const kindOf = ({ parentId, rating }: NewTalkComment) => {
  if (parentId) return "reply";
  return rating ? "review" : "comment";
};

type Given<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that have a value. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<Fields>; // the same fields, less those without a value
}
