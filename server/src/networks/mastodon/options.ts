import { z } from "zod";

/** Who sees a status, from everybody to those it names. */
export const fromWideToNarrow = ["public", "unlisted", "private", "direct"] as const;
export const Visibility = z.enum(fromWideToNarrow);
export type Visibility = z.output<typeof Visibility>;

/** The network's own choices for a status: https://docs.joinmastodon.org/methods/statuses/#create */
export const StatusOptions = z.object({
  visibility: Visibility.default("public").meta({
    title: "Visibility",
    description: "Who sees it: everyone, everyone but not in public feeds, followers, those mentioned",
  }),
  contentWarning: z
    .string()
    .max(500)
    .default("")
    .meta({ title: "Content warning", description: "Shown instead of the text until the reader opens it" }),
  sensitive: z
    .boolean()
    .default(false)
    .meta({ title: "Sensitive media", description: "Pictures are hidden behind a blur" }),
  poll: z
    .object({
      choices: z.array(z.string().min(1)).meta({ title: "Choices" }),
      expiresInSeconds: z.int().default(86_400).meta({ title: "Open for, in seconds" }),
      multiple: z.boolean().default(false).meta({ title: "Several choices at once" }),
      hideTotals: z.boolean().default(false).meta({ title: "Hide counts until it ends" }),
    })
    .optional()
    .meta({ title: "Poll" }),
});
