import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { Frequency, Language, maxTopics } from "./letters-schema.ts";

export const SubscriberState = z.enum(["asked", "confirmed", "left"]);
export const SubscriberSource = z.enum(["element", "form", "import", "api"]);

export const Subscriber = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  address: z.string(),
  state: SubscriberState.describe("Letters go to `confirmed` ones only"),
  language: Language,
  frequency: Frequency,
  topicIds: z.array(z.uuid()).describe("None: everything"),
  source: SubscriberSource,
  pageUrl: z.string().nullable().describe("Where he asked"),
  arrivedNetwork: z.string().nullable().describe("The network or site that his visit came from"),
  arrivedShare: z.string().nullable().describe("The share that brought him"),
  askedAt: Instant,
  confirmedAt: Instant.nullable(),
  leftAt: Instant.nullable(),
});

export const ConsentLine = z.object({
  id: z.uuid(),
  at: Instant,
  deed: z.enum(["asked", "confirmed", "changed", "left", "imported", "added"]),
  words: z.string().nullable().describe("What he saw and agreed to, word for word"),
  pageUrl: z.string().nullable(),
  addressPrint: z.string().nullable().describe("A fingerprint of the network address"),
  byName: z.string().nullable().describe("Who did it, where it was not the subscriber himself"),
});

export const TopicSettings = z.object({
  id: z.uuid().optional().describe("Leave it out for a new one"),
  name: z.string().trim().min(1, "is empty").max(80),
  about: z.string().trim().max(200).nullable().default(null),
});

export const SubscriptionSettings = z.object({
  siteId: z.uuid(),
  frequencies: z.array(Frequency),
  feedUrl: z.string().nullable(),
  consentRu: z.string().nullable().describe("What a subscriber agrees to; null: our own words"),
  consentEn: z.string().nullable(),
  hasPush: z.boolean(),
  topics: z.array(z.object({ id: z.uuid(), name: z.string(), about: z.string().nullable() })),
  formUrl: z.string().describe("The form as a page of ours, for a link anywhere"),
});

export const NewSubscriptionSettings = z.object({
  siteId: z.uuid(),
  frequencies: z.array(Frequency).min(1, "choose at least one").max(3),
  feedUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable()
    .default(null),
  consentRu: z.string().trim().min(10).max(2000).nullable().default(null),
  consentEn: z.string().trim().min(10).max(2000).nullable().default(null),
  hasPush: z.boolean().default(true),
  topics: z.array(TopicSettings).max(maxTopics).default([]),
});
