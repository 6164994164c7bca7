import type { NetworkId } from "./networks/network.ts";
import type { Page } from "./page/page.ts";
import type { Card } from "./preview/card.ts";
import type { Finding, RuleGroup } from "./rules/rule.ts";
import type { ImageFacts, Visit } from "./visit/visit.ts";

/** A finding with the rule that found it. */
export interface Found extends Finding {
  readonly ruleId: string;
  readonly group: RuleGroup;
}

/** All that an audit of one page knows. Plain data: it can be written down as JSON and read back. */
export interface PageAudit {
  readonly url: string;
  /** ISO 8601. */
  readonly auditedAt: string;
  readonly outcome: "audited" | "unreachable" | "not-html" | "forbidden";
  readonly visit: VisitSummary;
  readonly title: string | undefined;
  readonly lang: string | undefined;
  readonly findings: readonly Found[];
  /** Rules that could not be applied, by a fault of ours. */
  readonly broken: readonly { readonly ruleId: string; readonly message: string }[];
  /** Worst first is the reader's order; this one is by rule. */
  readonly score: Score;
  readonly cards: readonly Card[];
  readonly images: readonly ImageSummary[];
  /** Same-origin addresses that the page links to: what a crawl follows. */
  readonly linksTo: readonly string[];
  readonly canonical: string | undefined;
}

export interface VisitSummary {
  readonly status: number | undefined;
  readonly finalUrl: string;
  readonly hops: number;
  readonly byteLength: number;
  readonly firstByteMs: number | undefined;
  readonly failure: Visit["failure"];
  /** As the host wrote it, where it asks us to come back later. */
  readonly retryAfter?: string | undefined;
}

export type ImageSummary = Pick<ImageFacts, "url" | "type" | "byteLength" | "width" | "height">;

/** 0 to 100; undefined where nothing could be judged. */
export interface Score {
  readonly page: number | undefined;
  readonly networks: Readonly<Partial<Record<NetworkId, number>>>;
  readonly groups: Readonly<Partial<Record<RuleGroup, number>>>;
}

/** Reads a page from an answer; pure. Implemented in page/read-page.ts. */
export type ReadPage = (answer: {
  readonly url: string;
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  readonly isTruncated: boolean;
}) => Page;
