import type { Card, Field, ImageField, Note } from "./card.ts";
import { note } from "./notes.ts";

/** A card as the network gives it back. Undefined: its API does not tell. Null or empty: there is none. */
export interface RealCard {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly siteName?: string | null | undefined;
  readonly imageUrl?: string | null | undefined;
}

/** Where the prediction was wrong. */
export interface Difference {
  readonly field: "card" | keyof RealCard;
  readonly predicted: string | undefined;
  readonly real: string | undefined;
  /** Which rule of ours is to be doubted; in words by `sayNote`. */
  readonly question: Note;
}

/**
 * Compares what was predicted with the card that the network shows; `undefined` for the real one means that it shows
 * none. White space, kinds of ellipsis and the addresses of pictures behind a network's own proxy make no difference.
 */
export function compareCard(predicted: Card, real: RealCard | undefined): readonly Difference[] {
  const isExpected = predicted.layout !== "none";
  if (!real || !isExpected) return isExpected === (real !== undefined) ? [] : [existence(predicted, real)];
  return [
    compareText(predicted, { field: "title", real: real.title }),
    compareText(predicted, { field: "description", real: real.description }),
    compareText(predicted, { field: "siteName", real: real.siteName }),
    compareImage(predicted, real.imageUrl),
  ].filter((each) => each !== undefined);
}

function existence({ network, title }: Card, real: RealCard | undefined): Difference {
  return {
    field: "card",
    predicted: title?.shown,
    real: real?.title ?? undefined,
    question: note(real ? "differs-no-card" : "differs-card", { network }),
  };
}

interface Told {
  readonly field: "title" | "description" | "siteName";
  readonly real: string | null | undefined;
}

function compareText(card: Card, { field, real }: Told): Difference | undefined {
  if (real === undefined) return undefined;
  const expected = card[field];
  const told = plain(real ?? "");
  if (isSameText(expected, told) || isHostForSite(card, field, told)) return undefined;
  return {
    field,
    predicted: expected?.shown,
    real: real ?? undefined,
    question: doubt(card, expected, told),
  };
}

/** Where an API gives the text back before it was cut for showing, that is as good. */
const isSameText = (expected: Field | undefined, told: string): boolean =>
  told === plain(expected?.shown ?? "") || told === plain(expected?.whole ?? "");

/** Networks that store a name where the page gives none store the host. */
const isHostForSite = ({ siteName, domain }: Card, field: Told["field"], told: string): boolean =>
  field === "siteName" && !siteName && (told === "" || told.replace(/^www\./, "") === domain);

function doubt({ network }: Card, expected: Field | undefined, told: string): Note {
  if (!expected) return note("differs-extra", { network });
  const { from, whole, shown } = expected;
  if (told === "") return note("differs-missing", { network, from });
  const isBeginning = withoutEllipsis(plain(whole)).startsWith(withoutEllipsis(told));
  return isBeginning
    ? note("differs-cut", { network, from, real: told.length, predicted: plain(shown).length })
    : note("differs-text", { network, from });
}

function compareImage(card: Card, real: string | null | undefined): Difference | undefined {
  if (real === undefined) return undefined;
  const { network, image } = card;
  const told = real ?? "";
  if ((told === "") === (image === undefined) && isPossiblySame(image, told)) return undefined;
  return {
    field: "imageUrl",
    predicted: image?.url,
    real: told === "" ? undefined : told,
    question: imageDoubt(network, image, told),
  };
}

function imageDoubt(network: string, image: ImageField | undefined, told: string): Note {
  if (!image) return note("differs-extra", { network });
  return note(told === "" ? "differs-missing" : "differs-text", { network, from: image.from });
}

/** A picture on another host is most likely the network's own copy: nothing can be said of it. */
function isPossiblySame(image: ImageField | undefined, told: string): boolean {
  const [expected, real] = [URL.parse(image?.url ?? ""), URL.parse(told)];
  if (!expected || !real) return true;
  return expected.host !== real.host || expected.pathname === real.pathname;
}

/** One kind of space, one kind of ellipsis, composed letters. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/\s*(\.\.\.|…)$/, "…");

const withoutEllipsis = (text: string): string => text.replace(/…$/, "");
