import { HttpFailure } from "@samovar/http-client";
import type { VisitFailure } from "./visit.ts";

/** Codes of Node and undici that mean: the answer had begun, and broke off. */
const brokenBody = /^(UND_ERR_(RES_CONTENT_LENGTH_MISMATCH|RES_EXCEEDED_MAX_SIZE)|HPE_.*CHUNK.*)$/;
/** OpenSSL's and Node's names for certificates and handshakes that are not in order. */
const tls =
  /^(ERR_TLS_|ERR_SSL_|CERT_|EPROTO$|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;
const timeouts = /^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/;

interface Circumstances {
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** The headers had come: what broke is the body. */
  readonly hasAnswered?: boolean | undefined;
}

/** What an error of the wire means to a visitor; decided from codes, not from prose. */
export function failureOf(error: unknown, circumstances: Circumstances): VisitFailure {
  const { url, signal, timeoutMs, hasAnswered } = circumstances;
  const chain = causesOf(error);
  const refusal = chain.find((each) => each instanceof HttpFailure);
  if (refusal) return { kind: "refused-address", message: refusal.message };
  if (signal.aborted)
    return { kind: "timeout", message: `${url.host} gave no whole answer within ${timeoutMs} ms` };
  const codes = chain.flatMap((each) => ("code" in each && typeof each.code === "string" ? [each.code] : []));
  const why = chain.findLast(({ message }) => message !== "")?.message ?? "unknown";
  const message = `${url.host}: ${[...new Set([...codes.slice(-1), why])].join(", ")}`;
  if (codes.some((code) => timeouts.test(code))) return { kind: "timeout", message };
  if (codes.some((code) => tls.test(code))) return { kind: "tls", message };
  if (hasAnswered || codes.some((code) => brokenBody.test(code))) return { kind: "broken-body", message };
  return { kind: "no-answer", message };
}

/** The error, its causes, and for a connection that was tried at several addresses, each attempt's. */
function causesOf(error: unknown): Error[] {
  const found: Error[] = [];
  const waiting = [error];
  for (const each of waiting) {
    if (!(each instanceof Error) || found.includes(each)) continue;
    found.push(each);
    waiting.push(each.cause);
    if (each instanceof AggregateError) waiting.push(...each.errors);
  }
  return found;
}
