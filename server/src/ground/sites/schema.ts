import { z } from "zod";
import { Instant, Name } from "#src/platform/operation/values.ts";

/** What fits into the index of a site's pages, and more than browsers' address bars show. */
export const maxPathLength = 2000;

/** Scheme and host of a web site, as browsers send it in `Origin`; a path after it is cut off. */
export const SiteOrigin = z
  .string()
  .trim()
  .max(300)
  .transform((text, context) => {
    const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
    if (url && isWebSite(url)) return url.origin;
    context.addIssue(`"${text}" is no web address; use one such as https://example.com`);
    return z.NEVER;
  });

const isWebSite = ({ protocol, hostname, username }: URL) =>
  /^https?:$/.test(protocol) && hostname !== "" && username === ""; // `mailto:a@b` would be a name and a password

export const ProofMethod = z.enum(["meta", "file", "dns"]);

export const Site = z.object({
  id: z.uuid(),
  name: Name,
  origin: z.string(),
  siteKey: z.string().describe("Public: names the site to the event endpoint"),
  embedLine: z.string().describe("The one line to put into every page"),
  proofs: z
    .object({
      meta: z.string(),
      fileUrl: z.string(),
      fileText: z.string(),
      dnsName: z.string(),
      dnsText: z.string(),
    })
    .describe("What to put where, to prove that the site is yours; one of them is enough"),
  provedAt: Instant.nullable(),
  provedBy: ProofMethod.nullable(),
  firstVisitAt: Instant.nullable().describe("When the embedded line was first heard from"),
  createdAt: Instant,
});

export const Page = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  path: z.string(),
  url: z.url(),
  title: z.string().nullable(),
  knownFrom: z.enum(["visit", "sitemap"]),
  knownAt: Instant,
  changedAt: Instant.nullable().describe("What the sitemap says"),
  visitedAt: Instant.nullable().describe("When a person was first seen on it"),
});
