import { readTag, type Attribute, type TagToken } from "./scan-tag.ts";
import { endOfComment, endOfRawText, endOfScript, endOfTemplate } from "./scan-raw-text.ts";

/**
 * One tag that stands in a head. Offsets are bytes from the start of the document: the scanner reads a text with one
 * character for each byte.
 */
export interface HeadTag {
  readonly name: string;
  readonly start: number;
  /** Where the whole element ends, its end tag included. */
  readonly end: number;
  readonly attributes: readonly Attribute[];
  /** What stands between the tags, of `title` and `script`. */
  readonly content: string | undefined;
  /** False where an element or text before it has closed the head, for robots at least. */
  readonly isInHead: boolean;
}

export interface HeadScan {
  /** Where tags can be put in: behind `<head>`, or where it is implied. */
  readonly insertAt: number;
  /** Where the author's head ends: `</head>`, `<body>`, or what closes it. */
  readonly end: number;
  readonly htmlAttributes: readonly Attribute[];
  readonly tags: readonly HeadTag[];
}

export interface HeadScanner {
  /**
   * Takes the whole text so far; undefined as long as the end of the head is not in sight. When nothing more will
   * come, the head ends where the last whole token does.
   */
  readonly scan: (text: string, isWhole: boolean) => HeadScan | undefined;
}

/** How far after what closed the head early the author's own `</head>` is looked for, bytes. */
const lateBytes = 64 * 1024;
const headElements = new Set(
  "base basefont bgsound link meta title noscript noframes style script template".split(" "),
);
const rawElements = new Set("style noframes noscript xmp iframe noembed textarea title script".split(" "));

/** Finds a head and its tags as the HTML5 algorithm does, going on where it stopped when more has come. */
export function createHeadScanner(): HeadScanner {
  const state: State = {
    at: 0,
    insertAt: 0,
    hasHead: false,
    closedAt: undefined,
    isHiddenFromRobots: false,
    end: undefined,
    htmlAttributes: [],
    tags: [],
  };
  return {
    scan(text, isWhole) {
      while (state.end === undefined && step(text, state));
      const end = state.end ?? (isWhole ? (state.closedAt ?? state.at) : undefined);
      return end === undefined ? undefined : { ...state, end };
    },
  };
}

interface State {
  at: number;
  insertAt: number;
  hasHead: boolean;
  closedAt: number | undefined;
  isHiddenFromRobots: boolean;
  end: number | undefined;
  htmlAttributes: readonly Attribute[];
  readonly tags: HeadTag[];
}

/** Takes one token; false when it is not there as a whole yet. */
function step(text: string, state: State): boolean {
  const { at } = state;
  if (at >= text.length) return false;
  if (text.charCodeAt(at) !== 60) return takeText(text, state);
  const tag = readTag(text, at);
  if (tag === "incomplete") return false;
  if (tag !== "no-tag") return takeTag(text, state, tag);
  const end = endOfComment(text, at);
  if (end === undefined) return false;
  if (end === "text") return closeAt(state, at, at + 1);
  state.at = end;
  if (/^<!doctype/i.test(text.slice(at, at + 9))) state.insertAt = end;
  return true;
}

const visible = /[^\t\n\f\r ]/g;

function takeText(text: string, state: State): boolean {
  const next = text.indexOf("<", state.at);
  const end = next < 0 ? text.length : next;
  visible.lastIndex = state.at;
  const found = visible.exec(text)?.index ?? end;
  const isByteOrderMark = state.at === 0 && text.startsWith("\u00EF\u00BB\u00BF");
  if (isByteOrderMark) {
    state.at = 3;
    state.insertAt = 3;
    return true;
  }
  if (found < end) return closeAt(state, found, end);
  state.at = end;
  return true;
}

/** Something that belongs into the body: the head has ended, unless its author goes on and closes it himself later. */
function closeAt(state: State, at: number, next: number): boolean {
  state.closedAt ??= at;
  if (!state.hasHead || at - state.closedAt > lateBytes) state.end = state.closedAt;
  state.at = next;
  return true;
}

function takeTag(text: string, state: State, tag: TagToken): boolean {
  if (tag.isEnd) return takeEndTag(state, tag);
  if (/^(html|head)$/.test(tag.name)) return takeOpening(state, tag);
  if (/^(body|frameset)$/.test(tag.name)) {
    state.end = tag.start;
    return true;
  }
  const isLate = state.closedAt !== undefined;
  const end = endOfElement(text, tag, isLate);
  if (end === undefined) return false;
  if (!headElements.has(tag.name)) return closeAt(state, tag.start, end.outer);
  keepTag(state, tag, { isLate, content: text.slice(tag.end, end.inner), end: end.outer });
  return true;
}

interface Kept {
  readonly isLate: boolean;
  readonly content: string;
  readonly end: number;
}

function keepTag(state: State, tag: TagToken, { isLate, content, end }: Kept): void {
  state.at = end;
  if (tag.name === "noscript" && closesHead(content)) state.isHiddenFromRobots = true;
  state.tags.push({
    name: tag.name,
    start: tag.start,
    end,
    attributes: tag.attributes,
    content: content === "" ? undefined : content,
    isInHead: !isLate && !state.isHiddenFromRobots,
  });
}

function takeEndTag(state: State, tag: TagToken): boolean {
  if (tag.name === "head" || tag.name === "body" || tag.name === "html") {
    state.end = state.closedAt !== undefined && !state.hasHead ? state.closedAt : tag.start;
    return true;
  }
  if (tag.name === "br") return closeAt(state, tag.start, tag.end);
  state.at = tag.end;
  return true;
}

function takeOpening(state: State, tag: TagToken): boolean {
  state.at = tag.end;
  const isFirst = state.tags.length === 0 && !state.hasHead && state.closedAt === undefined;
  if (isFirst) state.insertAt = tag.end;
  if (tag.name === "head") state.hasHead ||= isFirst;
  else if (state.htmlAttributes.length === 0) state.htmlAttributes = tag.attributes;
  return true;
}

/** Where the element's content and the element end; undefined where that is not in sight. */
function endOfElement(
  text: string,
  { name, end }: TagToken,
  isLate: boolean,
): { readonly inner: number; readonly outer: number } | undefined {
  if (name === "script") return endOfScript(text, end);
  if (name === "template") return endOfTemplate(text, end);
  // A picture's <title> is none of the page's, and has no raw text.
  if (rawElements.has(name) && !(isLate && name === "title")) return endOfRawText(text, name, end);
  return { inner: end, outer: end };
}

/** Readers that run no scripts read what is in `<noscript>`; a pixel in it ends the head for them. */
const closesHead = (content: string) =>
  content
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .replaceAll(/<style[\s\S]*?<\/style\s*>/gi, "")
    .replaceAll(/<\/?(link|meta|style|noframes|basefont|bgsound)\b[^>]*>/gi, "")
    .trim() !== "";
