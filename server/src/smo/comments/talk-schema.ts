/**
 * What visitors' elements ask below `/talk/:site` and what they are told, in the order of the talk:
 *
 *     GET    thread?url&sort&after&limit&around      TalkThread
 *     GET    thread.html?url&sort&after&lang         the same as a piece of HTML for the page's own server
 *     GET    page?url&sort&after&branch&to&lang      the same as a whole page without scripts
 *     POST   page                                    its form; leads back to it
 *     GET    feed.xml?url&lang                       RSS of a page's newest comments, or of the site's
 *     GET    comments/:id/replies?after&limit        TalkPage
 *     GET    changes?url&since                       TalkChanges, or 204 when nothing is new
 *     GET    people?url&search                       { items: { id, name }[] }, for @names
 *     GET    form                                    { form }: a fresh one, for one sending
 *     POST   comments                                NewTalkComment → 201 Posted; 422 with a `challenge` when in doubt:
 *                                                    the same comes again with the solution as `proofOfWork`
 *     PATCH  comments/:id                            { body } → TalkComment
 *     DELETE comments/:id                            TalkComment
 *     PUT    comments/:id/reactions/:kind, DELETE    { visit? } → { reactions, mine }
 *     POST   comments/:id/reports                    { reason, text?, visit? } → { reported: true }
 *     GET    reactions?url                           { kinds, reactions, mine }: those to the page itself
 *     PUT    reactions/:kind, DELETE                 { url, title?, visit? } → the same
 *     GET    polls/:id                               TalkPoll
 *     POST   polls/:id/votes                         { options: number[], visit? } → TalkPoll
 *     POST   sign-ins                                { email, name?, returnUrl } → { mailed: true }; the mail's link
 *                                                    leads back to the page's `#samovar-code=…`
 *     POST   tokens                                  { code } or { sso } → { token, me }
 *     DELETE tokens                                  signs out
 *     GET    oauth?returnUrl                         leads to the provider, and back to the page's `#samovar-code=…`
 *
 * Whoever has a token says it as `Authorization: Bearer …`. Refusals are problem documents.
 */
import { z } from "zod";
import { VisitNow } from "#src/ground/events/index.ts";
import {
  AuthorKind,
  CommentSort,
  CommentSource,
  maxCommentLength,
  maxNameLength,
  ReactionKind,
  Reactions,
  ReportReason,
} from "./schema.ts";

export const PageUrl = z.string().min(1).max(4096).describe("The whole address of the page");
/** Absent of visitors who must not be measured: no event is recorded for them. */
const Visit = VisitNow.optional();

export const TalkAuthor = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: AuthorKind,
  url: z.string().nullable(),
  avatarUrl: z.string().nullable(),
});

const CommentFields = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  rootId: z.uuid(),
  depth: z.int().describe("How far in it is shown; bounded by the site's setting"),
  author: TalkAuthor.nullable().describe("null where only the place is left"),
  source: CommentSource,
  sourceUrl: z.string().nullable(),
  html: z.string(),
  body: z.string().nullable().describe("As it was written; only of one's own"),
  rating: z.int().nullable(),
  state: z.enum(["published", "held", "deleted"]).describe("held: one's own that waits; deleted: a place"),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  editableUntil: z.string().nullable().describe("Of one's own, while it can be edited"),
  pinnedAt: z.string().nullable(),
  reactions: Reactions,
  mine: z.array(ReactionKind).describe("One's own reactions"),
  isOwn: z.boolean(),
  descendantCount: z.int().describe("Published answers below it, at the top level"),
  version: z.string(),
});
export const TalkComment = CommentFields.extend({
  replies: z.array(CommentFields).describe("The first answers below it; more at comments/:id/replies"),
});
export type TalkComment = z.output<typeof TalkComment>;

export interface TalkPage {
  readonly items: readonly TalkComment[];
  /** For `after`; null on the last page. */
  readonly next: string | null;
}

export interface TalkMe {
  readonly id: string;
  readonly name: string;
  readonly kind: AuthorKind;
  readonly isVerified: boolean;
}

