import { hash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { type Database, type Db, wholeHouse } from "#src/platform/database/database.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Where the days' salts are kept; every process of the house must find the same. */
export interface SaltStore {
  /** The day's salt, made by chance when it is first asked for. */
  readonly take: (day: string) => Promise<Buffer>;
}

export function postgresSaltStore(database: Pick<Database, "transact">): SaltStore {
  return {
    take: (day) =>
      database.transact(wholeHouse, async (db) => {
        await sql`insert into visitor_salt (day, salt) values (${day}, ${randomBytes(16)}) on conflict (day) do nothing`.execute(
          db,
        );
        const found = await sql<{ salt: Buffer }>`select salt from visitor_salt where day = ${day}`.execute(
          db,
        );
        const row = found.rows[0];
        if (!row) throw new Error(`The visitor salt of ${day} was destroyed while it was being made`);
        return row.salt;
      }),
  };
}

/** Destroys the salts of all days before yesterday: from then on nobody can tell whose hash was whose. */
export async function destroyOldSalts(db: Db, now: Date): Promise<void> {
  await sql`delete from visitor_salt where day < ${dayBefore(dayOf(now))}`.execute(db);
}

export interface VisitorSource {
  readonly siteId: string;
  readonly address: string;
  readonly userAgent: string;
  /** When the visit began: it keeps its day's salt, so that no visit is cut at midnight. */
  readonly visitBeganAt: Date;
}

/** Names visitors without knowing them. */
export class VisitorHasher {
  readonly #store: SaltStore;
  readonly #now: () => Date;
  readonly #salts = new Map<string, Promise<Buffer>>();
  /** A visitor's events come one after another; a hash is remembered for as long as its day's salt is. */
  #known = new TtlCache<string>({ maxEntries: 5000 });
  #knownOn = "";

  constructor(store: SaltStore, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** A decimal 48-bit hash of chance, site, address and user agent. Nothing recomputes it once the salt is gone. */
  async hashVisitor(source: VisitorSource): Promise<string> {
    const today = this.#today();
    const day = dayNumber(source.visitBeganAt) >= dayNumber(this.#now()) ? today : dayBefore(today);
    const who = `${day}\0${source.siteId}\0${source.address}\0${source.userAgent}`;
    const known = this.#known.get(who);
    if (known !== undefined) return known;
    const salt = await this.#saltOf(day);
    const hashed = short(
      `${salt.toString("latin1")}\0${source.siteId}\0${source.address}\0${source.userAgent}`,
    );
    this.#known.set(who, hashed);
    return hashed;
  }

  #today(): string {
    const now = this.#now();
    if (this.#knownOn !== "" && dayNumber(now) === dayNumber(new Date(this.#knownOn))) return this.#knownOn;
    this.#known = new TtlCache<string>({ maxEntries: 5000 });
    this.#knownOn = dayOf(now);
    return this.#knownOn;
  }

  #saltOf(day: string): Promise<Buffer> {
    const known = this.#salts.get(day);
    if (known) return known;
    const taken = this.#store.take(day);
    for (const other of this.#salts.keys())
      if (other < dayBefore(dayOf(this.#now()))) this.#salts.delete(other);
    this.#salts.set(day, taken);
    taken.catch(() => this.#salts.delete(day));
    return taken;
  }
}

/** The lasting name of a visitor who agreed to one: the same on every day, different on every site. */
export function hashKnownVisitor(siteId: string, visitor: string): string {
  return short(`${siteId}\0${visitor}`);
}

/** 48 bits: among a million visitors of a day two meet once in 560 such days, and each byte less is one an event. */
function short(text: string): string {
  return hash("sha256", text, "buffer").readUIntLE(0, 6).toString();
}

const dayNumber = (instant: Date) => Math.floor(instant.getTime() / dayMs);

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return dayOf(new Date(Date.parse(day) - dayMs));
}
