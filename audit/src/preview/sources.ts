import type { Meta, Page, Picture } from "../page/page.ts";
import type { Note, Reading } from "./card.ts";
import { note } from "./notes.ts";

/** A place in the page that a network looks at: a tag, a link, a field of structured data. */
export interface Source {
  /** As a person names it: `og:title`, `<title>`, `JSON-LD headline`. */
  readonly label: string;
  readonly find: (reading: Reading) => Candidate | undefined;
}

/** What stood there. */
export interface Candidate {
  /** As written, untrimmed. */
  readonly text: string;
  /** The tag as written, or what stands for it. */
  readonly from: string;
  /** Bytes from the page's start; undefined for what does not stand in the page. */
  readonly offset?: number | undefined;
  /** Which of several tags it was, where its source stands for more than one. */
  readonly label?: string | undefined;
  /** Why this one, where the order of the tags is not the whole answer. */
  readonly why?: Note | undefined;
}

interface MetaChoice {
  /** The attribute that must name it. Default: either. */
  readonly by?: "property" | "name";
  /** An empty one counts as an answer, so that nothing further is asked. */
  readonly isBlankAnswer?: boolean;
  /** Compares names letter by letter: `Description` is not `description`. */
  readonly isExact?: boolean;
}

/** The first meta of that name. When it is blank, later ones of the same name are not looked at. */
export const meta = (name: string, choice: MetaChoice = {}): Source => ({
  label: name,
  find({ page }) {
    const found = page.metas.find(
      (each) => isCalled(each, name, choice.by) && (!choice.isExact || each.source.includes(name)),
    );
    if (!found || (isBlank(found.content) && !choice.isBlankAnswer)) return undefined;
    return { text: found.content, from: found.source, offset: found.offset };
  },
});

export const findMeta = (page: Page, name: string, by?: "property" | "name"): Meta | undefined =>
  page.metas.find((each) => isCalled(each, name, by));

function isCalled(each: Meta, name: string, by: "property" | "name" | undefined): boolean {
  const isByProperty = each.by === "property" && each.name === name;
  const isByName = (each.by === "name" && each.name === name) || each.secondName === name;
  if (by === "property") return isByProperty;
  return isByName || (by === undefined && isByProperty);
}

export const titleTag: Source = {
  label: "<title>",
  find: ({ page: { title } }) =>
    title && !isBlank(title.text) ? { text: title.text, from: "<title>", offset: title.offset } : undefined,
};

/** The first line of the running text: what the guessing readers take when no tag describes the page. */
export const firstText: Source = {
  label: "text",
  find({ page }) {
    const line = page.text.main.split("\n", 50).find((each) => !isBlank(each));
    return line === undefined ? undefined : { text: line, from: "text" };
  },
};

/** The first link whose whole `rel` is this. */
export const link = (rel: string): Source => linkWhere(rel, (words) => words.join(" ") === rel);

/** The first link with this word among its `rel`. */
export const linkWith = (word: string): Source => linkWhere(word, (words) => words.includes(word));

const linkWhere = (rel: string, isMeant: (words: readonly string[]) => boolean): Source => ({
  label: `<link rel="${rel}">`,
  find({ page }) {
    const found = page.links.find((each) => isMeant(each.rel));
    if (!found || isBlank(found.href)) return undefined;
    const from = `<link rel="${found.rel.join(" ")}" href="${found.href}">`;
    return { text: found.href, from, offset: found.offset };
  },
});

/** A field of the oEmbed answer. */
export const oembed = (field: string): Source => ({
  label: `oEmbed ${field}`,
  find({ oembed: answer }) {
    const value = answer?.[field];
    return typeof value === "string" && !isBlank(value)
      ? { text: value, from: `oEmbed ${field}` }
      : undefined;
  },
});

/** The first picture of the material that its attributes do not declare to be an icon. */
export const firstPicture: Source = {
  label: "<img>",
  find({ page }) {
    const found = page.pictures.find(
      ({ url, width = Infinity, height = Infinity }) => url !== undefined && Math.min(width, height) >= 200,
    );
    return found && fromPicture(found);
  },
};

export const fromPicture = ({ url = "", offset }: Picture): Candidate => ({
  text: url,
  from: `<img src="${url}">`,
  offset,
});

export const isBlank = (text: string): boolean => text.trim() === "";

/** Of two tags that are both there, the one that stands later in the page. */
export const laterOf = (one: Source, other: Source): Source => ({
  label: `${one.label} / ${other.label}`,
  find(reading) {
    const [first, second] = [one.find(reading), other.find(reading)];
    if (!first || !second)
      return (first && { ...first, label: one.label }) ?? (second && { ...second, label: other.label });
    const isSecondLater = (second.offset ?? 0) > (first.offset ?? 0);
    const tag = isSecondLater ? other.label : one.label;
    const why = note("later-of", { one: one.label, other: other.label, tag });
    return { ...(isSecondLater ? second : first), why };
  },
});
