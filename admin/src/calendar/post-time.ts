import type { Post } from "#src/api/operations.ts";

/** When a post stands in the calendar. */
export const timeOf = (post: Post): string => post.publishedAt ?? post.scheduledFor?.at ?? post.createdAt;
