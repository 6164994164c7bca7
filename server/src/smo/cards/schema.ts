import { CardContent, CardTemplate as CardLook } from "@samovar/repair";
import { z } from "zod";
import { Media } from "#src/ground/media/schema.ts";
import { Instant } from "#src/platform/operation/values.ts";

export { CardContent, CardLook };

export const CardFont = z
  .object({ id: z.uuid(), name: z.string(), byteLength: z.int(), createdAt: Instant })
  .meta({ id: "CardFont" });
export type CardFont = z.output<typeof CardFont>;

/** What a site's cards are drawn by. `changedAt` is null as long as it is the look that we give to every site. */
export const CardTemplate = z
  .object({
    id: z.uuid().describe("The site's"),
    siteId: z.uuid(),
    look: CardLook,
    logo: Media.nullable(),
    font: CardFont.nullable().describe("The site's own; null for Noto Sans"),
    changedAt: Instant.nullable(),
    changedBy: z.string().nullable(),
  })
  .meta({ id: "CardTemplate" });
export type CardTemplate = z.output<typeof CardTemplate>;

/** A template as it is asked for. */
export const WishedTemplate = z.object({
  look: CardLook,
  logoId: z.uuid().nullable().default(null).describe("A picture of listMedia"),
  fontId: z.uuid().nullable().default(null).describe("A font of listCardFonts; null for Noto Sans"),
});
export type WishedTemplate = z.output<typeof WishedTemplate>;

/** What could not be shown as wished. */
export const CardNote = z.enum([
  "title-empty",
  "title-cut",
  "letters-missing",
  "logo-unreadable",
  "picture-unreadable",
  "font-unreadable",
]);

export const PageCard = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    pageUrl: z.string(),
    title: z.string(),
    url: z.string().describe("Public, and the same picture for ever: what og:image should name"),
    width: z.int(),
    height: z.int(),
    byteLength: z.int(),
    madeAt: Instant,
  })
  .meta({ id: "PageCard" });
export type PageCard = z.output<typeof PageCard>;

/** All that a card was drawn from; its files are named by their digests. */
export const CardRecipe = z.object({
  look: CardLook,
  content: CardContent,
  logo: z.string().nullable(),
  picture: z.string().nullable(),
  font: z.string().nullable(),
});
export type CardRecipe = z.output<typeof CardRecipe>;