export interface TalkThread extends TalkPage {
  readonly id: string | null;
  readonly title: string | null;
  readonly pinned: readonly TalkComment[];
  /** One's own that are not published yet. */
  readonly own: readonly TalkComment[];
  readonly commentCount: number;
  /** What `changes` asks by. */
  readonly version: string;
  readonly isClosed: boolean;
  readonly sort: CommentSort;
  readonly whoMayPost: string;
  readonly hasRatings: boolean;
  readonly rating: {
    readonly average: number;
    readonly count: number;
    readonly counts: number[];
  } | null;
  readonly reactionKinds: readonly string[];
  readonly reactions: Reactions;
  readonly me: TalkMe | null;
  readonly signIn: { readonly email: boolean; readonly oauth: string | null; readonly sso: boolean };
  /** Signed, good for one sending within a day. */
  readonly form: string;
  readonly maxLength: number;
}

export interface TalkChanges {
  readonly version: string;
  readonly commentCount: number;
  /** What is new or other than it was, oldest change first; ask again when `isMore`. */
  readonly items: readonly TalkComment[];
  readonly isMore: boolean;
}

export const ThreadQuery = z.object({
  url: PageUrl,
  sort: CommentSort.optional(),
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  around: z.uuid().optional().describe("A comment: the page begins with the root that it stands below"),
});
export type ThreadQuery = z.output<typeof ThreadQuery>;

export const RepliesQuery = z.object({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const ChangesQuery = z.object({
  url: PageUrl,
  since: z.string().regex(/^\d{1,18}$/, "is no version"),
});

export const UrlQuery = z.object({ url: PageUrl });
export const PeopleQuery = z.object({ url: PageUrl, search: z.string().min(1).max(80) });

const Body = z
  .string()
  .max(maxCommentLength * 2) // checked again once it is cleaned; this bounds the work
  .describe("Text with a small Markdown");

export const NewTalkComment = z.object({
  url: PageUrl,
  title: z.string().max(300).optional(),
  parentId: z.uuid().nullish(),
  body: Body,
  rating: z.int().min(1).max(5).nullish(),
  name: z.string().max(maxNameLength).optional(),
  email: z.string().max(320).optional(),
  wantsReplies: z.boolean().default(false),
  form: z.string().max(200),
  website: z.string().max(500).optional().describe("The field that no person sees"),
  filledMs: z.number().min(0).max(86_400_000).optional(),
  proofOfWork: z.string().max(4000).optional(),
  visit: Visit,
});
export type NewTalkComment = z.output<typeof NewTalkComment>;

/** What whoever posted is told. */
export interface Posted {
  readonly comment: TalkComment;
  /** What the element keeps, to edit and to be known again. */
  readonly token: string;
  readonly me: TalkMe;
  /** For the next sending. */
  readonly form: string;
}

export const EditedBody = z.object({ body: Body });
export const Visited = z.object({ visit: Visit });
export const PageReaction = z.object({ url: PageUrl, title: z.string().max(300).optional(), visit: Visit });
export const NewReport = z.object({
  reason: ReportReason,
  text: z.string().max(1000).optional(),
  visit: Visit,
});
export const PollVotes = z.object({ options: z.array(z.int().min(0).max(20)).min(1).max(20), visit: Visit });
export const NewSignIn = z.object({
  email: z.string().max(320),
  name: z.string().max(maxNameLength).optional(),
  returnUrl: PageUrl,
});
export const OAuthQuery = z.object({ returnUrl: PageUrl });
export const OAuthReturn = z.object({
  state: z.string().max(100),
  code: z.string().max(4000).optional(),
  error: z.string().max(200).optional(),
});
export const NewToken = z.union([
  z.object({ code: z.string().max(100) }),
  z.object({ sso: z.string().max(8000) }),
]);

export interface TalkPoll {
  readonly id: string;
  readonly question: string;
  readonly takesMany: boolean;
  readonly closesAt: string | null;
  readonly isClosed: boolean;
  readonly voterCount: number;
  readonly options: readonly {
    readonly position: number;
    readonly text: string;
    readonly voteCount: number;
  }[];
  readonly mine: readonly number[];
}
