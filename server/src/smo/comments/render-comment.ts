import sanitizeHtml from "sanitize-html";

/**
 * HTML of a comment's small Markdown: paragraphs and line breaks, `> ` quotes, lists, ``` code, `code`, **strong**,
 * *emphasis*, [words](https://…) and bare addresses. Everything else is text. No element but those below leaves here,
 * and every link says that a stranger set it. Takes time in proportion to the text. Pure.
 */
export function renderComment(body: string): string {
  return sanitizeHtml(renderBlocks(body.split("\n"), 0), {
    allowedTags: ["p", "br", "strong", "em", "code", "pre", "a", "blockquote", "ul", "ol", "li"],
    allowedAttributes: { a: ["href", "rel"] },
    allowedSchemes: ["http", "https"],
    allowProtocolRelative: false,
    disallowedTagsMode: "escape",
    transformTags: { a: sanitizeHtml.simpleTransform("a", { rel: "ugc nofollow noopener" }) },
  });
}

const maxQuoteDepth = 4;

interface Block {
  readonly is: (line: string) => boolean;
  readonly render: (lines: readonly string[], depth: number) => string;
}

const bullet = /^\s{0,3}[-*+]\s+/;
const number = /^\s{0,3}\d{1,4}[.)]\s+/;
const quote = /^\s{0,3}>\s?/;
const fence = /^\s{0,3}```/;

const blocks: readonly Block[] = [
  {
    is: (line) => quote.test(line),
    render: (lines, depth) => `<blockquote>${renderQuote(lines, depth)}</blockquote>`,
  },
  { is: (line) => bullet.test(line), render: (lines) => `<ul>${items(lines, bullet)}</ul>` },
  { is: (line) => number.test(line), render: (lines) => `<ol>${items(lines, number)}</ol>` },
  { is: (line) => line.trim() === "", render: () => "" },
];

const paragraph: Block = {
  is: () => true,
  render: (lines) => `<p>${lines.map((line) => renderInline(line, 0)).join("<br>")}</p>`,
};

/** Lines of one kind in a row are one block; a fence goes on to the next fence. */
function renderBlocks(lines: readonly string[], depth: number): string {
  const out: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = fence.test(lines[at] ?? "") ? endOfFence(lines, at) : endOfBlock(lines, at);
    out.push(renderBlock(lines.slice(at, end), depth));
    at = end;
  }
  return out.join("");
}

function renderBlock(lines: readonly string[], depth: number): string {
  const [first = ""] = lines;
  if (fence.test(first)) {
    const inside = lines.slice(1, lines.length > 1 && fence.test(lines.at(-1) ?? "") ? -1 : undefined);
    return `<pre><code>${escapeHtml(inside.join("\n"))}</code></pre>`;
  }
  return kindOf(first).render(lines, depth);
}

const kindOf = (line: string): Block => blocks.find((block) => block.is(line)) ?? paragraph;

function endOfBlock(lines: readonly string[], start: number): number {
  const kind = kindOf(lines[start] ?? "");
  let end = start + 1;
  while (end < lines.length && kindOf(lines[end] ?? "") === kind && !fence.test(lines[end] ?? "")) end += 1;
  return end;
}

function endOfFence(lines: readonly string[], start: number): number {
  const close = lines.findIndex((line, at) => at > start && fence.test(line));
  return close === -1 ? lines.length : close + 1;
}

/** Deeper than anybody quotes, the marks are text. */
function renderQuote(lines: readonly string[], depth: number): string {
  const inside = lines.map((line) => line.replace(quote, ""));
  return depth < maxQuoteDepth ? renderBlocks(inside, depth + 1) : paragraph.render(inside, depth);
}

const items = (lines: readonly string[], mark: RegExp) =>
  lines.map((line) => `<li>${renderInline(line.replace(mark, ""), 0)}</li>`).join("");

/** Each alternative ends at the first character that can't belong to it, so that none is tried twice. */
const inline = new RegExp(
  [
    /`(?<code>[^`]{1,1000})`/,
    /\[(?<words>[^[\]]{1,300})\]\((?<href>https?:\/\/[^\s()<>]{1,1500})\)/,
    /(?<bare>https?:\/\/[^\s<>"`]{1,1500})/,
    /\*\*(?=\S)(?<strong>[^*]{1,2000})\*\*/,
    /\*(?=[^\s*])(?<em>[^*]{1,2000})\*/,
    /(?<![\p{L}\p{N}_])_(?=[^\s_])(?<low>[^_]{1,2000})_(?![\p{L}\p{N}_])/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);

function renderInline(text: string, depth: number): string {
  const out: string[] = [];
  let at = 0;
  for (const match of text.matchAll(inline)) {
    out.push(escapeHtml(text.slice(at, match.index)), renderMatch(match.groups ?? {}, depth));
    at = match.index + match[0].length;
  }
  return out.join("") + escapeHtml(text.slice(at));
}

function renderMatch(found: Readonly<Record<string, string | undefined>>, depth: number): string {
  const { code, words, href, bare, strong } = found;
  const inner = (part: string) => (depth < 2 ? renderInline(part, depth + 1) : escapeHtml(part));
  if (code !== undefined) return `<code>${escapeHtml(code)}</code>`;
  if (words !== undefined) return link(href ?? "", escapeHtml(words));
  if (bare !== undefined) return bareLink(bare);
  if (strong !== undefined) return `<strong>${inner(strong)}</strong>`;
  return `<em>${inner(found["em"] ?? found["low"] ?? "")}</em>`;
}

/** A full stop or a closing bracket after an address belongs to the sentence. */
function bareLink(found: string): string {
  const url = found.replace(found.includes("(") ? /[.,;:!?'…]+$/ : /[.,;:!?')\]…]+$/, "");
  return link(url, escapeHtml(url.replace(/^https?:\/\//, ""))) + escapeHtml(found.slice(url.length));
}

const link = (href: string, words: string) =>
  URL.canParse(href) ? `<a href="${escapeHtml(href)}">${words}</a>` : words;

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
