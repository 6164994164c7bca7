/** Asks the page itself who is right where an expectation differs from our answer. */
import type { Page } from "@samovar/audit";
import { decode as decodeEntities } from "html-entities";
import { normalise, normaliseText, sameInField, type Field } from "./audit-fields.ts";

/** Why an answer differs from the expectation. All but the last are shown by the page to be no fault of ours. */
export const verdicts = [
  "agree",
  "theirs in another letter case than the page's",
  "theirs is a part of what the page's tag says, or goes on after it",
  "a tag says ours, they have none",
  "the page's tags differ: each has one of them",
  "a tag says ours, they took theirs from the text",
  "a tag says ours, theirs stands nowhere in the page",
  "no tag says anything, they took theirs from the text",
  "nothing in the page says it, they made theirs up",
  "they read the page's date in another zone or cut it to the day",
  "the page's byline says ours, they have none",
  "the page's byline says ours, theirs is longer or shorter",
  "unexplained",
] as const;
export type Verdict = (typeof verdicts)[number];

export interface Difference {
  readonly page: Page;
  readonly html: string;
  readonly field: Field;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

export function explain(difference: Difference): Verdict {
  const { ours, theirs } = difference;
  if (ours === undefined) return theirs === undefined ? "agree" : explainOurSilence(difference, theirs);
  if (theirs === undefined) return explainTheirSilence(difference, ours);
  return (
    explainDate(difference, ours, theirs) ??
    explainForm(difference, ours, theirs) ??
    explainChoice(difference, ours, theirs)
  );
}

function explainOurSilence(difference: Difference, theirs: string): Verdict {
  if (isDeclared(difference, theirs)) return "unexplained";
  return isInText(difference, theirs)
    ? "no tag says anything, they took theirs from the text"
    : "nothing in the page says it, they made theirs up";
}

function explainTheirSilence(difference: Difference, ours: string): Verdict {
  if (isDeclared(difference, ours)) return "a tag says ours, they have none";
  return isMarked(difference, ours) ? "the page's byline says ours, they have none" : "unexplained";
}

/** The same day, or the same wall time in another zone. */
function explainDate({ field }: Difference, ours: string, theirs: string): Verdict | undefined {
  if (field !== "publishedAt") return undefined;
  const apart = Math.abs(Date.parse(ours) - Date.parse(theirs)) / 60_000;
  const isSame = ours.slice(0, 10) === theirs.slice(0, 10) || (apart % 15 === 0 && apart <= 14 * 60);
  return isSame ? "they read the page's date in another zone or cut it to the day" : undefined;
}

function explainForm(difference: Difference, ours: string, theirs: string): Verdict | undefined {
  const [mine, other] = [normaliseText(ours).toLowerCase(), normaliseText(theirs).toLowerCase()];
  const isPart = other.includes(mine) || mine.includes(other.replace(/\s*\.\.\.$/, ""));
  if (isDeclared(difference, ours)) {
    if (mine === other) return "theirs in another letter case than the page's";
    if (isPart) return "theirs is a part of what the page's tag says, or goes on after it";
  }
  if (isPart && isMarked(difference, ours)) return "the page's byline says ours, theirs is longer or shorter";
  return undefined;
}

function explainChoice(difference: Difference, ours: string, theirs: string): Verdict {
  if (!isDeclared(difference, ours)) return "unexplained";
  if (isDeclared(difference, theirs)) return "the page's tags differ: each has one of them";
  return isInText(difference, theirs)
    ? "a tag says ours, they took theirs from the text"
    : "a tag says ours, theirs stands nowhere in the page";
}

/** Whether a tag that is made for such a thing says the value. Read from the source by plain patterns, not by our reader. */
function isDeclared(difference: Difference, value: string): boolean {
  const { field, page } = difference;
  return declared(difference).some((said) => {
    if (field === "image" || field === "canonical")
      return sameInField(field, URL.parse(said, page.baseUrl)?.href, value);
    if (field === "publishedAt") return isSameDay(said, value);
    if (field === "lang") return normalise(field, said) === normalise(field, value);
    return normaliseText(said).toLowerCase() === normaliseText(value).toLowerCase();
  });
}

function isSameDay(said: string, value: string): boolean {
  const plain = said.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return said.length >= 8 && Math.abs(Date.parse(plain) - Date.parse(value)) < 24 * 3600_000;
}

/** What metas, links, the title and JSON-LD say; of an author only the tags that speak of one. */
function declared({ html, field }: Difference): string[] {
  const tags = matches(html, /<(?:meta|link|html|time)\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi).filter(
    ([tag]) => field !== "author" || /author|creator["'\s]|byl/i.test(tag.replace(/twitter:creator/i, "")),
  );
  const attributes = tags.flatMap(([tag]) =>
    matches(tag, /(?:content|href|lang|datetime)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi),
  );
  const titles = matches(html, /<title[^>]*>([\s\S]*?)<\/title/gi);
  const scripts = matches(html, /<script[^>]*ld\+json[^>]*>([\s\S]*?)<\/script/gi);
  const quoted = scripts.flatMap(([, json = ""]) => matches(json, /"((?:[^"\\]|\\.)*)"/g));
  return [
    ...[...attributes, ...titles].map(([, ...said]) => decodeEntities(said.find((one) => one) ?? "").trim()),
    ...quoted.map(([whole, bare = ""]) => unquote(whole, bare)),
  ];
}

const matches = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];

function unquote(quoted: string, bare: string): string {
  try {
    return String(JSON.parse(quoted)).trim();
  } catch (error) {
    if (error instanceof SyntaxError) return bare.trim();
    throw error;
  }
}

/** Whether the visible text has it, tags left out. */
function isInText({ html, field }: Difference, value: string): boolean {
  if (field === "image" || field === "canonical") return html.includes(value.replace(/^https?:/, ""));
  const text = normaliseText(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " "));
  const words = normaliseText(value).replace(/\s*\.\.\.$/, "");
  return squeeze(text).includes(squeeze(words));
}

/** Spaces at the edges of tags are nobody's word. */
const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Whether an element that HTML, microdata or its class calls the author, a heading or a time holds it. */
function isMarked({ page, field }: Difference, value: string): boolean {
  const texts = {
    author: page.bylines.map(({ text }) => text),
    title: page.headings.map(({ text }) => text),
    publishedAt: page.times.map(({ text }) => text),
  };
  const marked = field === "author" || field === "title" || field === "publishedAt" ? texts[field] : [];
  return marked.some((text) => squeeze(text).includes(squeeze(value)));
}
