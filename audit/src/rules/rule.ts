import type { Grade, NetworkId } from "../networks/network.ts";
import type { Page } from "../page/page.ts";
import type { Visit, Visitors } from "../visit/visit.ts";

export type Severity = "error" | "warning" | "info";
export type Language = "en" | "ru";
export type InLanguages = Readonly<Record<Language, string>>;

/** What a rule is about; the report groups by it. */
export type RuleGroup =
  | "fetching"
  | "placement"
  | "identity"
  | "text"
  | "image"
  | "extras"
  | "spreading"
  | "reading"
  | "staying"
  | "speed"
  | "relevance";

/**
 * One rule of the audit: data, and the function that looks. To add one, write it in its group's file and add its
 * failing and its passing page to the tests beside it; the report, the docs and the surfaces follow.
 */
export interface Rule {
  /** `LP01`, `SP03`. Never used again for another meaning. */
  readonly id: string;
  readonly group: RuleGroup;
  /** In three to six words. */
  readonly title: InLanguages;
  /** Why it matters, in one or two sentences. */
  readonly why: InLanguages;
  /** The worst that a finding of it may be. A finding may be milder. Never "error" where `grade` is "C". */
  readonly severity: Severity;
  readonly networks: readonly NetworkId[] | "all" | "none";
  readonly grade: Grade;
  /** Where the rule is from: an address, or a document's name. */
  readonly source: string;
  /** `page`: needs no more than the document. `web`: makes visits. */
  readonly reach: "page" | "web";
  /** What a finding says, by the key that it names; `{value}` stands for a value of the finding. */
  readonly says: Readonly<Record<string, { readonly what: InLanguages; readonly remedy: InLanguages }>>;
  readonly check: (subject: Subject) => readonly Finding[] | Promise<readonly Finding[]>;
}

/** What is judged. */
export interface Subject {
  readonly page: Page;
  /** The plain visit under our own name that the page was read from. */
  readonly visit: Visit;
  /** The networks that are asked about: a rule does not look for others. */
  readonly networks: readonly NetworkId[];
  /** Undefined when the document alone is judged: then only rules with reach `page` run. */
  readonly web: Visitors | undefined;
}

/** What a rule found wrong. */
export interface Finding {
  /** A key of the rule's `says`. */
  readonly key: string;
  readonly severity: Severity;
  /** Whose card suffers; a part of the rule's own networks. */
  readonly networks: readonly NetworkId[] | "all" | "none";
  readonly values: Readonly<Record<string, string | number>>;
  /** The tag or line that is meant, as written, at most 300 characters. */
  readonly excerpt?: string | undefined;
  readonly line?: number | undefined;
  /** The very thing to put into the page, where it can be said: a tag, a header, a line of robots.txt. */
  readonly paste?: string | undefined;
  /** What Samovar itself can mend. */
  readonly repair?: Repair | undefined;
}

export type Repair = "tags" | "card-image";
