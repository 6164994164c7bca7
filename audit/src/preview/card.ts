import type { Page } from "../page/page.ts";
import type { ImageFacts, RobotsVerdict, Visit } from "../visit/visit.ts";
import type { NetworkId } from "../networks/network.ts";

/** What a prediction stands on. Only `page` is needed; with the rest it is closer to the truth. */
export interface Reading {
  /** As this network's robot read it: cut to its window. */
  readonly page: Page;
  /** The address that was posted. */
  readonly postedUrl: string;
  readonly visit?: Visit | undefined;
  /** oEmbed answer of the page, where it has one. */
  readonly oembed?: Readonly<Record<string, unknown>> | undefined;
  /** Facts of the pictures that the page names, by absolute address. */
  readonly images?: ReadonlyMap<string, ImageFacts> | undefined;
  /** Addresses that robots.txt forbids this robot, the page's own or a picture's. */
  readonly forbidden?: ReadonlyMap<string, RobotsVerdict> | undefined;
}

/** A link's card as a network would show it. */
export interface Card {
  readonly network: NetworkId;
  /** `none`: the network shows a bare link. */
  readonly layout: "none" | "text" | "small" | "large" | "pin";
  readonly title: Field | undefined;
  readonly description: Field | undefined;
  readonly siteName: Field | undefined;
  readonly author: Field | undefined;
  readonly image: ImageField | undefined;
  /** The line of the address as it is shown: `example.org`. */
  readonly domain: string;
  /** `#rrggbb` of the stripe beside it, where the network draws one. */
  readonly accent: string | undefined;
  /** Why there is no card, or no picture: for the reader. */
  readonly notes: readonly Note[];
}

/** A piece of text with its origin. */
export interface Field {
  /** As shown, cut. */
  readonly shown: string;
  /** Before it was cut. */
  readonly whole: string;
  /** The tag it came from, as written: `<meta property="og:title" …>`, `<title>`, `JSON-LD headline`, `oEmbed title`. */
  readonly from: string;
  readonly why: Note;
}

export interface ImageField {
  readonly url: string;
  readonly alt: string | undefined;
  readonly from: string;
  readonly why: Note;
}

/** A sentence that can be said in each language: a key of `preview/notes.ts` with its values. */
export interface Note {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}
