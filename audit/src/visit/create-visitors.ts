import {
  createRawHttp,
  isAllowed,
  type AllowPrivate,
  type RawHttp,
  type Resolve,
} from "@samovar/http-client";
import { follow, type Errand, type Outcome } from "./follow.ts";
import { HostGate } from "./host-gate.ts";
import { imageCountBytes, imageKeepBytes, measureImage } from "./measure-image.ts";
import { Memo } from "./memo.ts";
import { profileOf, type Profile } from "./profile.ts";
import type { BodyLimits } from "./read-body.ts";
import { readRobots } from "./read-robots.ts";
import type { ImageFacts, RobotsFile, Visit, VisitorId, Visitors } from "./visit.ts";

export interface VisitorsOptions {
  /** Whether addresses inside private networks are visited. Default false. */
  readonly allowPrivate?: AllowPrivate | undefined;
  /** Bytes that all visits together may take off the wire. Default 256 MiB. */
  readonly totalBytes?: number | undefined;
  /** All timeouts times this. Default 1. */
  readonly timeoutScale?: number | undefined;
  /** Visits to one host at the same time. Default 6, as browsers do. */
  readonly atOncePerHost?: number | undefined;
  /** How names are resolved. Default: as the machine does. */
  readonly resolve?: Resolve | undefined;
}

/** A large file read once and not kept: see `read`. */
export interface Reading {
  /** Decompressed bytes at most. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly onChunk: (chunk: Buffer) => void;
}

/** Visitors of a whole site: what they share is bounded, so that they may go on for as long as it takes. */
export interface SiteVisitors extends Visitors {
  /**
   * The same visitors, memory and sockets with a budget of its own, 256 MiB unless said: for one page of many. Of
   * robots.txt and of what is `read` no budget is asked: they have bounds of their own.
   */
  readonly withBudget: (totalBytes?: number) => Visitors;
  /** Forgets how an address answered, or all of them: the next who asks goes there again. */
  readonly forget: (url?: string) => void;
  /** GET under our own name, piece by piece; a file that is a gzip is unpacked. Not remembered. */
  readonly read: (url: string, reading: Reading) => Promise<Visit>;
}

const mebibyte = 1024 * 1024;
const defaultTotalBytes = 256 * mebibyte;
const connectTimeoutMs = 10_000;
/** RFC 9309, 2.5: at least 500 KiB are parsed. */
const robotsBytes = 500 * 1024;
/** For who has seen the picture measured already: enough to see what it is. */
const glanceBytes = 64 * 1024;

/** Makes the audit's way to the outside. Hold it with `close`. */
export function createVisitors(options: VisitorsOptions = {}): SiteVisitors {
  const { allowPrivate = false, timeoutScale = 1, resolve } = options;
  const raw = createRawHttp({ allowPrivate, connectTimeoutMs: connectTimeoutMs * timeoutScale, resolve });
  const shared: Shared = {
    raw,
    timeoutScale,
    isOwnHost: (url) => isAllowed(url, allowPrivate),
    gate: new HostGate(options.atOncePerHost ?? 6),
    visits: new Memo({ entries: 4000, weight: 48 * mebibyte }, weighOutcome),
    images: new Memo({ entries: 4000, weight: 16 * mebibyte }, ({ visit }) => weighVisit(visit)),
    robots: new Memo({ entries: 200, weight: 16 * mebibyte }, ({ weight }) => weight),
  };
  const visitorsWithin = (totalBytes = defaultTotalBytes): Visitors & Pick<SiteVisitors, "read"> =>
    assemble(shared, new Budget(totalBytes));
  return {
    ...visitorsWithin(options.totalBytes),
    // The sockets are lent: whoever made them closes them.
    withBudget: (totalBytes) => ({ ...visitorsWithin(totalBytes), close: () => Promise.resolve() }),
    forget(url) {
      const isMeant = (question: string) => url === undefined || addressOf(question) === url;
      for (const memo of [shared.visits, shared.images, shared.robots]) memo.forget(isMeant);
    },
  };
}

interface Shared {
  readonly raw: RawHttp;
  readonly timeoutScale: number;
  readonly isOwnHost: (url: URL) => boolean;
  readonly gate: HostGate;
  readonly visits: Memo<Outcome>;
  readonly images: Memo<ImageFacts>;
  readonly robots: Memo<{ readonly file: RobotsFile; readonly weight: number | undefined }>;
}

const question = (as: VisitorId, url: string, headers: Readonly<Record<string, string>> = {}): string =>
  [as, url, ...Object.entries(headers).flat()].join("\n");

const addressOf = (asked: string): string | undefined => asked.split("\n", 2)[1];

class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  readonly spend = (bytes: number): boolean => {
    this.#left -= bytes;
    return this.#left >= 0;
  };
}

