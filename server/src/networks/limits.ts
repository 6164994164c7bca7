/** The unit a network counts in. Two networks with "500 characters" rarely mean the same. */
export type Unit =
  | "graphemes"
  | "code-points"
  | "utf16"
  | "utf8-bytes"
  | "bytes"
  | "items"
  | "pixels"
  | "seconds";

/** One limit of a network, as data: drives counters, previews, server checks, errors and docs alike. */
export interface Limit {
  /** `<surface>.<check>`, as in `post.text`; prefixed by the network's id it is the stable rule id. */
  readonly id: string;
  /**
   * What of a message is measured: a path into it, `*` for each element, as in `text`, `pictures`,
   * `pictures.*.alt`, `options.poll.choices.*`. A limit without it is checked by the network alone.
   */
  readonly at?: string;
  /** The limit holds only where this path has a value: no pictures beside a poll, say. */
  readonly when?: string;
  readonly unit: Unit;
  readonly max?: number;
  readonly min?: number;
  /** The only values taken (picture formats, say). */
  readonly oneOf?: readonly string[];
  /** Every URL in a text counts as this many units, whatever its length. */
  readonly urlCounts?: number;
  /** A mention counts without its domain: `@user@example.org` as `@user`. */
  readonly mentionsWithoutDomain?: boolean;
  /** Paths whose text is counted together with this one (a content warning, say), as it stands. */
  readonly alsoCounts?: readonly string[];
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: "high" | "low";
  /** The endpoint that states the limit for the very server, where there is one. */
  readonly live?: string;
}
