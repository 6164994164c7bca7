import { createHash } from "node:crypto";
import { type Database } from "#src/platform/database/database.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";

/** The title that one visitor sees of a page, and which arm of which test it is. */
export interface AssignedTitle {
  readonly title: string;
  readonly test: string;
  readonly arm: string;
}

interface RunningTest {
  readonly id: string;
  readonly path: string;
  readonly arms: readonly { readonly id: string; readonly title: string; readonly weight: number }[];
}

interface Asked {
  readonly site: { readonly id: string; readonly workspaceId: string };
  readonly visitor: string;
  readonly paths: readonly string[];
}

/** By path; a page that is not being tested is not among them. */
export type AssignTitles = (asked: Asked) => Promise<ReadonlyMap<string, AssignedTitle>>;

const ttlMs = 30_000;

/** Gives each visitor one title of each page that is being tested: the same one at every look of his day. */
export function createTitleAssigner(database: Pick<Database, "transact">): AssignTitles {
  const known = new TtlCache<Promise<ReadonlyMap<string, RunningTest>>>({ maxEntries: 10_000 });
  const runningOf = (site: Asked["site"]) => {
    const before = known.get(site.id);
    if (before) return before;
    const asked = readRunning(database, site);
    known.set(site.id, asked, ttlMs);
    asked.catch(() => known.delete(site.id));
    return asked;
  };
  return async ({ site, visitor, paths }) => {
    const running = await runningOf(site);
    const assigned = new Map<string, AssignedTitle>();
    if (running.size === 0) return assigned;
    for (const path of paths) {
      const test = running.get(path);
      const arm = test && armOf(test, visitor);
      if (test && arm) assigned.set(path, { title: arm.title, test: test.id, arm: arm.id });
    }
    return assigned;
  };
}

/**
 * Weighted rendezvous: each arm draws −ln(u) / weight from a hash of visitor and arm, and the smallest wins. When
 * weights change, only those visitors move whom the change itself moves. (Thaler and Ravishankar 1998; Schindelhauer
 * and Schomaker 2005.)
 */
export function armOf<Arm extends { readonly id: string; readonly weight: number }>(
  test: { readonly arms: readonly Arm[] },
  visitor: string,
): Arm | undefined {
  const draws = test.arms
    .filter(({ weight }) => weight > 0)
    .map((arm) => ({ arm, draw: -Math.log(unitOf(`${visitor}\0${arm.id}`)) / arm.weight }));
  return draws.reduce<(typeof draws)[number] | undefined>(
    (best, one) => (best && best.draw <= one.draw ? best : one),
    undefined,
  )?.arm;
}

function unitOf(text: string): number {
  const hash = createHash("sha256").update(text).digest();
  return (hash.readUIntBE(0, 6) + 0.5) / 2 ** 48;
}

async function readRunning(
  database: Pick<Database, "transact">,
  site: Asked["site"],
): Promise<ReadonlyMap<string, RunningTest>> {
  return database.transact(site.workspaceId, async (db) => {
    const rows = await db
      .selectFrom("headlineTest as test")
      .innerJoin("headlineArm as arm", "arm.testId", "test.id")
      .leftJoin("headlineTestEnd as end", "end.testId", "test.id")
      .select(["test.id as testId", "test.path", "arm.id", "arm.title", "arm.position"])
      .select((test) =>
        test
          .selectFrom("headlineAllocation as allocation")
          .select("allocation.weights")
          .whereRef("allocation.testId", "=", "test.id")
          .orderBy("allocation.since", "desc")
          .limit(1)
          .as("weights"),
      )
      .where("test.siteId", "=", site.id)
      .where("test.kind", "=", "page")
      .where("end.testId", "is", null)
      .orderBy("arm.position")
      .execute();
    const tests = Map.groupBy(rows, ({ testId }) => testId);
    return new Map(
      [...tests].map(([id, some]) => [
        some[0]?.path ?? "",
        {
          id,
          path: some[0]?.path ?? "",
          arms: some.map((arm) => ({
            id: arm.id,
            title: arm.title,
            weight: arm.weights?.[arm.position] ?? 0,
          })),
        },
      ]),
    );
  });
}
