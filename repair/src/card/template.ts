import { z } from "zod";
import { titleWeights } from "./fonts/bundled-fonts.ts";

/** `#rrggbb`, lower case. */
export const Colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'is no colour; write it as in "#1f6feb"');

export const cardLayouts = ["title-left", "photo-background", "photo-side", "quote", "plain"] as const;
export type CardLayout = (typeof cardLayouts)[number];

/** How the cards of a site look: data, so that an owner edits it and we can improve how it is drawn. */
export const CardTemplate = z.object({
  version: z.literal(1).default(1),
  layout: z.enum(cardLayouts).default("title-left"),
  colours: z
    .object({
      background: Colour.default("#14213d"),
      accent: Colour.default("#fca311"),
      text: Colour.nullable()
        .default(null)
        .describe(
          "Taken where it reads well on the background, with a contrast of 4.5 at least; else we choose",
        ),
    })
    .prefault({}),
  titleWeight: z.literal([...titleWeights]).default(700),
  siteName: z.string().trim().max(120, "is longer than 120 characters").default(""),
  show: z
    .object({
      siteName: z.boolean().default(true),
      author: z.boolean().default(true),
      date: z.boolean().default(true),
    })
    .prefault({}),
});
export type CardTemplate = z.output<typeof CardTemplate>;

/** What one card says. */
export const CardContent = z.object({
  title: z.string().max(10_000, "is longer than 10,000 characters"),
  author: z.string().max(300, "is longer than 300 characters").default(""),
  publishedOn: z.iso.date().nullable().default(null).describe("The day as the card shows it"),
  language: z
    .string()
    .max(35, "is longer than 35 characters")
    .default("")
    .describe("BCP 47, as in ru or pt-BR: how the day is written"),
});
export type CardContent = z.output<typeof CardContent>;

/** The files of a card. */
export interface CardAssets {
  /** PNG, JPEG, WebP, GIF, AVIF or SVG. */
  readonly logo?: Uint8Array | undefined;
  /** The picture of the page: PNG, JPEG, WebP, GIF or AVIF. Only the layouts with a photograph show it. */
  readonly picture?: Uint8Array | undefined;
  /** The site's own font, of one weight: TrueType, OpenType or WOFF2. Letters that it lacks come from Noto Sans. */
  readonly font?: Uint8Array | undefined;
}

/** What the card could not show as wished. It was drawn all the same. */
export type CardNote =
  | "title-empty"
  | "title-cut"
  | "letters-missing"
  | "logo-unreadable"
  | "picture-unreadable"
  | "font-unreadable";

export interface Card {
  /** 1200 × 630, under 300,000 bytes. */
  readonly jpeg: Uint8Array<ArrayBuffer>;
  /** Of all that decides the picture; it belongs into the file's name, as networks keep pictures by address. */
  readonly hash: string;
  readonly notes: readonly CardNote[];
}
