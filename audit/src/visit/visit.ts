import type { NetworkId } from "../networks/network.ts";

/** Who visits: a network's robot, a search engine's, a person's phone, or we under our own name. */
export type VisitorId = NetworkId | "samovar" | "phone";

/** How an address answered one visitor. Nothing here throws: a failure is an answer too. */
export interface Visit {
  /** What was asked for. */
  readonly asked: string;
  readonly as: VisitorId;
  /** Each answer on the way, the last included. Empty when not even the first host answered. */
  readonly hops: readonly Hop[];
  /** The last answer, unless it was itself one that could not be followed. */
  readonly answer: Answer | undefined;
  readonly failure: VisitFailure | undefined;
}

export interface Hop {
  readonly url: string;
  readonly status: number;
  /** Where it leads on to; undefined for the last. */
  readonly location: string | undefined;
}

export interface Answer {
  readonly url: string;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed; at most what this visitor reads. */
  readonly body: Uint8Array;
  /** The body went on after that. */
  readonly isTruncated: boolean;
  /** `identity` where none was used. */
  readonly contentEncoding: string;
  /** From the first request to the first byte of the last answer's headers, redirects included. */
  readonly firstByteMs: number;
  /** To the end of the body, or of what was read of it. */
  readonly totalMs: number;
}

export interface VisitFailure {
  readonly kind:
    | "refused-address"
    | "no-answer"
    | "timeout"
    | "tls"
    | "redirect-loop"
    | "too-many-redirects"
    | "bad-redirect"
    | "broken-body"
    | "bomb"
    /** Our own limit, not the site's fault: nothing is to be concluded from it. */
    | "over-budget";
  /** In plain English, with the value: for logs and machines. */
  readonly message: string;
}

/** A picture as it is, not as it says it is. */
export interface ImageFacts {
  readonly url: string;
  readonly visit: Visit;
  /** By its first bytes: `image/jpeg`; undefined where they are no picture that we know. */
  readonly type: string | undefined;
  /** The Content-Type header without parameters. */
  readonly declaredType: string | undefined;
  readonly byteLength: number;
  /** Pixels, turned upright by EXIF; undefined where it is no picture. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly isAnimated: boolean;
}

/** What a robots.txt says to one robot of one path. */
export interface RobotsVerdict {
  readonly isAllowed: boolean;
  /** The line that forbids, from 1. */
  readonly line: number | undefined;
  readonly robotsUrl: string;
}

/** Robots.txt itself. */
export interface RobotsFile {
  readonly url: string;
  /** The robot protocol reads a missing file as "all is allowed", and a failing one as "nothing is". */
  readonly state: "found" | "missing" | "failing";
  /** Only US-ASCII: one network gives up on anything else. */
  readonly isAscii: boolean;
  readonly sitemaps: readonly string[];
  verdict(as: VisitorId, url: string): RobotsVerdict;
  /** Seconds between requests that it asks of us, if it does. */
  readonly crawlDelay: number | undefined;
}

/**
 * The audit's only way to the outside: visits on behalf of the rules, each made once however many rules ask for it,
 * and all of them within one budget. `close` lets the sockets go.
 */
export interface Visitors {
  /** GET, with the robot's own user agent, window, timeouts and redirects. */
  visit(url: string, as: VisitorId): Promise<Visit>;
  /** GET with headers of the rule's own, kept apart from the plain visit: `Range`, `Accept-Encoding`. */
  visitWith(url: string, as: VisitorId, headers: Readonly<Record<string, string>>): Promise<Visit>;
  /** Reads the picture's beginning as `as` would, and counts its bytes. */
  image(url: string, as: VisitorId): Promise<ImageFacts>;
  robots(url: string): Promise<RobotsFile>;
  close(): Promise<void>;
}
