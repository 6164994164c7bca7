import { timingSafeEqual } from "node:crypto";
import type { Vault } from "#src/platform/vault/vault.ts";

type Signer = Pick<Vault, "fingerprint">;

/** What a link in a letter may do: confirm it was wanted, or manage (leave, wishes, what is known, erase). */
type TokenUse = "confirm" | "manage";

/**
 * Opens one subscriber's doors and nobody else's: `<id>.<signature>`. Nothing of it is stored, so every letter can
 * carry one and a stolen database opens nothing.
 */
export const mintToken = (vault: Signer, use: TokenUse, subscriberId: string): string =>
  `${subscriberId}.${vault.fingerprint(subscriberId, `subscriptions.${use}`)}`;

/** Whose token it is; undefined where it was not made here or for this use. */
export function readToken(vault: Signer, use: TokenUse, token: string): string | undefined {
  const [id = "", signature = ""] = token.split(".");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const [given, made] = [Buffer.from(token), Buffer.from(mintToken(vault, use, id))];
  return signature !== "" && given.length === made.length && timingSafeEqual(given, made) ? id : undefined;
}

/** Links of letters. `leave` takes a bare POST (RFC 8058) and shows a page on GET. */
export const letterUrl = (publicUrl: string, page: "confirm" | "leave" | "wishes", token: string): string =>
  `${publicUrl}/letter/${page}/${token}`;
