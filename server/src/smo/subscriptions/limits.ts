import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import { domainOf, keyOfAddress } from "#src/ground/mail/index.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * How many confirmation letters strangers may cause. Who proves work passes the `doubt` ones, nobody the others: a
 * headless browser solves any puzzle, so what protects mailboxes in the end are the numbers.
 */
export const askingLimits = {
  doubtPerAddressAnHour: 2,
  perAddressAnHour: 6,
  perAddressADay: 20,
  perEmailOnSiteADay: 2,
  perEmailADay: 6,
  doubtPerDomainAnHour: 20,
  perDomainAnHour: 300,
  doubtPerSiteAnHour: 60,
  perSiteAnHour: 3000,
  /** Of those who asked within a day at least one in ten confirms, or it is an attack. */
  attackFrom: 100,
  perSiteAnHourUnderAttack: 30,
} as const;

/** `silent`: say what everybody is told, and send nothing. */
export type Room = "free" | "doubt" | "silent" | "full";

interface Asker {
  readonly siteId: string;
  /** Network address; undefined where it is unknown. */
  readonly address: string | undefined;
  readonly email: string;
  readonly now: Date;
}

interface Prints {
  readonly address: string | null;
  readonly email: string;
  readonly domain: string;
}

/** Fingerprints that are the same in every workspace of the house: a mailbox belongs to none of them. */
export function printsOf(vault: Pick<Vault, "fingerprint">, asker: Asker): Prints {
  const print = (value: string, what: string) => vault.fingerprint(value, `subscriptions.asking.${what}`);
  return {
    address: asker.address === undefined ? null : print(asker.address, "address"),
    email: print(keyOfAddress(asker.email), "email"),
    domain: print(domainOf(asker.email), "domain"),
  };
}

/** Whether another confirmation letter may go out. `db` sees the whole house. */
export async function findRoom(db: Db, prints: Prints, { siteId, now }: Asker): Promise<Room> {
  const hourAgo = new Date(now.getTime() - hourMs);
  const dayAgo = new Date(now.getTime() - dayMs);
  const limits = askingLimits;
  const email = await countBy(db, { column: "emailPrint", print: prints.email, dayAgo, hourAgo, siteId });
  if (email.day >= limits.perEmailADay || email.onSite >= limits.perEmailOnSiteADay) return "silent";
  return roomOf({
    address: await countBy(db, { column: "addressPrint", print: prints.address, dayAgo, hourAgo, siteId }),
    domain: await countDomain(db, { siteId, print: prints.domain, hourAgo }),
    site: await countSite(db, { siteId, dayAgo, hourAgo }),
  });
}

interface Counts {
  readonly address: { readonly hour: number; readonly day: number };
  readonly domain: number;
  readonly site: { readonly hour: number; readonly day: number; readonly confirmed: number };
}

function roomOf({ address, domain, site }: Counts): Room {
  const limits = askingLimits;
  const isAttacked = site.day >= limits.attackFrom && site.confirmed * 10 < site.day;
  const ends = [
    [address.hour, limits.perAddressAnHour],
    [address.day, limits.perAddressADay],
    [domain, limits.perDomainAnHour],
    [site.hour, isAttacked ? limits.perSiteAnHourUnderAttack : limits.perSiteAnHour],
  ] as const;
  if (ends.some(([count, limit]) => count >= limit)) return "full";
  const doubts = [
    [address.hour, limits.doubtPerAddressAnHour],
    [domain, limits.doubtPerDomainAnHour],
    [site.hour, limits.doubtPerSiteAnHour],
  ] as const;
  return isAttacked || doubts.some(([count, limit]) => count >= limit) ? "doubt" : "free";
}

interface Count {
  readonly column: "addressPrint" | "emailPrint";
  readonly print: string | null;
  readonly dayAgo: Date;
  readonly hourAgo: Date;
  readonly siteId: string;
}

async function countBy(db: Db, { column, print, dayAgo, hourAgo, siteId }: Count) {
  if (print === null) return { day: 0, hour: 0, onSite: 0 };
  const rows = await db
    .selectFrom("subscriptionAsking")
    .select(["at", "siteId"])
    .where(column, "=", print)
    .where("at", ">", dayAgo)
    .orderBy("at", "desc")
    .limit(100)
    .execute();
  return {
    day: rows.length,
    hour: rows.filter(({ at }) => at > hourAgo).length,
    onSite: rows.filter((row) => row.siteId === siteId).length,
  };
}

async function countDomain(
  db: Db,
  { siteId, print, hourAgo }: { readonly siteId: string; readonly print: string; readonly hourAgo: Date },
): Promise<number> {
  const { count } = await db
    .selectFrom("subscriptionAsking")
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("siteId", "=", siteId)
    .where("domainPrint", "=", print)
    .where("at", ">", hourAgo)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function countSite(
  db: Db,
  { siteId, dayAgo, hourAgo }: { readonly siteId: string; readonly dayAgo: Date; readonly hourAgo: Date },
) {
  const row = await db
    .selectFrom("subscriptionAsking")
    .select((asking) => [
      asking.fn.countAll<string>().as("day"),
      asking.fn.countAll<string>().filterWhere("at", ">", hourAgo).as("hour"),
      asking.fn.count<string>("confirmedAt").as("confirmed"),
    ])
    .where("siteId", "=", siteId)
    .where("at", ">", dayAgo)
    .executeTakeFirstOrThrow();
  return { day: Number(row.day), hour: Number(row.hour), confirmed: Number(row.confirmed) };
}

interface NewAsking {
  readonly siteId: string;
  readonly workspaceId: string;
  readonly now: Date;
}

/** Counts one letter that is to go out. */
export async function countAsking(
  db: Db,
  prints: Prints,
  { siteId, workspaceId, now }: NewAsking,
): Promise<void> {
  await db
    .insertInto("subscriptionAsking")
    .values({
      id: uuidv7(),
      siteId,
      workspaceId,
      at: now,
      addressPrint: prints.address,
      emailPrint: prints.email,
      domainPrint: prints.domain,
    })
    .execute();
}

/** A letter was confirmed: what tells readers from an attack. */
export async function countConfirmed(
  db: Db,
  { siteId, emailPrint, now }: { readonly siteId: string; readonly emailPrint: string; readonly now: Date },
): Promise<void> {
  await db
    .updateTable("subscriptionAsking")
    .set({ confirmedAt: now })
    .where("siteId", "=", siteId)
    .where("emailPrint", "=", emailPrint)
    .where("confirmedAt", "is", null)
    .execute();
}
