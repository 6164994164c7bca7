/**
 * What visitors' elements ask of subscriptions and are told, under `/letters/:site` (`:site` is the site's public key):
 *
 * | Request                            | Body          | Answer                                        |
 * | ---------------------------------- | ------------- | --------------------------------------------- |
 * | GET /letters/:site                 |               | `Offer`, in the reader's language             |
 * | POST /letters/:site/subscriptions  | `Asking`      | 202 `Asked`, or a problem                     |
 * | DELETE /letters/:site/subscriptions| `PushEnd`     | 204                                           |
 * | GET, POST /letters/:site/form      | form fields   | a page on our own origin, without any script  |
 *
 * In doubt the answer is 403 `check_failed` with a `challenge` beside title and hint: solve it (ALTCHA, version 2) and
 * send the same again with `proofOfWork`.
 */
import { z } from "zod";
import { VisitNow } from "#src/ground/events/index.ts";

export const Frequency = z.enum(["each", "daily", "weekly"]);
export type Frequency = z.output<typeof Frequency>;
export const Language = z.enum(["ru", "en"]);
export type Language = z.output<typeof Language>;

export const maxTopics = 30;

export const OfferedTopic = z.object({ id: z.uuid(), name: z.string(), about: z.string().nullable() });

/** What a site offers. */
export const Offer = z.object({
  siteName: z.string(),
  topics: z.array(OfferedTopic),
  frequencies: z.array(Frequency),
  /** What the subscriber agrees to; show it beside the button. */
  consent: z.string(),
  feedUrl: z.string().nullable(),
  /** For web push: the server's public key, base64url. Null: no notices here. */
  pushKey: z.string().nullable(),
  /** A page of ours with the same form, for browsers without scripts. */
  formUrl: z.string(),
});
export type Offer = z.output<typeof Offer>;

/** As `PushSubscription.toJSON()` gives it. */
export const PushSubscription = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{80,100}={0,2}$/, "is no P-256 key, base64url"),
    auth: z.string().regex(/^[\w-]{20,30}={0,2}$/, "is no authentication secret, base64url"),
  }),
});
export type PushSubscription = z.output<typeof PushSubscription>;

/** Somebody asks for letters (`email`) or for notices of his browser (`push`). */
export const Asking = z.object({
  email: z.string().max(320).optional(),
  push: PushSubscription.optional(),
  /** Ids; none: everything. */
  topics: z.array(z.uuid()).max(maxTopics).default([]),
  frequency: Frequency.optional(),
  language: Language.default("en").catch("en"),
  page: z.url({ protocol: /^https?$/ }).max(2000),
  honeypot: z.string().max(300).default(""),
  filledMs: z.number().min(0).optional(),
  proofOfWork: z.string().max(4000).optional(),
  visit: VisitNow.optional().describe("Absent: a visitor who is not to be measured"),
});
export type Asking = z.output<typeof Asking>;

/** `check-mail`: also where the address was known already, or is written to no more: nobody learns who subscribes. */
export const Asked = z.object({ state: z.enum(["check-mail", "subscribed"]) });

export const PushEnd = z.object({ endpoint: PushSubscription.shape.endpoint });
