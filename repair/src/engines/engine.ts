import type { Http } from "@samovar/http-client";
import type { PageTags } from "../tags/page-tags.ts";

/** What a site is written with, where it lets its pages' tags be set from outside. */
export interface Engine {
  readonly id: EngineId;
  readonly name: string;
  /** What the owner gives to connect it. */
  readonly fields: readonly EngineField[];
  /** What it can't be told at all, and why: said to the owner as it is. */
  readonly cannot: readonly Words[];
  /** Tries the credentials. Throws `EngineFailure`. */
  readonly connect: (access: EngineAccess) => Promise<EngineAccount>;
  /** The page behind an address; undefined where the engine has none there. */
  readonly findPage: (access: EngineAccess, pageUrl: string) => Promise<EnginePage | undefined>;
  /** What would have to be written for the page to say what is wished. Asks nothing. */
  readonly valuesFor: (page: EnginePage, wish: PageTags) => Readonly<Record<string, string>>;
  /** Writes; null empties a field. Throws `EngineFailure` with "changed" when somebody wrote in between. */
  readonly write: (access: EngineAccess, page: EnginePage, values: EngineValues) => Promise<void>;
}

export const engineIds = ["wordpress", "ghost"] as const;
export type EngineId = (typeof engineIds)[number];
export type EngineValues = Readonly<Record<string, string | null>>;

interface Words {
  readonly en: string;
  readonly ru: string;
}

export interface EngineField {
  readonly key: string;
  readonly label: Words;
  readonly hint: Words;
  readonly isSecret: boolean;
}

/** The way in: requests, and what the owner gave. */
export interface EngineAccess {
  readonly http: Http;
  /** Scheme, host and folder of the engine, without a slash at the end. */
  readonly url: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly now: () => Date;
}

export interface EngineAccount {
  /** As the owner knows it: a user's name, a site's title. */
  readonly name: string;
  /** What was found out once: `seo: yoast`. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface EnginePage {
  readonly id: string;
  readonly kind: "post" | "page";
  readonly url: string;
  readonly title: string;
  /** Changes with every change of the page. */
  readonly revision: string;
  /** What may be written, with what stands there: null is empty, undefined is what the engine does not tell. */
  readonly values: Readonly<Record<string, string | null | undefined>>;
}

/**
 * - `credentials` they are wrong, or may not do this;
 * - `changed` somebody else has changed the page in between;
 * - `not-it` what answers at the address is no such engine;
 * - `failed` it did not answer, or with a fault of its own.
 */
export type EngineFailureKind = "credentials" | "changed" | "not-it" | "failed";

export class EngineFailure extends Error {
  override readonly name = "EngineFailure";
  readonly kind: EngineFailureKind;

  constructor(kind: EngineFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
