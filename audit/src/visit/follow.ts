import type { RawAnswer, RawHttp } from "@samovar/http-client";
import { failureOf } from "./failure-of.ts";
import type { Profile } from "./profile.ts";
import { readBody, type BodyLimits } from "./read-body.ts";
import type { Answer, Hop, Visit, VisitFailure, VisitorId } from "./visit.ts";

export interface Way {
  readonly raw: RawHttp;
  /** Takes bytes out of the budget; false when there are none left. */
  readonly spend: (bytes: number) => boolean;
  /** Hosts under work, which nobody gave a certificate: `httpsOnly` is not asked of them. */
  readonly isOwnHost: (url: URL) => boolean;
}

export interface Errand {
  readonly asked: string;
  readonly as: VisitorId;
  readonly profile: Profile;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: BodyLimits;
}

/** A visit, and how long the last body was, kept or not. */
export interface Outcome {
  readonly visit: Visit;
  readonly byteLength: number;
}

/** Goes where `asked` leads, hop by hop, as the profile says. Never throws. */
export async function follow(errand: Errand, way: Way): Promise<Outcome> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), errand.profile.timeoutMs);
  try {
    return await walk(errand, { ...way, signal: deadline.signal, startedAt: performance.now() });
  } finally {
    clearTimeout(timer);
  }
}

interface Walk extends Way {
  readonly signal: AbortSignal;
  readonly startedAt: number;
}

async function walk(errand: Errand, way: Walk): Promise<Outcome> {
  const hops: Hop[] = [];
  const end = (failure: VisitFailure): Outcome => ({
    visit: { asked: errand.asked, as: errand.as, hops, answer: undefined, failure },
    byteLength: 0,
  });
  let url = URL.parse(errand.asked);
  if (!url) return end({ kind: "refused-address", message: `"${errand.asked}" is not an address` });
  const been = new Set<string>();
  for (;;) {
    const stop = findObstacle(url, { errand, way, hops, been });
    if (stop) return end(stop);
    url.hash = "";
    been.add(url.href);
    try {
      const raw = await way.raw.get({ url, headers: errand.headers, signal: way.signal });
      const location = locationOf(raw);
      const target: URL | null = location === undefined ? null : URL.parse(location, url.href);
      hops.push({ url: url.href, status: raw.status, location: target?.href ?? location });
      if (location === undefined) return await take(raw, { errand, way, hops, url });
      letGo(raw);
      if (!target)
        return end({
          kind: "bad-redirect",
          message: `${url.href} redirects to "${location}", which is no address`,
        });
      url = target;
    } catch (error) {
      return end(failureOf(error, { url, signal: way.signal, timeoutMs: errand.profile.timeoutMs }));
    }
  }
}

interface Stand {
  readonly errand: Errand;
  readonly way: Walk;
  readonly hops: readonly Hop[];
  readonly been: ReadonlySet<string>;
}

/** What keeps this visitor from asking for `url`, if something does. */
function findObstacle(url: URL, { errand, way, hops, been }: Stand): VisitFailure | undefined {
  const from = hops.at(-1)?.url;
  const { maxRedirects, httpsOnly } = errand.profile;
  if (from !== undefined && !/^https?:$/.test(url.protocol))
    return { kind: "bad-redirect", message: `${from} redirects to ${url.href}, which is no web address` };
  if (been.has(withoutHash(url)))
    return { kind: "redirect-loop", message: `${from} redirects back to ${url.href}` };
  if (hops.length > maxRedirects)
    return {
      kind: "too-many-redirects",
      message: `${errand.asked} redirects more than ${maxRedirects} times`,
    };
  if (httpsOnly && url.protocol === "http:" && !way.isOwnHost(url))
    return {
      kind: "bad-redirect",
      message: `${url.href} is not https, and ${errand.as} reads nothing else`,
    };
  return undefined;
}

function withoutHash({ href }: URL): string {
  return href.replace(/#.*$/s, "");
}

function locationOf({ status, headers }: RawAnswer): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? headers.get("location") : undefined;
}

/** The body of a redirect tells nothing. It is thrown away, and its socket with it. */
function letGo({ body }: RawAnswer): void {
  body.on("error", () => undefined);
  body.destroy();
}

interface Arrival {
  readonly errand: Errand;
  readonly way: Walk;
  readonly hops: readonly Hop[];
  readonly url: URL;
}

async function take(raw: RawAnswer, { errand, way, hops, url }: Arrival): Promise<Outcome> {
  const firstByteMs = performance.now() - way.startedAt;
  const contentEncoding = raw.headers.get("content-encoding")?.trim().toLowerCase() || "identity";
  const { bytes, byteLength, isTruncated, failure } = await readBody(raw.body, {
    ...errand.limits,
    contentEncoding,
    spend: way.spend,
    explain: (error) =>
      failureOf(error, { url, signal: way.signal, timeoutMs: errand.profile.timeoutMs, hasAnswered: true }),
  });
  const answer: Answer = {
    url: url.href,
    status: raw.status,
    headers: raw.headers,
    body: bytes,
    isTruncated,
    contentEncoding,
    firstByteMs,
    totalMs: performance.now() - way.startedAt,
  };
  return { visit: { asked: errand.asked, as: errand.as, hops, answer, failure }, byteLength };
}
