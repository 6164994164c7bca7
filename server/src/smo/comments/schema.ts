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
