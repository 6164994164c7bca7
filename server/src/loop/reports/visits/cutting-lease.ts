import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";

/** Runs a short piece of work in a transaction on the record. */
export type Transact = <T>(work: (inside: { readonly db: Db }) => Promise<T>) => Promise<T>;

export interface Lease {
  readonly run: number;
  readonly cutUntil: Date;
}

/** A cut that has not ended by then has died with its process. */
const holdSeconds = 120;

/** The next run, if nobody else cuts now. */
export function takeLease(transact: Transact): Promise<Lease | undefined> {
  return transact(async ({ db }) => {
    const { rows } = await sql<Lease>`
      update visit_cutting set run = run + 1, held_until = clock_timestamp() + ${holdSeconds} * interval '1 second'
      where held_until is null or held_until < clock_timestamp()
      returning run::float8 as run, cut_until as "cutUntil"`.execute(db);
    return rows[0];
  });
}

/** Holds on while a long cut goes on. */
export async function keepLease(transact: Transact, run: number): Promise<void> {
  await transact(({ db }) =>
    sql`update visit_cutting set held_until = clock_timestamp() + ${holdSeconds} * interval '1 second' where run = ${run}`.execute(
      db,
    ),
  );
}

export async function endLease(transact: Transact, { run, cutUntil }: Lease): Promise<void> {
  await transact(({ db }) =>
    sql`update visit_cutting set held_until = null, cut_until = ${cutUntil} where run = ${run}`.execute(db),
  );
}

export async function readCutUntil(transact: Transact): Promise<Date> {
  return transact(async ({ db }) => {
    const { rows } = await sql<{ cutUntil: Date }>`select cut_until as "cutUntil" from visit_cutting`.execute(
      db,
    );
    return rows[0]?.cutUntil ?? new Date(0);
  });
}

/** Takes the lease when it is free, at most so long from now. */
export async function waitForLease(transact: Transact, patienceMs: number): Promise<Lease | undefined> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const lease = await takeLease(transact);
    if (lease || Date.now() >= until) return lease;
    await sleep(25);
  }
}
