import type { CardFont, CardTemplate, Input, Media } from "#src/api/operations.ts";

type Look = Input<"changeCardTemplate">["look"];

export const layouts = ["title-left", "photo-background", "photo-side", "quote", "plain"] as const;
export type CardLayout = (typeof layouts)[number];

export const weights = [400, 500, 600, 700, 800, 900] as const;
export type TitleWeight = (typeof weights)[number];

/** A template while somebody works on it. */
export interface CardDraft {
  readonly layout: CardLayout;
  readonly background: string;
  readonly accent: string;
  /** Empty: chosen for the reader's sake. */
  readonly text: string;
  readonly titleWeight: TitleWeight;
  readonly siteName: string;
  readonly showsSiteName: boolean;
  readonly showsAuthor: boolean;
  readonly showsDate: boolean;
  readonly logo: Media | null;
  readonly font: CardFont | null;
}

/** What the server fills in when nothing is said, so that the form shows it. */
const first = { background: "#14213d", accent: "#fca311" } as const;

export function draftOf({ look, logo, font }: CardTemplate): CardDraft {
  return {
    layout: look.layout ?? "title-left",
    titleWeight: look.titleWeight ?? 700,
    siteName: look.siteName ?? "",
    ...coloursOf(look),
    ...shownOf(look),
    logo,
    font,
  };
}

function coloursOf({ colours: { background, accent, text } = {} }: Look) {
  return { background: background ?? first.background, accent: accent ?? first.accent, text: text ?? "" };
}

function shownOf({ show: { siteName, author, date } = {} }: Look) {
  return { showsSiteName: siteName ?? true, showsAuthor: author ?? true, showsDate: date ?? true };
}

/** The draft as the server takes it. */
export function wishOf(draft: CardDraft): { look: Look; logoId: string | null; fontId: string | null } {
  return {
    look: {
      layout: draft.layout,
      colours: {
        background: draft.background,
        accent: draft.accent,
        text: draft.text === "" ? null : draft.text,
      },
      titleWeight: draft.titleWeight,
      siteName: draft.siteName,
      show: { siteName: draft.showsSiteName, author: draft.showsAuthor, date: draft.showsDate },
    },
    logoId: draft.logo?.id ?? null,
    fontId: draft.font?.id ?? null,
  };
}

export const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text.trim());

/** Whether it can be drawn: while somebody types a colour, half of it is none. */
export const isDrawable = ({ background, accent, text }: CardDraft) =>
  isColour(background) && isColour(accent) && (text === "" || isColour(text));

export const isSame = (one: CardDraft, other: CardDraft) =>
  JSON.stringify(wishOf(one)) === JSON.stringify(wishOf(other));
