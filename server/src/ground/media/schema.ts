import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

/** The longest description that any network takes is shorter; each network's own limit is checked with the post. */
export const AltText = z.string().trim().max(5000, "is longer than 5,000 characters");

export const Media = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mimeType: z.string(),
    width: z.int(),
    height: z.int(),
    byteLength: z.int(),
    animated: z.boolean(),
    alt: z.string().describe("What the picture shows, for those who can't see it"),
    url: z.string().describe("The picture as it was uploaded; for those who are signed in"),
    thumbnailUrl: z.string().describe("A small still of it; for those who are signed in"),
    createdAt: Instant,
  })
  .meta({ id: "Media" });
export type Media = z.output<typeof Media>;
