import { sql } from "kysely";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";

const dayMs = 24 * 3_600_000;
const Days = z.coerce.number().int().min(1).max(366).default(90).describe("How many days back, 1 to 366");

export const getSubscriberGrowth = operation({
  id: "getSubscriberGrowth",
  summary: "How a site's subscribers grew: who joined and left on each day, and how many there are now",
  http: "GET /sites/:siteId/subscriber-growth",
  access: "read",
  input: z.object({ siteId: z.uuid(), days: Days }),
  output: z.object({
    confirmed: z.int(),
    asked: z.int().describe("Not confirmed yet"),
    left: z.int(),
    browsers: z.int().describe("That get notices"),
    days: z.array(z.object({ on: z.iso.date(), joined: z.int(), left: z.int() })),
  }),
  async run({ db, now, workspace }, { siteId, days }) {
    await checkSite(db, siteId);
    const since = new Date(now().getTime() - days * dayMs);
    const { timeZone } = workspace;
    const joined = await countDays(db, { siteId, since, timeZone, column: "confirmedAt" });
    const left = await countDays(db, { siteId, since, timeZone, column: "leftAt" });
    const on = [...new Set([...joined.keys(), ...left.keys()])].toSorted();
    return {
      ...(await countStates(db, siteId)),
      days: on.map((day) => ({ on: day, joined: joined.get(day) ?? 0, left: left.get(day) ?? 0 })),
    };
  },
});

interface Asked {
  readonly siteId: string;
  readonly since: Date;
  readonly timeZone: string;
  readonly column: "confirmedAt" | "leftAt";
}

/** By the workspace's own days. */
async function countDays(db: Db, { siteId, since, timeZone, column }: Asked): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("subscriber")
    .select((row) => [
      sql<string>`to_char(${row.ref(column)} at time zone ${timeZone}, 'YYYY-MM-DD')`.as("on"),
      row.fn.countAll<string>().as("count"),
    ])
    .where("siteId", "=", siteId)
    .where(column, ">", since)
    .groupBy("on")
    .execute();
  return new Map(rows.map(({ on, count }) => [on, Number(count)]));
}

async function countStates(db: Db, siteId: string) {
  const rows = await db
    .selectFrom("subscriber")
    .select(["state", (row) => row.fn.countAll<string>().as("count")])
    .where("siteId", "=", siteId)
    .groupBy("state")
    .execute();
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  const { count } = await db
    .selectFrom("pushSubscriber")
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("siteId", "=", siteId)
    .executeTakeFirstOrThrow();
  return { confirmed: of("confirmed"), asked: of("asked"), left: of("left"), browsers: Number(count) };
}

const Source = z.object({ name: z.string(), subscribers: z.int() });

export const getSubscriberSources = operation({
  id: "getSubscriberSources",
  summary:
    "What brought the subscribers of the last days: which pages, networks and sharers, the 50 best of each",
  http: "GET /sites/:siteId/subscriber-sources",
  access: "read",
  input: z.object({ siteId: z.uuid(), days: Days }),
  output: z.object({
    pages: z.array(Source),
    networks: z.array(Source),
    shares: z.array(Source),
    ways: z.array(Source).describe("The element, the form, an import, the API"),
  }),
  async run({ db, now }, { siteId, days }) {
    await checkSite(db, siteId);
    const since = new Date(now().getTime() - days * dayMs);
    return {
      pages: await best(db, { siteId, since, column: "pageUrl" }),
      networks: await best(db, { siteId, since, column: "arrivedNetwork" }),
      shares: await best(db, { siteId, since, column: "arrivedShare" }),
      ways: await best(db, { siteId, since, column: "source" }),
    };
  },
});

interface By {
  readonly siteId: string;
  readonly since: Date;
  readonly column: "pageUrl" | "arrivedNetwork" | "arrivedShare" | "source";
}

async function best(db: Db, { siteId, since, column }: By) {
  const rows = await db
    .selectFrom("subscriber")
    .select((row) => [row.ref(column).as("name"), row.fn.countAll<string>().as("count")])
    .where("siteId", "=", siteId)
    .where("confirmedAt", ">", since)
    .where(column, "is not", null)
    .groupBy(column)
    .orderBy("count", "desc")
    .limit(50)
    .execute();
  return rows.map(({ name, count }) => ({ name: name ?? "", subscribers: Number(count) }));
}
