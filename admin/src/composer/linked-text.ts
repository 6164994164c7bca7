export interface TextPart {
  readonly text: string;
  readonly kind: "text" | "link" | "mention" | "tag";
}

const marks = /(https?:\/\/[^\s<>"]+)|(?<![\w/])(@[\w.-]+(?:@[\w.-]+)?)|(?<![\w/&])(#[\p{L}\p{N}_]+)/gu;

/** Cuts a text where a network's clients would put links. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), kind: "text" });
    parts.push({ text: match[0], kind: match[1] ? "link" : match[2] ? "mention" : "tag" });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), kind: "text" });
  return parts;
}

/** The host that a link card names. */
export const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;
