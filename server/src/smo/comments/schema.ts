import { z } from "zod";

/** What becomes of a comment. Only a published one is seen by readers, counted and announced. */
export const commentStates = ["published", "held", "spam", "rejected", "deleted"] as const;
export const CommentState = z.enum(commentStates);
export type CommentState = z.output<typeof CommentState>;

/** Where a comment was written. */
export const CommentSource = z.enum(["page", "team", "webmention", "fediverse", "network", "import"]);
export type CommentSource = z.output<typeof CommentSource>;

/** Who speaks, and what stands behind the name. */
export const AuthorKind = z.enum(["guest", "email", "sso", "oauth", "team", "foreign"]);
export type AuthorKind = z.output<typeof AuthorKind>;

export const maxCommentLength = 10_000;
export const maxNameLength = 80;

export const CommentSort = z.enum(["best", "new", "old"]);
export type CommentSort = z.output<typeof CommentSort>;

/** What a visitor can say without words. `dislike` speaks against, all others for. */
export const reactionKinds = ["like", "dislike", "love", "laugh", "wow", "sad"] as const;
export const ReactionKind = z.enum(reactionKinds);

export const ReportReason = z.enum(["spam", "abuse", "off-topic", "illegal", "other"]);

/** Counts by kind, as the rows keep them. */
export const Reactions = z.partialRecord(ReactionKind, z.int());
export type Reactions = z.output<typeof Reactions>;
