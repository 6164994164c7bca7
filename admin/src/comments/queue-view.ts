import type { Input, Row } from "#src/api/operations.ts";

export const queueViews = ["held", "reported", "spam", "rejected", "published"] as const;
export type QueueView = (typeof queueViews)[number];

export type QueuedComment = Row<"listCommentQueue">;
export type Decision = Input<"decideComments">["decision"];
export type Ban = NonNullable<Input<"decideComments">["ban"]>;

/** What can be decided about comments in a view; what they are already is left out. */
export const decisionsIn: Readonly<Record<QueueView, readonly Decision[]>> = {
  held: ["publish", "spam", "reject", "delete"],
  reported: ["publish", "spam", "reject", "delete"],
  spam: ["publish", "reject", "delete"],
  rejected: ["publish", "spam", "delete"],
  published: ["hold", "spam", "reject", "delete"],
};

/** The key of each decision, in its place on the keyboard. */
export const keyOf: Readonly<Record<Decision, string>> = {
  publish: "a",
  spam: "s",
  reject: "r",
  hold: "h",
  delete: "d",
};
