import { z } from "zod";

/** The author's own warnings: https://docs.bsky.app/docs/advanced-guides/moderation#self-labels */
export const PostOptions = z.object({
  contentLabels: z
    .array(z.enum(["sexual", "nudity", "porn", "graphic-media"]))
    .default([])
    .meta({ title: "Content labels", description: "Readers see a warning in front of the pictures" }),
});
