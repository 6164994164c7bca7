import { renderComment } from "#src/smo/comments/index.ts";

/** The owner's own words as HTML: comments' small Markdown, but the links are his, and vouched for. */
export const renderAnswer = (answer: string): string =>
  renderComment(answer).replaceAll(' rel="ugc nofollow noopener"', ' rel="noopener"');

/** The same as plain text, for passages and letters. */
export const plainAnswer = (answer: string): string =>
  answer
    .replace(/\[([^\]\n]{1,300})\]\((https?:[^)\s]{1,2000})\)/g, "$1")
    .replace(/^\s{0,3}(?:>|[-*+]|```.*)\s?/gm, "")
    .replace(/\*\*|`/g, "")
    .trim();
