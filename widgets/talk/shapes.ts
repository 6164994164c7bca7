import type { Place } from "../base/base.ts";
import type { Words } from "./words.ts";

/** What the server tells of a comment; see `server/src/smo/comments/talk-schema.ts`. */
export interface Comment {
  readonly id: string;
  readonly parentId: string | null;
  readonly rootId: string;
  readonly depth: number;
  /** Nobody where only the place is left. */
  readonly author: {
    readonly name: string;
    readonly kind: string;
    readonly url: string | null;
    readonly avatarUrl: string | null;
  } | null;
  readonly sourceUrl: string | null;
  /** Of the server's own making. */
  readonly html: string;
  /** As it was written: only of one's own. */
  readonly body: string | null;
  readonly rating: number | null;
  readonly state: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly editableUntil: string | null;
  readonly pinnedAt: string | null;
  readonly reactions: Readonly<Record<string, number>>;
  readonly mine: readonly string[];
  readonly isOwn: boolean;
  readonly descendantCount: number;
  /** The first answers below it, however deep. */
  readonly replies?: readonly Comment[];
}

export interface Page {
  readonly items: readonly Comment[];
  readonly next: string | null;
}

export interface Me {
  readonly name: string;
  readonly isVerified: boolean;
}

export interface Thread extends Page {
  readonly pinned: readonly Comment[];
  readonly own: readonly Comment[];
  readonly commentCount: number;
  readonly version: string;
  readonly isClosed: boolean;
  readonly sort: string;
  readonly whoMayPost: string;
  readonly hasRatings: boolean;
  readonly rating: { readonly average: number; readonly count: number } | null;
  readonly reactionKinds: readonly string[];
  readonly me: Me | null;
  readonly signIn: { readonly email: boolean; readonly oauth: string | null };
  /** Signed by the server, good for one sending. */
  readonly form: string;
  readonly maxLength: number;
}

export interface Changes {
  readonly version: string;
  readonly commentCount: number;
  readonly items: readonly Comment[];
  readonly isMore: boolean;
}

export interface Posted {
  readonly comment: Comment;
  readonly token: string;
  readonly me: Me;
  readonly form: string;
}

/** The talk of one page, as it is shown now. */
export interface Talk {
  readonly place: Place<Words>;
  /** Asks what lies under `/talk/SITE/`, as who has signed in. */
  readonly ask: Place<Words>["ask"];
  readonly thread: Thread;
  /** Signed for the next sending. */
  form: string;
  /** Comments on the screen. */
  readonly shown: Map<string, Shown>;
  /** Begins anew: with another order, or as somebody else. */
  readonly reload: (sort?: string) => Promise<void>;
  /** Draws a comment that is on the screen anew. */
  readonly draw: (shown: Shown, comment: Comment) => void;
  /** Puts a comment where it belongs among those that are shown. */
  readonly insert: (comment: Comment) => Shown;
}

/** A comment with its place on the screen. */
export interface Shown {
  readonly item: HTMLLIElement;
  readonly replies: HTMLOListElement;
  article: HTMLElement;
  comment: Comment;
}
