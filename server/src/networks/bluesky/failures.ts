/** Tells failures apart by status and error name, never by prose. */
import { XRPCError } from "@atproto/api";
import {
  OAuthCallbackError,
  OAuthResolverError,
  OAuthResponseError,
  TokenInvalidError,
  TokenRefreshError,
  TokenRevokedError,
} from "@atproto/oauth-client-node";
import { HttpFailure } from "@samovar/http-client";
import { NetworkFailure } from "../failure.ts";

export interface Attempt {
  /** The middle of the rule id: `post`, `picture`, `connect` … */
  readonly surface: string;
  /** A lost answer leaves in doubt whether something was published. */
  readonly acts?: boolean;
}

/** Runs a call of the network; whatever it throws comes out as a `NetworkFailure`. */
export async function attempt<T>(about: Attempt, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFailure(about, error);
  }
}

export function toFailure(about: Attempt, error: unknown): unknown {
  const chain = [...causes(error)];
  const known = chain.find((each) => each instanceof NetworkFailure);
  if (known) return known;
  const unreachable = chain.find((each) => each instanceof HttpFailure);
  if (unreachable) return fromHttp(about, unreachable);
  if (chain.some(isDeadSession)) return make(about, "reconnect", { check: "session", error });
  const refused = chain.find((each) => each instanceof XRPCError || each instanceof OAuthResponseError);
  if (refused) return fromStatus(about, refused);
  if (error instanceof OAuthResolverError || error instanceof OAuthCallbackError) {
    return make(about, "rejected", {
      check: "oauth",
      error,
      hint: "Check the handle and the address, and start again",
    });
  }
  return error;
}

const isDeadSession = (error: unknown): boolean =>
  error instanceof TokenRefreshError ||
  error instanceof TokenRevokedError ||
  error instanceof TokenInvalidError;

function* causes(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error; each = each.cause) yield each;
}

function fromHttp(about: Attempt, error: HttpFailure): NetworkFailure {
  switch (error.kind) {
    case "refused-address":
      return make(about, "rejected", {
        check: "address",
        error,
        hint: "Give the public https address of the server",
      });
    case "not-sent":
      return make(about, "wait", {
        check: "unreachable",
        error,
        hint: "Nothing was sent. Check the address, or wait",
      });
    case "maybe-sent":
    case "too-large":
      return make(about, about.acts ? "unsure" : "wait", { check: "unreachable", error });
  }
}

/** https://atproto.com/specs/xrpc#error-responses : the `error` field is a name for machines. */
const reconnectNames = new Set([
  "AuthMissing",
  "AuthenticationRequired",
  "ExpiredToken",
  "InvalidToken",
  "AccountTakedown",
  "AccountDeactivated",
  "AccountSuspended",
  "AuthFactorTokenRequired",
  "invalid_token",
]);
const wrongAnswer = 2;

function fromStatus(about: Attempt, error: XRPCError | OAuthResponseError): NetworkFailure {
  const { status } = error;
  const name = error.error ?? "";
  if (isRefusedAccount(status, name)) {
    const hint = "Connect the account again, with a new app password if you use one";
    return make(about, "reconnect", { check: "token", error, hint });
  }
  if (status === 429) return make(about, "wait", { check: "rate", error, ...waitOf(error) });
  if (status >= 400 && status < 500)
    return make(about, "rejected", { check: toRuleId(name) || `status-${status}`, error });
  const check = status === wrongAnswer ? "answer" : "server";
  return make(about, about.acts ? "unsure" : "wait", { check, error, ...waitOf(error) });
}

/** `InvalidRequest` → `invalid-request`. */
const toRuleId = (name: string): string =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();

const isRefusedAccount = (status: number, name: string): boolean =>
  status === 401 || status === 403 || reconnectNames.has(name);

interface Details {
  readonly check: string;
  readonly error: unknown;
  readonly hint?: string;
  readonly retryAfterMs?: number;
}

function make({ surface }: Attempt, kind: NetworkFailure["kind"], details: Details): NetworkFailure {
  const { check, error, ...rest } = details;
  const words = error instanceof Error ? error.message.slice(0, 300) : String(error);
  return new NetworkFailure(kind, `Bluesky, ${surface}: ${words}`, {
    rule: `bluesky.${surface}.${check}`,
    words,
    cause: error,
    ...rest,
  });
}

/** `Retry-After` in seconds, else `ratelimit-reset` in seconds since 1970: https://docs.bsky.app/docs/advanced-guides/rate-limits */
function waitOf(error: XRPCError | OAuthResponseError): { readonly retryAfterMs?: number } {
  const headers = error instanceof XRPCError ? (error.headers ?? {}) : {};
  const after = Number(headers["retry-after"]);
  if (after > 0) return { retryAfterMs: after * 1000 };
  const reset = Number(headers["ratelimit-reset"]);
  return reset > 0 ? { retryAfterMs: Math.max(0, reset * 1000 - Date.now()) } : {};
}
