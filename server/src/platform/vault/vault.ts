import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Encrypts what must not be readable in a stolen database: tokens, app passwords, signing keys. */
export interface Vault {
  /** `purpose` is bound into the ciphertext: a token moved to another row or column does not open. */
  readonly seal: (value: unknown, purpose: string) => string;
  /** Throws when the text was altered, sealed for another purpose or with another secret. */
  readonly open: (sealed: string, purpose: string) => unknown;
  /** Tells whether two values are the same without keeping either; useless to whoever lacks the house's secret. */
  readonly fingerprint: (value: unknown, purpose: string) => string;
}

const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a key derived from the house's secret. */
export function createVault(secret: string): Vault {
  const key = deriveKey(secret, "vault");
  const fingerprintKey = deriveKey(secret, "fingerprint");
  return {
    seal(value, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
    },
    open(sealed, purpose) {
      if (!sealed.startsWith(`${version}.`))
        throw new Error("What is to be opened was not sealed by this vault");
      const bytes = Buffer.from(sealed.slice(version.length + 1), "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes, // or a text cut short would be believed on four bytes of its tag
      }).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
      return JSON.parse(text.toString("utf8"));
    },
    fingerprint: (value, purpose) =>
      createHmac("sha256", fingerprintKey)
        .update(`${purpose}\n${JSON.stringify(value)}`)
        .digest("base64url"),
  };
}

const deriveKey = (secret: string, use: string) =>
  Buffer.from(hkdfSync("sha256", secret, "samovar", use, 32));
