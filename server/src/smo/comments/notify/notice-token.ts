import { timingSafeEqual } from "node:crypto";
import type { Vault } from "#src/platform/vault/vault.ts";

type Signer = Pick<Vault, "fingerprint">;

/** Whose letters about which talk a link is about. */
export interface NoticePlace {
  readonly authorId: string;
  readonly threadId: string;
}

/** `<author>.<thread>.<signature>`: opens the letters of this author about this talk, and nothing else. */
export const mintNoticeToken = (vault: Signer, { authorId, threadId }: NoticePlace): string =>
  `${authorId}.${threadId}.${vault.fingerprint([authorId, threadId], "comments.notices")}`;

export function readNoticeToken(vault: Signer, token: string): NoticePlace | undefined {
  const [authorId = "", threadId = ""] = token.split(".");
  if (![authorId, threadId].every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)))
    return undefined;
  const place = { authorId, threadId };
  const [given, made] = [Buffer.from(token), Buffer.from(mintNoticeToken(vault, place))];
  return given.length === made.length && timingSafeEqual(given, made) ? place : undefined;
}
