import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

export const decisions = ["allow", "hold", "reject"] as const;
export const Decision = z.enum(decisions);
export type Decision = z.output<typeof Decision>;

/** Why a phase decided as it did. `code` is stable and names the finding; `score` is 0 to 1 where one was measured. */
export const Reason = z
  .object({
    phase: z.string().max(40),
    decision: Decision,
    code: z.string().max(60),
    score: z.number().min(0).max(1).optional(),
    detail: z.string().max(300).optional().describe("What was met: a word, a host, a number"),
  })
  .meta({ id: "ModerationReason" });
export type Reason = z.output<typeof Reason>;

const Share = z.number().min(0).max(1);

/** How the phases of a site judge. Every field has a default that suits a site nobody has set anything for. */
export const ModerationRules = z
  .object({
    fastestMs: z
      .int()
      .min(0)
      .max(60_000)
      .default(2500)
      .describe("A form that was filled faster was hardly filled by a person"),
    perAddress: z.int().min(1).max(1000).default(5).describe("Submissions a minute from one address"),
    perAuthor: z.int().min(1).max(1000).default(5).describe("Submissions a minute by one author"),
    perSite: z
      .int()
      .min(5)
      .max(100_000)
      .default(60)
      .describe("Submissions a minute to the whole site; beyond, newcomers wait and have to prove work"),
    maxLinks: z.int().min(0).max(100).default(2).describe("Links that a newcomer may set; more are held"),
    holdFirst: z
      .enum(["always", "links", "never"])
      .default("always")
      .describe("Whether the first words of a newcomer wait: always, when they hold a link, never"),
    trustedFrom: z
      .int()
      .min(1)
      .max(4)
      .default(3)
      .describe("The level of trust from which words, links and scores are asked no more"),
    spamHold: Share.default(0.7).describe("From this score on it waits"),
    spamReject: Share.default(0.97).describe("From this score on it is refused, once enough was learned"),
    lessonsToReject: z
      .int()
      .min(0)
      .max(100_000)
      .default(50)
      .describe("Decisions that the scorer must have learned from before it may refuse"),
    toxicityHold: Share.default(0.75).describe("From this score on it waits"),
    proofOfWork: z.boolean().default(true).describe("Ask for a proof of work when in doubt"),
    akismet: z.boolean().default(false).describe("Ask Akismet too, with the site's own key"),
  })
  .meta({ id: "ModerationRules" });
export type ModerationRules = z.output<typeof ModerationRules>;

export const ModerationSettings = z
  .object({
    id: z.uuid().describe("The site's"),
    siteId: z.uuid(),
    rules: ModerationRules,
    hasAkismetKey: z.boolean(),
    changedAt: Instant.nullable(),
  })
  .meta({ id: "ModerationSettings" });

export const entryKinds = ["word", "host", "address", "email", "author"] as const;
export const EntryKind = z.enum(entryKinds);
export type EntryKind = z.output<typeof EntryKind>;
export const entryEffects = ["allow", "hold", "reject", "ban", "shadow"] as const;
export const EntryEffect = z.enum(entryEffects);
export type EntryEffect = z.output<typeof EntryEffect>;

export const ModerationEntry = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    kind: EntryKind,
    effect: EntryEffect,
    pattern: z.string(),
    note: z.string().nullable(),
    createdAt: Instant,
    createdBy: z.string().nullable(),
  })
  .meta({ id: "ModerationEntry" });

export const ModerationDecision = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    commentId: z.uuid().nullable(),
    at: Instant,
    source: z.string(),
    decision: Decision,
    reasons: z.array(Reason),
    spamScore: z.number(),
    toxicityScore: z.number(),
    pagePath: z.string(),
  })
  .meta({ id: "ModerationDecision" });
