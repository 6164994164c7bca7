import type { Grade, PreviewNetwork } from "../networks/network.ts";
import type { Meta } from "../page/page.ts";
import type { Card, Field, Note, Reading } from "./card.ts";
import type { JudgedImage } from "./judge-image.ts";
import type { Source } from "./sources.ts";

/** How a network makes a card of a page: which tags it asks in which order, and how it draws what it found. */
export interface Recipe {
  /** How well the order of the tags is founded. C is said on the card. */
  readonly grade: Grade;
  /** Of these, the first that says something. */
  readonly title: readonly Source[];
  readonly description: readonly Source[];
  readonly siteName: readonly Source[];
  readonly author: readonly Source[];
  readonly image: readonly Source[];
  /** Decodes the entities of a text once more, as readers do that do not trust the page. */
  readonly decodesTwice?: boolean;
  /** Counts white space as written where it cuts, though a screen shows runs of it as one space. */
  readonly keepsSpace?: boolean;
  /** Fetches pictures only by absolute addresses. Default: relative ones are resolved against the page's. */
  readonly wantsAbsoluteImages?: boolean;
  /** Whether it gives up on a page that is not sent as text/html. */
  readonly onlyHtml?: boolean;
  /** Which metas it sees at all. Default: every one. */
  readonly sees?: (meta: Meta) => boolean;
  /** Without these there is no card. Default: the title. */
  readonly needs?: "title" | "title or description" | "nothing";
  /** Why it shows a bare link in spite of what the page offers. */
  readonly refuses?: (draft: Draft) => Note | undefined;
  readonly layout: (draft: Draft) => Card["layout"];
  /** What it does to a text before it cuts it. */
  readonly edits?: (draft: Draft) => Partial<Pick<Draft, "title" | "description">>;
  readonly accent?: (page: Reading["page"]) => string | undefined;
  /** What the reader should know besides. */
  readonly remarks?: (draft: Draft) => readonly Note[];
}

/** What has been found before the layout is chosen; the texts are whole. */
export interface Draft {
  readonly network: NetworkFacts;
  readonly reading: Reading;
  readonly title: Field | undefined;
  readonly description: Field | undefined;
  readonly siteName: Field | undefined;
  readonly image: JudgedImage | undefined;
}

export type NetworkFacts = Omit<PreviewNetwork, "predict">;
