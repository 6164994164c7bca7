import type { IncomingMessage, ServerResponse } from "node:http";
import { takesGzip } from "./codings.ts";
import { forward } from "./forward.ts";
import type { Kept } from "./fresh-cache.ts";
import { addressAt, rewriteAnswer, toPublic, visitorOf, type Sides } from "./headers.ts";
import type { ProxyHouse } from "./house.ts";
import { readOriginPage, type OriginPage } from "./read-origin-page.ts";
import { refusalFor, refuse } from "./refuse.ts";
import type { RobotAnswer, Shield } from "./shield.ts";

export const isForShield = ({ shield }: ProxyHouse, request: IncomingMessage): boolean =>
  shield?.shields(request) ?? false;

/** Answers a preview robot from the cache; a hundred that come at once cost the origin one request. */
export async function answerRobot(
  house: ProxyHouse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { shield } = house;
  if (!shield) return forward(house, request, response);
  const visitor = visitorOf(request, house.options.trustForwarded === true);
  const sides = { origin: house.origin, publicOrigin: house.publicOriginFor(visitor) };
  const url = addressAt(sides, request.url ?? "/");
  try {
    const answer = await shield.cache.get(url, () => fetchFor(house, shield, { request, url, sides }));
    if (answer.kind === "not-for-us") return await forward(house, request, response);
    send(answer, request, response);
  } catch (error) {
    house.tell("The origin failed a robot", error);
    refuse(response, refusalFor(error, house));
  }
}

interface Asked {
  readonly request: IncomingMessage;
  readonly url: string;
  readonly sides: Sides;
}

/** An answer that is no page is asked for again sooner, and a failure soonest. */
const shortMs = { status: 60_000, failure: 5_000 };

async function fetchFor(house: ProxyHouse, shield: Shield, asked: Asked): Promise<Kept<RobotAnswer>> {
  const origin = await readOriginPage(house, asked.request, asked.request.url ?? "/");
  if (origin.html) {
    const value = await smallPage(house, origin, { ...asked, html: origin.html });
    if (value.kind !== "page") return { value, bytes: 0, ttlMs: shield.ttlMs, staleMs: 0 };
    const bytes = value.html.length + value.gzipped.length;
    return { value, bytes, ttlMs: shield.ttlMs, staleMs: shield.staleMs };
  }
  // Thrown, not kept: a page from before may still be given, and the next robot asks again.
  if (origin.status >= 500) throw new Error(`The origin answers ${origin.status}`);
  if (origin.status === 200)
    return { value: { kind: "not-for-us" }, bytes: 0, ttlMs: shield.ttlMs, staleMs: 0 };
  rewriteAnswer(origin.headers, asked.sides);
  const location = [origin.headers["location"]].flat()[0];
  const ttlMs = Math.min(shield.ttlMs, origin.status === 429 ? shortMs.failure : shortMs.status);
  return { value: { kind: "status", status: origin.status, location }, bytes: 500, ttlMs, staleMs: 0 };
}

async function smallPage(
  house: ProxyHouse,
  origin: OriginPage,
  asked: Asked & { readonly html: Uint8Array },
): Promise<RobotAnswer> {
  // Loaded with the first robot: the parser and what it stands on are not needed for anything else.
  const { writeSmallPage } = await import("./write-small-page.ts");
  return writeSmallPage({
    url: asked.url,
    html: asked.html,
    isTruncated: origin.isTruncated,
    contentType: String(origin.headers["content-type"] ?? ""),
    robotsTag: origin.headers["x-robots-tag"] && [origin.headers["x-robots-tag"]].flat().join(", "),
    wish: {
      profile: house.profile.current(),
      cardImage: house.cards?.imageFor,
      publicAddress: (address) => toPublic(address, asked.sides),
    },
  });
}

function send(
  answer: Exclude<RobotAnswer, { kind: "not-for-us" }>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (answer.kind === "status") {
    response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
    return void response.end();
  }
  const zips = takesGzip(request.headers["accept-encoding"]);
  const body = zips ? answer.gzipped : answer.html;
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-length": body.length,
    ...(zips && { "content-encoding": "gzip" }),
    ...(answer.robotsTag !== undefined && { "x-robots-tag": answer.robotsTag }),
    "cache-control": "no-cache", // for whatever stands between: a person must not get a robot's page
    vary: "User-Agent, Accept-Encoding",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
