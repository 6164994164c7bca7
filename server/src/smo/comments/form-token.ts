import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Db } from "#src/platform/database/database.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const lifeMs = 24 * 60 * 60 * 1000;
const purpose = "comments.form";

/** A form of a site: `<time>.<nonce>.<signature>`. Nobody but the house can make one, and each is taken once. */
export function mintForm(vault: Pick<Vault, "fingerprint">, siteId: string, now: Date): string {
  const said = `${now.getTime().toString(36)}.${randomBytes(12).toString("base64url")}`;
  return `${said}.${vault.fingerprint([siteId, said], purpose)}`;
}

/**
 * Checks a form's signature and age; answers its nonce, and for how long the form was out. Throws `forbidden` for a
 * forged one, `conflict` for one that is too old.
 */
export function readForm(
  vault: Pick<Vault, "fingerprint">,
  form: string,
  { siteId, now }: { readonly siteId: string; readonly now: Date },
): { readonly nonce: string; readonly outMs: number } {
  const [time = "", nonce = "", signature = ""] = form.split(".");
  const signed = vault.fingerprint([siteId, `${time}.${nonce}`], purpose);
  if (!isSame(signature, signed)) {
    throw new Problem("forbidden", say`The form was not made by this site`, {
      hint: say`Reload the page and send again`,
    });
  }
  const outMs = now.getTime() - Number.parseInt(time, 36);
  if (outMs <= lifeMs) return { nonce, outMs: Math.max(0, outMs) };
  throw new Problem("conflict", say`The form is older than a day`, {
    hint: say`Reload the page and send again`,
  });
}

/** Takes a form out of use, in the transaction that does what it asks. Throws `conflict` for one that was sent before. */
export async function useForm(
  db: Db,
  { nonce, now }: { readonly nonce: string; readonly now: Date },
): Promise<void> {
  const row = await db
    .insertInto("commentFormUse")
    .values({ nonce, usedAt: now })
    .onConflict((used) => used.column("nonce").doNothing())
    .returning("nonce")
    .executeTakeFirst();
  if (row) return;
  throw new Problem("conflict", say`This form was sent before`, {
    hint: say`What it said is there already, or waits for a moderator; reload the page to write more`,
  });
}

/** What the form asked was not done, and it may be sent again. */
export async function returnForm(db: Db, nonce: string): Promise<void> {
  await db.deleteFrom("commentFormUse").where("nonce", "=", nonce).execute();
}

/** Forms that are too old to be taken need not be remembered. */
export const formsUsedBefore = (now: Date) => new Date(now.getTime() - 2 * lifeMs);

function isSame(given: string, made: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(made)];
  return one.length === other.length && timingSafeEqual(one, other);
}
