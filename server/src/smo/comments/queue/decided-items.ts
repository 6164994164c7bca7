import type { Lesson } from "#src/smo/moderation/index.ts";
import type { CommentState } from "../schema.ts";
import type { RejectedAs } from "./queue-schema.ts";

/** One comment of a decision: what it was, what it became. */
export interface DecidedItem {
  readonly id: string;
  readonly siteId: string;
  readonly authorId: string;
  readonly from: CommentState;
  readonly to: CommentState;
  readonly rejectedAs: RejectedAs;
  readonly body: string;
  readonly reasons: readonly unknown[];
}

/** What a site's scorers learn from it: published is neither spam nor toxic, spam is spam, rejected may be toxic. */
export function lessonsOf(
  items: readonly Pick<DecidedItem, "siteId" | "to" | "rejectedAs" | "body">[],
  at: Date,
): readonly Lesson[] {
  return items.flatMap(({ siteId, to, rejectedAs, body: text }): Lesson[] => {
    if (to === "published") return [{ siteId, text, at, isSpam: false, isToxic: false }];
    if (to === "spam") return [{ siteId, text, at, isSpam: true }];
    if (to === "rejected" && rejectedAs === "toxic") return [{ siteId, text, at, isToxic: true }];
    return [];
  });
}
