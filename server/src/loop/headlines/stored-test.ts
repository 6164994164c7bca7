import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { HeadlineTest } from "./schema.ts";

/** A test with its arms and the shares that they were given over time. */
export interface StoredTest {
  readonly test: HeadlineTest;
  readonly arms: readonly { readonly id: string; readonly title: string; readonly postId: string | null }[];
  /** Oldest first. */
  readonly allocations: readonly { readonly since: Date; readonly weights: readonly number[] }[];
}

/** Tests with how they ended, for the columns of `HeadlineTest`. */
export function selectTests(db: Db) {
  return db
    .selectFrom("headlineTest as test")
    .leftJoin("headlineTestEnd as end", "end.testId", "test.id")
    .select(["test.id", "test.siteId", "test.path", "test.beganAt", "test.beganBy"])
    .select((test) => test.ref("test.kind").$castTo<HeadlineTest["kind"]>().as("kind"))
    .select(["end.endedAt", "end.endedBy", "end.winnerId"]);
}

/** Throws `not_found`. */
export async function readTest(db: Db, id: string): Promise<StoredTest> {
  const test = await selectTests(db).where("test.id", "=", id).executeTakeFirst();
  if (!test) {
    throw new Problem("not_found", say`There is no headline test ${id} here`, {
      hint: say`See listHeadlineTests for yours`,
    });
  }
  const arms = await db
    .selectFrom("headlineArm")
    .select(["id", "title", "postId"])
    .where("testId", "=", id)
    .orderBy("position")
    .execute();
  const allocations = await db
    .selectFrom("headlineAllocation")
    .select(["since", "weights"])
    .where("testId", "=", id)
    .orderBy("since")
    .execute();
  return { test, arms, allocations };
}
