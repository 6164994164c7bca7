/**
 * The address of a passage on its page: its anchor where it has one, with a text fragment behind it
 * (https://wicg.github.io/scroll-to-text-fragment/) that leads browsers which know those to the very words.
 */
export function linkToText(url: string, shown: string): string {
  const words = shown
    .replace(/^… | …$/g, "")
    .trim()
    .split(/\s+/);
  const start = words.slice(0, wordsOfFragment).join(" ");
  if (start.length < leastLength) return url;
  const end =
    words.length > 2 * wordsOfFragment ? `,${encodePart(words.slice(-wordsOfFragment).join(" "))}` : "";
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${encodePart(start)}${end}`;
}

const wordsOfFragment = 5;
const leastLength = 8;

/** Comma, dash and ampersand are signs of the fragment itself. */
const encodePart = (text: string): string =>
  encodeURIComponent(text).replaceAll("-", "%2D").replaceAll("'", "%27");
