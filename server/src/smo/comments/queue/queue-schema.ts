import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { Reason } from "#src/smo/moderation/schema.ts";
import { AuthorKind, CommentSource, CommentState } from "../schema.ts";

/** What a moderator may make of a comment. */
export const QueueDecision = z.enum(["publish", "spam", "reject", "hold", "delete"]);
export type QueueDecision = z.output<typeof QueueDecision>;

export const stateAfter: Readonly<Record<QueueDecision, CommentState>> = {
  publish: "published",
  spam: "spam",
  reject: "rejected",
  hold: "held",
  delete: "deleted",
};

/** Why something is rejected: what is toxic is learned from. */
export const RejectedAs = z.enum(["toxic", "off-topic", "other"]);
export type RejectedAs = z.output<typeof RejectedAs>;

export const QueuedAuthor = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: AuthorKind,
    email: z.string().nullable(),
    url: z.string().nullable(),
    trust: z.int(),
    publishedCount: z.int(),
    refusedCount: z.int(),
    bannedAt: Instant.nullable(),
    shadowedAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: "QueuedAuthor" });

export const QueuedComment = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    siteName: z.string(),
    threadId: z.uuid(),
    pageUrl: z.string(),
    pageTitle: z.string().nullable(),
    author: QueuedAuthor,
    source: CommentSource,
    sourceUrl: z.string().nullable(),
    body: z.string(),
    html: z.string().describe("Made harmless; as readers would see it"),
    rating: z.int().nullable(),
    state: CommentState,
    reasons: z.array(Reason),
    spamScore: z.number().nullable(),
    toxicityScore: z.number().nullable(),
    reportCount: z.int(),
    createdAt: Instant,
    stateChangedAt: Instant,
    editedAt: Instant.nullable(),
    answers: z
      .object({ id: z.uuid(), authorName: z.string(), excerpt: z.string() })
      .nullable()
      .describe("The comment that it answers"),
  })
  .meta({ id: "QueuedComment" });
export type QueuedComment = z.output<typeof QueuedComment>;

/** A comment as a moderator saw it when he decided. */
export const SeenComment = z.object({
  id: z.uuid(),
  state: CommentState.describe("Its state as you saw it"),
  editedAt: Instant.nullable()
    .default(null)
    .describe("As you saw it: what was edited since is not decided blindly"),
});
export type SeenComment = z.output<typeof SeenComment>;

export const Ban = z.object({
  effect: z.enum(["ban", "shadow"]).describe("shadow: its author believes that it is published"),
  author: z.boolean().default(true),
  email: z.boolean().default(false),
  address: z.boolean().default(false).describe("The network address that it came from, kept as a hash"),
});
export type Ban = z.output<typeof Ban>;

export const CommentDecision = z
  .object({
    id: z.uuid(),
    at: Instant,
    byName: z.string().nullable(),
    decision: QueueDecision,
    done: z.array(z.object({ id: z.uuid(), from: CommentState, to: CommentState })),
    skipped: z
      .array(
        z.object({ id: z.uuid(), state: CommentState.nullable(), why: z.enum(["moved", "edited", "gone"]) }),
      )
      .describe("What others had changed since you saw it, with the state that it is in now"),
    banned: z.int().describe("Entries that were added to the lists"),
    undoneAt: Instant.nullable(),
  })
  .meta({ id: "CommentDecision" });
export type CommentDecision = z.output<typeof CommentDecision>;
