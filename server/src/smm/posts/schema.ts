import { z } from "zod";
import { Target } from "#src/ground/links/index.ts";
import { Media } from "#src/ground/media/index.ts";
import { Instant, TimeZone } from "#src/platform/operation/values.ts";

const maxText = 50_000;
const Text = z.string().max(maxText, "is longer than 50,000 characters; no network takes that");

const Language = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "is no language; use a tag such as ru or en-GB")
  .max(35);

/** As on the wall: no zone, no seconds. */
export const LocalTime = z.string().refine(isLocalTime, {
  error: (issue) => `"${String(issue.input)}" is no local time; write it as 2026-11-24T18:30`,
});

function isLocalTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false;
  const parsed = Date.parse(`${text}Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}

export const MissedPolicy = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("skip") }).describe("Leave it out"),
  z
    .object({ kind: z.literal("late"), withinMinutes: z.int().min(1).max(10_080) })
    .describe("Publish it late, but not later than so many minutes; then ask"),
  z.object({ kind: z.literal("ask") }).describe("Ask a person"),
]);
export type MissedPolicy = z.output<typeof MissedPolicy>;

const NewVariant = z.object({
  channelId: z.uuid(),
  text: Text.nullable().default(null).describe("Instead of the post's own text; null: the post's"),
  options: z
    .record(z.string().max(60), z.json())
    .default({})
    .describe("The network's own choices: see listNetworks"),
});

export const PostContent = z.object({
  text: Text,
  languages: z.array(Language).max(5).describe("BCP 47, the main one first"),
  linkUrl: Target.nullable().describe(
    "The page that it leads to; each publication gets a tracked link to it",
  ),
  mediaIds: z.array(z.uuid()).max(20, "has more than 20 pictures"),
  thread: z
    .array(Text)
    .max(50, "has more than 50 segments")
    .describe("Further messages, each an answer to the one before"),
  variants: z
    .array(NewVariant)
    .max(50, "has more than 50 channels")
    .refine(
      (all) => new Set(all.map(({ channelId }) => channelId)).size === all.length,
      "names a channel twice",
    )
    .describe("Where it goes, and what is different there"),
  campaign: z.string().trim().max(120).nullable(),
});
export type PostContent = z.output<typeof PostContent>;

/** A post that is written anew: what is left out is empty. */
export const NewPost = PostContent.extend({
  languages: PostContent.shape.languages.default([]),
  linkUrl: PostContent.shape.linkUrl.default(null),
  mediaIds: PostContent.shape.mediaIds.default([]),
  thread: PostContent.shape.thread.default([]),
  variants: PostContent.shape.variants.default([]),
  campaign: PostContent.shape.campaign.default(null),
});

export const publicationStates = [
  "draft",
  "in_review",
  "approved",
  "scheduled",
  "publishing",
  "published",
  "partial",
  "unknown",
  "missed",
  "failed",
  "withdrawn",
] as const;
export const PublicationState = z.enum(publicationStates);
export type PublicationState = z.output<typeof PublicationState>;

export const Choice = z.enum(["publish-again", "mark-published", "retry", "give-up"]);
export type Choice = z.output<typeof Choice>;

/** Why a publication stands where it stands, in words for people and for programs. */
export const PublicationProblem = z.object({
  rule: z.string().describe("Stable id, <network>.<surface>.<check>"),
  title: z.string(),
  words: z.string().nullable().describe("What the network said"),
  hint: z.string().nullable().describe("What to do"),
  next: z.iso.datetime().nullable().describe("When it is tried again by itself"),
});
export type PublicationProblem = z.output<typeof PublicationProblem>;

const InLanguages = z.object({ en: z.string(), ru: z.string() });

/** What is wrong with the page that a post leads to. */
export const LandingFinding = z.object({
  ruleId: z.string().describe("As in LP02: see listAuditRules"),
  severity: z.enum(["error", "warning"]),
  what: InLanguages,
  remedy: InLanguages,
  paste: z.string().nullable().describe("The very thing to put into the page"),
  repair: z.enum(["tags", "card-image"]).nullable().describe("What Samovar itself can mend"),
});

const count = z.int().nullable();

export const Publication = z
  .object({
    id: z.uuid(),
    postId: z.uuid(),
    channelId: z.uuid(),
    network: z.object({ id: z.string(), name: z.string(), color: z.string() }),
    handle: z.string(),
    state: PublicationState,
    url: z.string().nullable(),
    externalId: z.string().nullable(),
    trackedUrl: z.string().nullable(),
    scheduledAt: Instant.nullable(),
    publishedAt: Instant.nullable(),
    metrics: z
      .object({ likes: count, reposts: count, replies: count, quotes: count, views: count, readAt: Instant })
      .nullable(),
    problem: PublicationProblem.nullable(),
    choices: z.array(Choice).describe("What a person may decide now: see resolvePublication"),
    canEdit: z.boolean(),
    canWithdraw: z.boolean(),
  })
  .meta({ id: "Publication" });
export type Publication = z.output<typeof Publication>;

export const PublicationStep = z.object({
  id: z.uuid(),
  at: Instant,
  kind: z.string().describe("What happened, as a code; `detail` are its parameters"),
  actor: z.object({ kind: z.string(), name: z.string() }),
  detail: z.record(z.string(), z.json()),
  words: z.string().nullable().describe("What the network said"),
});

export const postStates = [
  "draft",
  "scheduled",
  "publishing",
  "published",
  "attention",
  "failed",
  "withdrawn",
] as const;
export const PostState = z.enum(postStates);

export const Post = z
  .object({
    id: z.uuid(),
    text: z.string(),
    languages: z.array(z.string()),
    linkUrl: z.string().nullable(),
    media: z.array(Media),
    thread: z.array(z.string()),
    variants: z.array(
      z.object({ channelId: z.uuid(), text: z.string().nullable(), options: z.record(z.string(), z.json()) }),
    ),
    campaign: z.string().nullable(),
    state: PostState,
    scheduledFor: z.object({ local: z.string(), timeZone: TimeZone, at: Instant }).nullable(),
    missedPolicy: MissedPolicy.nullable(),
    publications: z.array(Publication),
    createdAt: Instant,
    createdBy: z.string(),
    publishedAt: Instant.nullable(),
  })
  .meta({ id: "Post" });
export type Post = z.output<typeof Post>;
