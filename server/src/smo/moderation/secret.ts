import { createHmac, hash, randomBytes } from "node:crypto";
import type { Db } from "#src/platform/database/database.ts";

interface Place {
  readonly siteId: string;
  readonly workspaceId: string;
}

/** The site's own secret; the first who needs it makes it. */
export async function openSecret(db: Db, { siteId, workspaceId }: Place): Promise<string> {
  const known = await findSecret(db, siteId);
  if (known !== undefined) return known;
  await db
    .insertInto("moderationSecret")
    .values({ siteId, workspaceId, secret: randomBytes(32).toString("base64url") })
    .onConflict((other) => other.column("siteId").doNothing())
    .execute();
  const made = await findSecret(db, siteId);
  if (made === undefined)
    throw new Error(`The secret of the site ${siteId} vanished while it was being made`);
  return made;
}

async function findSecret(db: Db, siteId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("moderationSecret")
    .select("secret")
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  return row?.secret;
}

/** An address as it is kept: of the sixth version its first half, for the other half is whatever its owner likes. */
export const hashAddress = (secret: string, address: string): string =>
  createHmac("sha256", secret).update(networkOf(address)).digest("base64url").slice(0, 24);

export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** Of the words alone: capitals, signs and spaces make no other text. */
export const hashWords = (words: readonly string[]): string => hash("sha256", words.join(" ")).slice(0, 32);
