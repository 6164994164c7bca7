import { createHash, randomBytes } from "node:crypto";

/** A secret that is shown once; only its hash is kept. 192 bits of chance need no salt and no slow hash. */
export function mintToken(prefix: string): string {
  return `${prefix}${randomBytes(24).toString("base64url")}`;
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
