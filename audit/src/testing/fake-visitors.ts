import { readRobots } from "../visit/read-robots.ts";
import type { Answer, Hop, ImageFacts, Visit, VisitFailure, Visitors, VisitorId } from "../visit/visit.ts";

/** Who asks, and with which headers of the rule's own (lower-case names). */
export interface Asked {
  readonly as: VisitorId;
  readonly headers: Readonly<Record<string, string>>;
}

export interface FakeAnswer {
  /** Default 200; 3xx with a `location` is followed. */
  readonly status?: number;
  /** Lower-case names; `content-type` is `text/html; charset=utf-8` unless told. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly firstByteMs?: number;
  readonly totalMs?: number;
  readonly isTruncated?: boolean;
  /** The host does not answer at all. */
  readonly failure?: VisitFailure["kind"];
}

export interface FakeImage extends Partial<Omit<ImageFacts, "url" | "visit">> {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly failure?: VisitFailure["kind"];
}

export type Told<Value> = Value | ((asked: Asked) => Value);

export interface FakeWeb {
  /** By absolute address. A text is an HTML page. What is not named is a 404, robots.txt too. */
  readonly pages: Readonly<Record<string, Told<string | FakeAnswer>>>;
  /** By absolute address; a good card picture except for what is told. What is not named is a 404. */
  readonly images?: Readonly<Record<string, Told<FakeImage>>> | undefined;
}

const maxHops = 20;

/** Visitors of a web that is data: exact and without a socket. Redirects are followed, windows are not cut. */
export function fakeVisitors({ pages, images = {} }: FakeWeb): Visitors {
  const ask = (url: string, asked: Asked): FakeAnswer => {
    const told = tell(pages[url] ?? { status: 404, body: "Not found" }, asked);
    return typeof told === "string" ? { body: told } : told;
  };
  const visitWith = async (url: string, as: VisitorId, headers: Readonly<Record<string, string>>) =>
    follow(url, { as, headers: lowerNames(headers) }, ask);
  return {
    visit: (url, as) => visitWith(url, as, {}),
    visitWith,
    image: async (url, as) => {
      const told = images[url];
      const fake = told === undefined ? notFound : tell(told, { as, headers: {} });
      return imageFacts(url, as, fake);
    },
    robots: async (url) => readRobots(await visitWith(new URL("/robots.txt", url).href, "samovar", {})),
    close: async () => undefined,
  };
}

function tell<Value extends object | string>(told: Told<Value>, asked: Asked): Value {
  return typeof told === "function" ? told(asked) : told;
}

function lowerNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

type Ask = (url: string, asked: Asked) => FakeAnswer;

function follow(first: string, asked: Asked, ask: Ask): Visit {
  const hops: Hop[] = [];
  const visit = { asked: first, as: asked.as, hops };
  for (let url = first; ;) {
    const fake = ask(url, asked);
    if (fake.failure) return { ...visit, answer: undefined, failure: failed(fake.failure, url) };
    const answer = answerOf(url, fake);
    const location = isRedirect(answer)
      ? URL.parse(answer.headers.get("location") ?? "", url)?.href
      : undefined;
    const isLoop = location !== undefined && hops.some((hop) => hop.url === location);
    hops.push({ url, status: answer.status, location });
    if (location === undefined) return { ...visit, answer, failure: undefined };
    if (isLoop) return { ...visit, answer: undefined, failure: failed("redirect-loop", location) };
    if (hops.length > maxHops)
      return { ...visit, answer: undefined, failure: failed("too-many-redirects", url) };
    url = location;
  }
}

const isRedirect = ({ status, headers }: Answer) => status >= 300 && status < 400 && headers.has("location");

const failed = (kind: VisitFailure["kind"], url: string): VisitFailure => ({
  kind,
  message: `${kind}: ${url}`,
});

function answerOf(url: string, fake: FakeAnswer): Answer {
  const { status = 200, headers = {}, body = "", firstByteMs = 50, totalMs = firstByteMs + 50 } = fake;
  return {
    url,
    status,
    headers: new Map(Object.entries({ "content-type": "text/html; charset=utf-8", ...lowerNames(headers) })),
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
    isTruncated: fake.isTruncated ?? false,
    contentEncoding: headers["content-encoding"] ?? "identity",
    firstByteMs,
    totalMs,
  };
}

const notFound: FakeImage = {
  status: 404,
  type: undefined,
  declaredType: "text/html",
  width: undefined,
  height: undefined,
};

function imageFacts(url: string, as: VisitorId, fake: FakeImage): ImageFacts {
  const { status = 200, headers = {}, failure, ...told } = fake;
  const facts = {
    type: "image/jpeg",
    declaredType: "image/jpeg",
    byteLength: 150_000,
    width: 1200,
    height: 630,
    isAnimated: false,
    ...told,
  };
  const answer = answerOf(url, { status, headers: { "content-type": facts.declaredType ?? "", ...headers } });
  const visit: Visit = failure
    ? { asked: url, as, hops: [], answer: undefined, failure: failed(failure, url) }
    : { asked: url, as, hops: [{ url, status, location: undefined }], answer, failure: undefined };
  return { url, visit, ...facts };
}
