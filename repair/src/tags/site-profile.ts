import { z } from "zod";
import type { SiteProfile as Profile } from "./page-tags.ts";

const address = z
  .url("is no address; write it whole, as in https://example.org/card.jpg")
  .max(2000, "is longer than 2,000 characters")
  .refine((url) => /^https?:\/\//i.test(url), "must begin with https:// or http://");

/** An address with a hole in it is no address by RFC 3986. */
const template = z
  .string()
  .regex(/^https?:\/\/[^\s/]+\S*$/i, "is no address; write it as in https://example.org/oembed?url={url}")
  .max(2000, "is longer than 2,000 characters");

/** A site's profile as it is kept, sent and written into a configuration file. */
export const SiteProfile = z.object({
  siteName: z.string().trim().min(1, "is empty").max(120, "is longer than 120 characters").optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is no language; write it as in ru or pt-BR")
    .max(35, "is longer than 35 characters")
    .optional()
    .describe("BCP 47, for pages that do not say theirs"),
  image: z
    .object({
      url: address,
      width: z.int().min(1).max(20_000).optional(),
      height: z.int().min(1).max(20_000).optional(),
      alt: z.string().max(420, "is longer than 420 characters").optional(),
      type: z.enum(["image/jpeg", "image/png", "image/webp", "image/gif"]).optional(),
    })
    .optional()
    .describe("For pages without a picture of their own"),
  creator: z
    .string()
    .max(300, "is longer than 300 characters")
    .regex(/^@?[^@\s]+@[^@\s]+\.[^@\s]+$/, "is no fediverse account; write it as in @name@example.social")
    .optional()
    .describe("The fediverse account that pages are credited to"),
  themeColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'is no colour; write it as in "#1f6feb"')
    .optional(),
  feeds: z
    .array(
      z.object({
        url: address,
        type: z.enum(["application/rss+xml", "application/atom+xml", "application/feed+json"]),
        title: z.string().max(200, "is longer than 200 characters").optional(),
      }),
    )
    .max(10, "are more than 10")
    .optional(),
  oembed: template.optional().describe("oEmbed endpoint; {url} in it stands for the page's address"),
  script: z
    .object({ src: address, siteKey: z.string().min(1).max(100, "is longer than 100 characters") })
    .optional()
    .describe("The site script, as the site's embed line has it"),
}) satisfies z.ZodType<Profile>;