function assemble(shared: Shared, budget: Budget): Visitors & Pick<SiteVisitors, "read"> {
  const { gate, visits, images, robots } = shared;
  const go = (errand: Errand, spend = budget.spend) =>
    gate.pass(errand.asked, () => follow(errand, { ...shared, spend }));
  const visitWith = async (url: string, as: VisitorId, headers: Readonly<Record<string, string>>) => {
    const profile = scaled(profileOf(as), shared.timeoutScale);
    const errand = toErrand({ url, as, profile, headers: { ...rangeOf(profile), ...headers } });
    return (await visits.get(question(as, url, errand.headers), () => go(errand))).visit;
  };
  const lookAt = async (url: string, as: VisitorId, limits: BodyLimits): Promise<Outcome> => {
    const profile = scaled(profileOf(as), shared.timeoutScale);
    const accept = "image/avif,image/webp,image/apng,image/*,*/*;q=0.8";
    const headers = as === "samovar" || as === "phone" ? { accept } : {};
    return go({ ...toErrand({ url, as, profile, headers }), limits });
  };
  return {
    visitWith,
    visit: (url, as) => visitWith(url, as, {}),
    image: (url, as) => images.get(question(as, url), () => seeImage({ url, as, images, lookAt })),
    async robots(url) {
      const robotsUrl = URL.parse("/robots.txt", url)?.href ?? url;
      const profile = { ...scaled(profileOf("samovar"), shared.timeoutScale), windowBytes: robotsBytes };
      const errand = toErrand({
        url: robotsUrl,
        as: "samovar",
        profile,
        headers: { accept: "text/plain,*/*;q=0.5" },
      });
      const { file } = await robots.get(question("samovar", robotsUrl), async () => {
        const { visit } = await go(errand, () => true);
        return { file: readRobots(visit), weight: weighVisit(visit) };
      });
      return file;
    },
    async read(url, { maxBytes, timeoutMs, onChunk }) {
      const profile = { ...profileOf("samovar"), timeoutMs: timeoutMs * shared.timeoutScale };
      const limits = { keepBytes: glanceBytes, countBytes: maxBytes, onChunk, unpackFile: true };
      const errand = { ...toErrand({ url, as: "samovar", profile, headers: {} }), limits };
      return (await go(errand, () => true)).visit;
    },
    close: () => shared.raw.close(),
  };
}

const scaled = (profile: Profile, scale: number): Profile => ({
  ...profile,
  timeoutMs: profile.timeoutMs * scale,
});

const rangeOf = ({ range }: Profile): Record<string, string> => (range === undefined ? {} : { range });

interface Asking {
  readonly url: string;
  readonly as: VisitorId;
  readonly profile: Profile;
  /** Over the profile's own; any case. */
  readonly headers: Readonly<Record<string, string>>;
}

function toErrand({ url, as, profile, headers }: Asking): Errand {
  const own = {
    "user-agent": profile.userAgent,
    accept: profile.accept,
    "accept-encoding": profile.acceptEncoding,
  };
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { windowBytes } = profile;
  return {
    asked: url,
    as,
    profile,
    headers: { ...own, ...lower },
    limits: { keepBytes: windowBytes, countBytes: windowBytes },
  };
}

interface Sight {
  readonly url: string;
  readonly as: VisitorId;
  readonly images: Memo<ImageFacts>;
  readonly lookAt: (url: string, as: VisitorId, limits: BodyLimits) => Promise<Outcome>;
}

/** We measure a picture whole, once; each network's robot then only looks whether it gets the same. */
async function seeImage({ url, as, images, lookAt }: Sight): Promise<ImageFacts> {
  const measure = async (): Promise<ImageFacts> => {
    const { visit, byteLength } = await lookAt(url, "samovar", {
      keepBytes: imageKeepBytes,
      countBytes: imageCountBytes,
    });
    return measureImage(visit, Math.max(byteLength, declaredLength(visit)));
  };
  if (as === "samovar") return measure();
  const whole = await images.get(question("samovar", url), measure);
  const { visit, byteLength } = await lookAt(url, as, { keepBytes: glanceBytes, countBytes: glanceBytes });
  const seen = measureImage(visit, byteLength);
  if (!visit.answer?.isTruncated || visit.failure) return seen;
  const length = declaredLength(visit);
  const isSame = seen.type === whole.type && (length === 0 || length === whole.byteLength);
  if (!isSame) return { ...seen, byteLength: Math.max(byteLength, length) };
  const { width, height, isAnimated } = whole;
  return { ...seen, byteLength: whole.byteLength, width, height, isAnimated };
}

/** What Content-Length says of a picture that was not read to its end; 0 where it says nothing of use. */
function declaredLength({ answer, failure }: Visit): number {
  if (!answer?.isTruncated || failure || answer.contentEncoding !== "identity" || answer.status !== 200)
    return 0;
  return Number(answer.headers.get("content-length") ?? 0) || 0;
}

/** What the budget kept from being read is asked again by who has a budget left. */
function weighVisit({ answer, failure }: Visit): number | undefined {
  return failure?.kind === "over-budget" ? undefined : 1024 + (answer?.body.byteLength ?? 0);
}

const weighOutcome = ({ visit }: Outcome): number | undefined => weighVisit(visit);
