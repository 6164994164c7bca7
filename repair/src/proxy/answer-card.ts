import type { IncomingMessage, ServerResponse } from "node:http";
import { wishFor } from "../tags/wish-for.ts";
import { wordsOf, type Cards } from "./cards.ts";
import { addressAt, toPublic, visitorOf } from "./headers.ts";
import type { ProxyHouse } from "./house.ts";
import { readOriginPage } from "./read-origin-page.ts";
import { refuse } from "./refuse.ts";

/** Answers a card's picture; one whose words are not known here is drawn from its page, or leads to the page's new one. */
export async function answerCard(
  house: ProxyHouse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { cards } = house;
  const asked = cards?.read(request.url ?? "");
  if (!cards || !asked) return refuse(response, { status: 404, text: "There is no such card." });
  const words = cards.findWords(asked.hash);
  if (words) return sendCard(request, response, await cards.draw(words));
  const address = await addressByPage(house, cards, { request, path: asked.path });
  if (address === undefined) return refuse(response, { status: 404, text: "The page of this card is gone." });
  if (cards.read(pathOf(address))?.hash !== asked.hash)
    return void response.writeHead(302, { location: address, "cache-control": "no-store" }).end();
  const found = cards.findWords(asked.hash);
  if (found) sendCard(request, response, await cards.draw(found));
}

const pathOf = (address: string) => new URL(address).pathname + new URL(address).search;

/** Reads the page behind a card and answers its card's address as it is now. */
async function addressByPage(
  house: ProxyHouse,
  cards: Cards,
  { request, path }: { readonly request: IncomingMessage; readonly path: string },
): Promise<string | undefined> {
  const visitor = visitorOf(request, house.options.trustForwarded === true);
  const sides = { origin: house.origin, publicOrigin: house.publicOriginFor(visitor) };
  const { html, headers, isTruncated } = await readOriginPage(house, request, path);
  if (!html) return undefined;
  const { readPage } = await import("@samovar/audit");
  const page = readPage({
    url: addressAt(sides, path),
    body: html,
    contentType: String(headers["content-type"] ?? ""),
    isTruncated,
  });
  // As the head mender sees it, which knows the head alone: the hash must come out the same.
  const wish = wishFor(
    { ...page, headings: undefined, text: undefined },
    { profile: house.profile.current(), publicAddress: (address) => toPublic(address, sides) },
  );
  return wish && cards.addressOf(wordsOf(wish), wish.url);
}

function sendCard(request: IncomingMessage, response: ServerResponse, jpeg: Uint8Array): void {
  response.writeHead(200, {
    "content-type": "image/jpeg",
    "content-length": jpeg.length,
    "cache-control": "public, max-age=31536000, immutable", // the hash is in the name
  });
  response.end(request.method === "HEAD" ? undefined : jpeg);
}
