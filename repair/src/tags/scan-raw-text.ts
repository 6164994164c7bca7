import { readTag, type TagToken } from "./scan-tag.ts";

/** Where an element's content and the element itself end. */
interface Ends {
  readonly inner: number;
  readonly outer: number;
}

/**
 * The end of a comment, declaration or processing instruction at `<`; "text" where this `<` is text; undefined where
 * it is not in sight.
 */
export function endOfComment(text: string, at: number): number | "text" | undefined {
  const start = text.slice(at, at + 5);
  if (start.startsWith("<!--")) return endOfTrueComment(text, at + 4);
  if (!/^<[!?/]/.test(start)) return "text";
  const end = text.indexOf(">", at);
  return end < 0 ? undefined : end + 1;
}

function endOfTrueComment(text: string, at: number): number | undefined {
  const abrupt = /^-?>/.exec(text.slice(at, at + 2));
  if (abrupt) return at + abrupt[0].length;
  const end = find(/--!?>/g, text, at);
  return end && end.index + end[0].length;
}

/** Text up to the matching end tag, in which nothing else is a tag: `style`, `title`, `noscript` where scripts run. */
export function endOfRawText(text: string, name: string, at: number): Ends | undefined {
  const found = find(endTags[name] ?? endTagOf(name), text, at);
  return found && endTagAt(text, found.index);
}

const endTagOf = (name: string) => new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
const endTags: Readonly<Record<string, RegExp>> = {
  style: endTagOf("style"),
  title: endTagOf("title"),
  noscript: endTagOf("noscript"),
};

function endTagAt(text: string, at: number): Ends | undefined {
  const tag = readTag(text, at);
  return typeof tag === "string" ? undefined : { inner: at, outer: tag.end };
}

const turns = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi;

/**
 * The end of a script, by the rules of "script data": after `<!--` and a further `<script>` the next `</script>` ends
 * only that one.
 */
export function endOfScript(text: string, at: number): Ends | undefined {
  let level: "plain" | "escaped" | "double" = "plain";
  turns.lastIndex = at;
  for (let turn = turns.exec(text); turn; turn = turns.exec(text)) {
    const isEndTag = turn[1] === "/";
    if (isEndTag && level !== "double") return endTagAt(text, turn.index);
    if (turn[0] === "<!--") {
      if (level === "plain") level = "escaped";
      turns.lastIndex = turn.index + 2; // in `<!-->` the dashes end what they began
    } else if (turn[0] === "-->") level = "plain";
    else if (isEndTag) level = "escaped";
    else if (level === "escaped") level = "double";
  }
  return undefined;
}

/** The end of a `<template>`, others within it counted, what stands in comments and raw text left aside. */
export function endOfTemplate(text: string, at: number): Ends | undefined {
  let depth = 1;
  let position = text.indexOf("<", at);
  while (position >= 0) {
    const tag = readTag(text, position);
    if (tag === "incomplete") return undefined;
    depth += depthOf(tag);
    if (tag !== "no-tag" && depth === 0) return { inner: position, outer: tag.end };
    const end: number | undefined = tag === "no-tag" ? endOfOther(text, position) : endWithin(text, tag);
    if (end === undefined) return undefined;
    position = text.indexOf("<", end);
  }
  return undefined;
}

function depthOf(tag: TagToken | "no-tag"): number {
  if (tag === "no-tag" || tag.name !== "template") return 0;
  return tag.isEnd ? -1 : 1;
}

function endOfOther(text: string, at: number): number | undefined {
  const end = endOfComment(text, at);
  return end === "text" ? at + 1 : end;
}

function endWithin(text: string, { name, isEnd, end }: TagToken): number | undefined {
  if (isEnd) return end;
  if (name === "script") return endOfScript(text, end)?.outer;
  return /^(style|textarea|title|xmp|iframe|noembed|noframes)$/.test(name)
    ? endOfRawText(text, name, end)?.outer
    : end;
}

function find(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
