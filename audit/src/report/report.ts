import type { PageAudit } from "../audit.ts";
import type { NetworkId } from "../networks/network.ts";
import type { Language } from "../rules/rule.ts";
import type { Summary } from "./summary.ts";

/** What was asked of an audit. */
export interface Subject {
  /** The address, list or sitemap that was given. */
  readonly site: string;
  readonly networks: readonly NetworkId[];
  readonly language: Language;
  readonly startedAt: Date;
  /** The auditor's own version. */
  readonly version: string;
}

/** Writes a report piece by piece, so that a site of any size needs no more memory than a page. */
export interface Report {
  readonly begin: () => string;
  readonly page: (audit: PageAudit) => string;
  readonly end: (summary: Summary) => string;
}
