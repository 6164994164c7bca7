import { textsOf, type DataNode } from "./linked-data.ts";
import type { Page } from "./page.ts";
import { elect, metaVotes, oneLine, sameText, voteFor, type Vote } from "./vote.ts";

/** The names of the authors, joined by a comma, as the sources agree best; undefined where none names a person. */
export function readAuthors(page: Page, about: DataNode): string | undefined {
  const fromData = textsOf(about["author"]).map(cleanName).join(", ");
  const votes = [...voteFor(fromData, 3), ...metaVotes(page, authorSources), ...bylineVotes(page)];
  const names = votes.flatMap(({ value, weight }) => {
    const name = cleanName(value);
    return isName(name) ? [{ value: name, weight }] : [];
  });
  return elect(names, sameText);
}

/** Each byline once: a menu that repeats a word is no more believed for that. */
function bylineVotes({ bylines }: Page): Vote[] {
  const trusted = bylines
    .slice(0, trustedBylines)
    .filter(
      ({ by, isFurniture, text }) => !(isFurniture && by === "class") && !/^(?:on|in|at)\s/i.test(text),
    );
  const once = new Map(trusted.map((byline) => [`${byline.by} ${sameText(byline.text)}`, byline]));
  return [...once.values()].flatMap(({ by, text }) => voteFor(text, bylineWeights[by]));
}

const authorSources = {
  author: 2.5,
  "article:author": 2,
  "og:article:author": 2,
  "parsely-author": 2,
  "sailthru.author": 2,
  byl: 2,
  "dc.creator": 1.5,
  "dcterms.creator": 1.5,
  "article:author_name": 1,
} as const;

const bylineWeights = { itemprop: 1.5, rel: 1.5, class: 0.8 } as const;
/** Further down they belong to comments and teasers. */
const trustedBylines = 8;

/** Without what is said around a name: "By", a date after it, a network's account. */
function cleanName(text: string): string {
  return oneLine(text)
    .replace(/^(?:(?:posted|written|published|story)\s+)?(?:by|von|par|por|автор|текст)[\s:]+/iu, "")
    .replace(/\s*[|•·].*$/u, "")
    .replace(/^[-–—,:\s]+|[-–—,:\s]+$/gu, "");
}

const longestName = 100;

function isName(text: string): boolean {
  if (text === "" || text.length > longestName || /^(?:https?:|www\.|@)/i.test(text)) return false;
  return /\p{L}{2}/u.test(text) && !/\d{3}/.test(text);
}
