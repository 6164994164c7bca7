import { engineIds, SiteProfileSchema } from "@samovar/repair";
import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

export const PageAddress = z
  .url("is no address; write it whole, as in https://example.org/page")
  .max(2000, "is longer than 2,000 characters")
  .refine((url) => /^https?:\/\//i.test(url), "must begin with https:// or http://");

/** What the owner may say; the site script follows from the site itself. */
export const OwnProfile = SiteProfileSchema.omit({ script: true });

export const HeadProfile = z
  .object({
    siteId: z.uuid(),
    profile: SiteProfileSchema.describe("What middlewares and proxies put into every page that lacks it"),
    changedAt: Instant.nullable(),
  })
  .meta({ id: "HeadProfile" });

export const PageTags = z.object({
  url: z.string().describe("The address under which the page wants to be known"),
  tags: z.string().describe("HTML to paste into the page's head, a line each"),
  byteLength: z.int(),
  title: z.string(),
  description: z.string().nullable(),
  imageUrl: z.string().nullable(),
});

export const EngineId = z.enum(engineIds);

const InBoth = z.object({ en: z.string(), ru: z.string() });

export const EngineKind = z.object({
  id: EngineId,
  name: z.string(),
  fields: z.array(z.object({ key: z.string(), label: InBoth, hint: InBoth, isSecret: z.boolean() })),
  cannot: z.array(InBoth).describe("What it can't be told, and why"),
});

export const SiteEngine = z
  .object({
    siteId: z.uuid(),
    engineId: EngineId,
    url: z.string(),
    account: z.string(),
    facts: z.record(z.string(), z.string()),
    connectedAt: Instant,
  })
  .meta({ id: "SiteEngine" });

/** One field of a page that changes. */
export const TagChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string(),
  isBeforeKnown: z
    .boolean()
    .describe("False where the engine does not tell what stands there: undoing empties it"),
});
export type TagChange = z.output<typeof TagChange>;

export const TagPush = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    engineId: EngineId,
    pageUrl: z.string(),
    pageTitle: z.string(),
    changes: z.array(TagChange),
    pushedAt: Instant,
    undoneAt: Instant.nullable(),
  })
  .meta({ id: "TagPush" });
