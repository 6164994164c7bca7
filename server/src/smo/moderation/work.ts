import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Challenge } from "altcha-lib/types";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { openSecret } from "./secret.ts";

export type { Challenge };

/** About half a second of a phone's work; the server checks it in a millisecond or two. */
const cost = 2000;
const keyPrefix = "00";
const validMs = 20 * 60_000;

/** What the author's element must solve and hand in as `proofOfWork`, within twenty minutes and once. */
export async function issueChallenge(
  db: Db,
  site: { readonly siteId: string; readonly workspaceId: string; readonly now: Date },
): Promise<Challenge> {
  return createChallenge({
    algorithm,
    cost,
    keyPrefix,
    deriveKey,
    expiresAt: new Date(site.now.getTime() + validMs),
    hmacSignatureSecret: await openSecret(db, site),
  });
}

/** Whether a proof is good, for this site, in its time, and new. It is spent by this. */
export async function spendProof(
  db: Db,
  site: { readonly siteId: string; readonly workspaceId: string; readonly now: Date },
  proof: string,
): Promise<boolean> {
  const secret = await openSecret(db, site);
  return (await checkWork(db, { proof, secret, now: site.now })) === "good";
}

const algorithm = "PBKDF2/SHA-256";

interface HandedIn {
  readonly proof: string;
  readonly secret: string;
  readonly now: Date;
}

/** A good proof is spent by this. */
export async function checkWork(
  db: Db,
  { proof, secret, now }: HandedIn,
): Promise<"good" | "forged" | "expired" | "spent"> {
  const parsed = Proof.safeParse(decode(proof));
  if (!parsed.success) return "forged";
  const { challenge, solution } = parsed.data;
  const { parameters, signature } = challenge;
  // The library asks the computer's clock; the house has its own.
  if (now.getTime() > parameters.expiresAt * 1000) return "expired";
  if (parameters.algorithm !== algorithm || parameters.cost !== cost) return "forged";
  const { verified } = await verifySolution({
    challenge: { parameters, signature },
    solution,
    deriveKey,
    hmacSignatureSecret: secret,
  });
  if (!verified) return "forged";
  const spent = await db
    .insertInto("moderationSpentWork")
    .values({ signature, spentAt: now })
    .onConflict((known) => known.column("signature").doNothing())
    .returning("signature")
    .executeTakeFirst();
  return spent ? "good" : "spent";
}

const Proof = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.string().max(40),
      nonce: z.string().max(200),
      salt: z.string().max(200),
      cost: z.number(),
      keyLength: z.int().min(1).max(64),
      keyPrefix: z.string().max(128),
      expiresAt: z.number(),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({
    counter: z.int().min(0).max(0xff_ff_ff_ff),
    derivedKey: z.string().max(200),
  }),
});

function decode(proof: string): unknown {
  try {
    return JSON.parse(Buffer.from(proof, "base64").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
