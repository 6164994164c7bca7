import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

export const Slug = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/,
    "is no slug: 3 to 40 small letters, digits and inner hyphens",
  );

/** Where a link may lead. A browser would run `javascript:`, and a name and password in an address are a disguise. */
export const Target = z
  .url({
    error: ({ input }) =>
      `"${String(input).slice(0, 80)}" is no address; write it whole, as in https://example.org/page`,
  })
  .max(2048, "is longer than 2,048 characters")
  .refine((url) => /^https?:\/\//i.test(url), "must begin with https:// or http://")
  .refine((url) => !URL.canParse(url) || new URL(url).username === "", "must hold no name or password");

export const Link = z
  .object({
    id: z.uuid(),
    slug: Slug,
    url: z.string().describe("Where it leads"),
    shortUrl: z.string().describe("What to give people"),
    siteId: z.uuid().nullable().describe("The site it leads to, when that is one of the workspace's"),
    publicationId: z.uuid().nullable().describe("The publication that it was made for"),
    createdAt: Instant,
  })
  .meta({ id: "Link" });
export type Link = z.output<typeof Link>;

export const NewLink = z.object({
  url: Target.describe("Where it leads"),
  slug: Slug.optional().describe("The end of the short address; leave it out to get a free one"),
});
