import { previewNetwork, readPage, type Card, type NetworkId, type Page } from "@samovar/audit";
import { readRealPages, type RealPage } from "./audit-pages.ts";
import type { Figures, Options } from "./main.ts";
import { readDom } from "./oracles/dom.ts";
import { mastodonOracle } from "./oracles/mastodon.ts";
import { openMisskey } from "./oracles/misskey.ts";
import type { OracleCard } from "./oracles/oracle.ts";
import { redditOracle } from "./oracles/reddit.ts";
import { signalOracle } from "./oracles/signal.ts";

export const about = "cards as Mastodon, Signal, Reddit and Misskey make them, beside our predictions";

type FieldName = keyof OracleCard;
type Asked = Readonly<Partial<Record<NetworkId, readonly FieldName[]>>>;

/** What each of the readers tells. Reddit's titles are typed by people. */
const asked = {
  mastodon: ["title", "description", "siteName", "author", "image"],
  signal: ["title", "description", "image"],
  reddit: ["image"],
  misskey: ["title", "description", "siteName", "image"],
} satisfies Asked;

const collections = new Set(["metascraper", "readability", "trafilatura"]);

/**
 * What still differs on these collections, and whose doing it is. Misskey guesses the charset by statistics and takes
 * no notice of what the page declares: it reads a Polish page in ISO 8859-2 as Latin-1, and reads rightly two pages
 * that were re-encoded when they were collected, so that their own declaration is wrong. Reddit: ours asks
 * `og:image:url` too, as its later versions did, and resolves `<img>` against `<base>`, as the page's reader does.
 *
 * Our reader decodes a page by itself; the oracles get the very same text, so that only the rules are compared.
 */
export async function measure({ data }: Options): Promise<Figures> {
  const pages = (await readRealPages(data)).filter(({ collection }) => collections.has(collection));
  const tally = createTally();
  for (const { name, body, url } of pages) {
    const page = readPage({ url, body, contentType: "text/html", isTruncated: false });
    const dom = readDom(new TextDecoder(page.charset.name).decode(body), url);
    tally.compare({ network: "mastodon", name, oracle: mastodonOracle(dom), ours: cardOf("mastodon", page) });
    tally.compare({ network: "signal", name, oracle: signalOracle(dom), ours: cardOf("signal", page) });
    tally.compare({ network: "reddit", name, oracle: redditOracle(dom), ours: cardOf("reddit", page) });
  }
  await compareMisskey(pages, tally);
  return { pages: pages.length, ...tally.figures() };
}

async function compareMisskey(pages: readonly RealPage[], tally: Tally): Promise<void> {
  await using misskey = await openMisskey(pages.map(({ body }) => body));
  for (const [index, { name, body }] of pages.entries()) {
    const page = readPage({ url: misskey.urlOf(index), body, contentType: "text/html", isTruncated: false });
    tally.compare({
      network: "misskey",
      name,
      oracle: await misskey.ask(index),
      ours: cardOf("misskey", page),
    });
  }
}

/** Misskey's reader cuts by itself; the others hand on the whole text, and what is shown is a matter of the screen. */
function cardOf(network: keyof typeof asked, page: Page): OracleCard | undefined {
  const { layout, title, description, siteName, author, image } = previewNetwork(network).predict({
    page,
    postedUrl: page.url,
  });
  if (layout === "none") return undefined;
  if (network === "misskey") return asMisskeySays({ title, description, siteName, image }, page);
  return {
    title: title?.whole,
    description: description?.whole,
    siteName: siteName?.whole,
    author: author?.whole,
    image: image?.url,
  };
}

/** The host stands in for what is missing, its port included. */
function asMisskeySays(
  { title, description, siteName, image }: Pick<Card, "title" | "description" | "siteName" | "image">,
  page: Page,
): OracleCard {
  const host = URL.parse(page.url)?.host;
  return {
    title: title?.shown ?? host,
    description: description?.shown,
    siteName: siteName?.shown ?? host,
    image: image?.url,
  };
}

interface Compared {
  readonly network: keyof typeof asked;
  readonly name: string;
  readonly oracle: OracleCard | undefined;
  readonly ours: OracleCard | undefined;
}
type Tally = ReturnType<typeof createTally>;

function createTally() {
  const counts = new Map<string, { same: number; all: number }>();
  return {
    compare({ network, name, oracle, ours }: Compared): void {
      for (const field of asked[network]) {
        const key = `${network}_${field}`;
        const count = counts.get(key) ?? { same: 0, all: 0 };
        const isSame = comparable(field, oracle) === comparable(field, ours);
        counts.set(key, { same: count.same + (isSame ? 1 : 0), all: count.all + 1 });
        if (!isSame)
          console.log(
            `  ${key} ${name}\n    theirs: ${short(oracle?.[field])}\n    ours:   ${short(ours?.[field])}`,
          );
      }
    },
    figures: (): Figures =>
      Object.fromEntries([...counts].map(([key, { same, all }]) => [key, Number((same / all).toFixed(4))])),
  };
}

/** The fragment of a picture's address is never sent. */
const comparable = (field: FieldName, card: OracleCard | undefined): string =>
  field === "image" ? plain(card?.image).replace(/#.*$/, "") : plain(card?.[field]);

/** White space is the screen's affair. */
const plain = (text: string | undefined): string => (text ?? "").replaceAll(/\s+/g, " ").trim();

const short = (text: string | undefined): string =>
  text === undefined ? "–" : JSON.stringify(plain(text).slice(0, 160));
