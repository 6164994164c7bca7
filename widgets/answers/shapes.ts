/** What the server finds and tells; see `server/src/smo/answers/schema.ts`. */
export interface Found {
  /** What was looked for instead of what was typed by mistake. */
  readonly corrected: string | null;
  readonly isFound: boolean;
  /** Of a search that was meant and not only typed. */
  readonly searchId: string | null;
  readonly answers: readonly {
    readonly id: string;
    readonly url: string;
    readonly heading: string | null;
    /** Escaped, with `<mark>` around what was looked for. */
    readonly titleHtml: string;
    readonly html: string;
  }[];
}

export interface Told {
  readonly answers: readonly {
    readonly token: string;
    readonly question: string;
    readonly html: string;
    readonly url: string | null;
  }[];
  /** Tokens that mean nothing any more. */
  readonly gone: readonly string[];
}
