/** Text to the HTML that the network answers, and its length by the network's rule. */
import type { TwinWorld } from "./world.ts";

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const entity =
  /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])|(?<![\w/])@([\w.-]*\w)(?:@([\w.-]*\w(?::\d+)?))?|(?<![\w/&])#([\p{L}\p{N}_]+)/gu;

/** Links, mentions and tags as in https://docs.joinmastodon.org/spec/activitypub/#sanitization and app/lib/text_formatter.rb */
export function toHtml(world: TwinWorld, text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => `<p>${linkify(world, part).replaceAll("\n", "<br />")}</p>`);
  return paragraphs.join("");
}

function linkify(world: TwinWorld, text: string): string {
  let html = "";
  let last = 0;
  for (const match of text.matchAll(entity)) {
    html += escapeHtml(text.slice(last, match.index)) + formatEntity(world, match);
    last = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(last));
}

function formatEntity(world: TwinWorld, [whole, url, user, , tag]: RegExpExecArray): string {
  if (url) return formatUrl(url);
  if (tag) {
    const href = `${world.origin()}/tags/${encodeURIComponent(tag)}`;
    return `<a href="${href}" class="mention hashtag" rel="tag">#<span>${escapeHtml(tag)}</span></a>`;
  }
  if (!user || !world.findUser(user)) return escapeHtml(whole);
  const href = `${world.origin()}/@${user}`;
  return `<span class="h-card" translate="no"><a href="${href}" class="u-url mention">@<span>${user}</span></a></span>`;
}

/** The address is cut for the eye with hidden spans; its text content stays whole. */
function formatUrl(url: string): string {
  const prefix = /^https?:\/\/(?:www\.)?/.exec(url)?.[0] ?? "";
  const shown = url.slice(prefix.length, prefix.length + 30);
  const rest = url.slice(prefix.length + 30);
  const spans = [
    `<span class="invisible">${escapeHtml(prefix)}</span>`,
    `<span class="${rest ? "ellipsis" : ""}">${escapeHtml(shown)}</span>`,
    `<span class="invisible">${escapeHtml(rest)}</span>`,
  ];
  const rel = "nofollow noopener noreferrer";
  return `<a href="${escapeHtml(url)}" target="_blank" rel="${rel}" translate="no">${spans.join("")}</a>`;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** https://github.com/mastodon/mastodon/blob/main/app/validators/status_length_validator.rb */
export function countedLength(world: TwinWorld, text: string, spoilerText: string): number {
  const url = "x".repeat(world.limits.charactersReservedPerUrl);
  const countable = text.replace(entity, (whole, link?: string, user?: string) => {
    if (link) return url;
    return user ? `@${user}` : whole;
  });
  return [...graphemes.segment(spoilerText + countable)].length;
}
