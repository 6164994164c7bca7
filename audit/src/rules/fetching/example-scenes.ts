import type { FakeAnswer, Told } from "../../testing/fake-visitors.ts";
import { documentWith, pageUrl } from "../example.ts";

export const image = "https://cdn.example.org/card.a1b2c3d4.jpg";
export const html = documentWith(
  `<title>How to boil an egg</title><meta property="og:image" content="${image}">`,
  "<h1>How to boil an egg</h1><p>Six minutes, then cold water.</p>",
);
export const page: FakeAnswer = { body: html };
export const robotsTxt = "https://example.org/robots.txt";

/** The page, but for some robots another answer. */
export const butFor = (ids: readonly string[], answer: FakeAnswer): Told<FakeAnswer> => {
  const refused = new Set(ids);
  return ({ as }) => (refused.has(as) ? answer : page);
};

/** The page, but another answer where a header of the request says so. */
export const butAsked = (name: string, value: string | RegExp, answer: FakeAnswer): Told<FakeAnswer> => {
  const asks = new RegExp(value);
  return ({ headers }) => (asks.test(headers[name] ?? "") ? answer : page);
};

export const withPage = (answer: Told<FakeAnswer>) => ({ web: { [pageUrl]: answer } });
export const sent = (headers: Readonly<Record<string, string>>) => withPage({ ...page, headers });
export const plainText = (body: string): FakeAnswer => ({ body, headers: { "content-type": "text/plain" } });
export const robots = (...lines: readonly string[]) => ({
  html,
  web: { [robotsTxt]: plainText(lines.join("\n")) },
});
const shortUrl = "https://sho.rt/x1";
export const toPage: FakeAnswer = { status: 301, headers: { location: pageUrl } };
export const shortLink = (short: Told<FakeAnswer>) => ({ html, asked: shortUrl, web: { [shortUrl]: short } });
/** A chain of so many redirects. */
export const chain = (length: number, start = "https://example.org/") => ({
  html,
  asked: `${start}0`,
  web: Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `${start}${at}`,
      { status: 302, headers: { location: at === length - 1 ? pageUrl : `${start}${at + 1}` } },
    ]),
  ),
});
