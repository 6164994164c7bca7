import type { NetworkId } from "../networks/network.ts";
import type { Page } from "../page/page.ts";
import { readPage } from "../page/read-page.ts";
import type { Answer, ImageFacts, RobotsVerdict, Visit, Visitors } from "../visit/visit.ts";
import type { Reading } from "./card.ts";

interface Gathering {
  readonly page: Page;
  /** The plain visit that the page was read from. */
  readonly visit: Visit;
  readonly networks: readonly NetworkId[];
  readonly visitors: Visitors;
  readonly postedUrl: string;
}

/** A page names a handful of pictures in its head; what goes beyond is not looked at. */
const maxImages = 6;

/** Reads the page once more as each network's robot does, with the pictures that it names. */
export async function gatherReadings({ page, visit, networks, visitors, postedUrl }: Gathering): Promise<{
  readonly byNetwork: ReadonlyMap<NetworkId, Reading>;
  /** As the plain visitor got them. */
  readonly images: ReadonlyMap<string, ImageFacts>;
}> {
  const oembed = await askOembed(page, visitors);
  const readings = await Promise.all(
    networks.map(async (id): Promise<[NetworkId, Reading]> => {
      const own = await visitors.visit(postedUrl, id);
      const seen = pageFor(own, { page, visit });
      const images = await askImages(seen, visitors, id);
      const forbidden = await askRobots([postedUrl, seen.url, ...images.keys()], visitors, id);
      return [id, { page: seen, postedUrl, visit: own, oembed, images, forbidden }];
    }),
  );
  return { byNetwork: new Map(readings), images: await askImages(page, visitors, "samovar") };
}

/** Most robots get what everybody gets: such a page is not read twice. */
function pageFor({ answer, asked }: Visit, plain: Pick<Gathering, "page" | "visit">): Page {
  if (!answer)
    return readPage({ url: asked, body: new Uint8Array(), contentType: undefined, isTruncated: false });
  if (plain.visit.answer && isSame(answer, plain.visit.answer)) return plain.page;
  const { url, body, headers, isTruncated } = answer;
  return readPage({ url, body, contentType: headers.get("content-type"), isTruncated });
}

const isSame = (one: Answer, other: Answer): boolean =>
  one.url === other.url && Buffer.compare(one.body, other.body) === 0;

/** Which of these addresses robots.txt keeps from this robot. */
async function askRobots(
  urls: readonly string[],
  visitors: Visitors,
  as: NetworkId,
): Promise<ReadonlyMap<string, RobotsVerdict>> {
  const verdicts = await Promise.all(
    [...new Set(urls)].map(async (url): Promise<[string, RobotsVerdict]> => [
      url,
      (await visitors.robots(url)).verdict(as, url),
    ]),
  );
  return new Map(verdicts.filter(([, { isAllowed }]) => !isAllowed));
}

async function askImages(
  page: Page,
  visitors: Visitors,
  as: NetworkId | "samovar",
): Promise<ReadonlyMap<string, ImageFacts>> {
  const urls = namedImages(page).slice(0, maxImages);
  const facts = await Promise.all(urls.map((url) => visitors.image(url, as)));
  return new Map(facts.map((each) => [each.url, each]));
}

/** The pictures that a page offers for its card, absolute, in source order. */
export function namedImages(page: Page): string[] {
  const fromMetas = page.metas
    .filter(({ name }) => /^(og:image(:url|:secure_url)?|twitter:image(:src)?)$/.test(name))
    .map(({ content }) => URL.parse(content.trim(), page.baseUrl)?.href);
  const fromLinks = page.links
    .filter(({ rel }) => rel.some((each) => /^(image_src|apple-touch-icon(-precomposed)?)$/.test(each)))
    .map(({ url }) => url);
  return [...new Set([...fromMetas, ...fromLinks].filter((url) => url !== undefined))];
}

/** The page's oEmbed answer, if it names one that is JSON. */
async function askOembed(page: Page, visitors: Visitors): Promise<Reading["oembed"]> {
  const link = page.links.find(
    ({ rel, type }) => rel.includes("alternate") && /^(application|text)\/json\+oembed$/i.test(type ?? ""),
  );
  if (!link?.url) return undefined;
  const { answer } = await visitors.visit(link.url, "samovar");
  if (answer?.status !== 200) return undefined;
  return parseObject(new TextDecoder().decode(answer.body));
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
