/** Limits and aims of one outgoing request. */
export interface HttpInit extends Omit<RequestInit, "signal"> {
  /** Until the whole answer has been read. Default 15,000. */
  readonly timeoutMs?: number | undefined;
  /** The answer's body is cut off with an error beyond this. Default 5 MiB. */
  readonly maxBytes?: number | undefined;
  /** Hops followed at most when `redirect` is "follow" (the default). Default 5. */
  readonly maxRedirects?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The only way out of the house. Refuses addresses that are not public (checked on the resolved address of every
 * hop, so that neither DNS nor a redirect leads inside), limits time and size. Throws `HttpFailure`.
 */
export type Http = (url: string | URL, init?: HttpInit) => Promise<Response>;

/**
 * Whether the request can have reached the other side decides whether it may be repeated:
 * - `refused-address` the address is not one we go to; nothing was sent;
 * - `not-sent` nothing was sent: no such name, connection refused, TLS failed, aborted before the first byte;
 * - `maybe-sent` at least a byte went out and no whole answer came back;
 * - `too-large` an answer came, but larger than `maxBytes`.
 */
export type HttpFailureKind = "refused-address" | "not-sent" | "maybe-sent" | "too-large";

export class HttpFailure extends Error {
  override readonly name = "HttpFailure";
  readonly kind: HttpFailureKind;

  constructor(kind: HttpFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
