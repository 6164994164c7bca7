import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Challenge } from "altcha-lib/types";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { Vault } from "#src/platform/vault/vault.ts";

const algorithm = "PBKDF2/SHA-256";
/** With the prefix: about a second of a phone's work. */
const cost = 2000;
const keyPrefix = "00";
const validMs = 20 * 60_000;

interface Desk {
  readonly vault: Pick<Vault, "fingerprint">;
  readonly siteId: string;
  readonly now: Date;
}

/** What a browser must solve before another letter is sent for it. */
export const issueWork = (desk: Desk): Promise<Challenge> =>
  createChallenge({
    algorithm,
    cost,
    keyPrefix,
    deriveKey,
    expiresAt: new Date(desk.now.getTime() + validMs),
    hmacSignatureSecret: secretOf(desk),
  });

const secretOf = ({ vault, siteId }: Desk) => vault.fingerprint(siteId, "subscriptions.work");

const Proof = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(algorithm),
      nonce: z.string().max(200),
      salt: z.string().max(200),
      cost: z.literal(cost),
      keyLength: z.int().min(1).max(64),
      keyPrefix: z.literal(keyPrefix),
      expiresAt: z.number(),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.int().min(0).max(0xff_ff_ff_ff), derivedKey: z.string().max(200) }),
});

/** Whether the work was done, for this site, within its time, and was not handed in before. It is spent by this. */
export async function takeWork(db: Db, desk: Desk, proof: string): Promise<boolean> {
  const parsed = Proof.safeParse(decode(proof));
  if (!parsed.success) return false;
  const { challenge, solution } = parsed.data;
  if (desk.now.getTime() > challenge.parameters.expiresAt * 1000) return false;
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: secretOf(desk),
  });
  if (!verified) return false;
  const spent = await db
    .insertInto("subscriptionProofUse")
    .values({ print: challenge.signature, usedAt: desk.now })
    .onConflict((known) => known.column("print").doNothing())
    .returning("print")
    .executeTakeFirst();
  return spent !== undefined;
}

function decode(proof: string): unknown {
  try {
    return JSON.parse(Buffer.from(proof, "base64").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
