import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import {
  type Example,
  featuresOf,
  learn,
  type Model,
  newModel,
  packFeatures,
  packWeights,
  readText,
  type Scorer,
  scoreOf,
  unpackFeatures,
  unpackWeights,
} from "./scorer/index.ts";
import { hashWords } from "./secret.ts";
import type { Lesson } from "./submission.ts";

/** Lessons that are kept for rehearsal and for unlearning. */
const keptLessons = 2000;
/** Of them, those that are rehearsed. */
const rehearsed = 500;

/**
 * Teaches the site's scorers what a moderator has decided, in his transaction; others who teach the same site wait for
 * its end. The same decision about the same words is learned once, and counted.
 */
export async function learnFrom(db: Db, lesson: Lesson | readonly Lesson[]): Promise<void> {
  for (const part of partsOf(lesson)) await teach(db, part, takeIn);
}

/** Takes a decision back: the scorers are as if it had never been learned, where it is among the newest 2,000. */
export async function unlearn(db: Db, lesson: Lesson | readonly Lesson[]): Promise<void> {
  for (const part of partsOf(lesson)) await teach(db, part, takeBack);
}

interface Part {
  readonly siteId: string;
  readonly scorer: Scorer;
  readonly lessons: readonly Taught[];
}

interface Taught {
  readonly text: string;
  readonly isPositive: boolean;
  readonly at: Date;
}

/** Lessons by site and scorer: each model is read and written once, however many lessons there are. */
function partsOf(given: Lesson | readonly Lesson[]): readonly Part[] {
  const lessons = "siteId" in given ? [given] : given;
  const siteIds = [...new Set(lessons.map(({ siteId }) => siteId))].toSorted();
  return siteIds.flatMap((siteId) => {
    const own = lessons.filter((lesson) => lesson.siteId === siteId);
    return [
      { siteId, scorer: "spam" as const, lessons: taughtBy(own, ({ isSpam }) => isSpam) },
      { siteId, scorer: "toxicity" as const, lessons: taughtBy(own, ({ isToxic }) => isToxic) },
    ].filter((part) => part.lessons.length > 0);
  });
}

function taughtBy(lessons: readonly Lesson[], says: (lesson: Lesson) => boolean | undefined): Taught[] {
  return lessons.flatMap((lesson) => {
    const isPositive = says(lesson);
    return isPositive === undefined || lesson.text.trim() === ""
      ? []
      : [{ text: lesson.text, isPositive, at: lesson.at ?? new Date() }];
  });
}

interface School {
  readonly db: Db;
  readonly siteId: string;
  readonly scorer: Scorer;
  model: Model;
  /** The newest ones, oldest first. */
  former: Example[];
}

type Teach = (school: School, taught: Taught) => Promise<void>;

async function teach(db: Db, { siteId, scorer, lessons }: Part, how: Teach): Promise<void> {
  await lock(db, siteId, scorer);
  const school: School = {
    db,
    siteId,
    scorer,
    model: await readModel(db, siteId, scorer),
    former: await readExamples(db, { siteId, scorer, limit: rehearsed }),
  };
  for (const taught of lessons) await how(school, taught);
  await keepModel(school);
}

/** One after the other for each scorer, also before its row is there. */
const lock = (db: Db, siteId: string, scorer: Scorer) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${siteId}:${scorer}`}, 55))`.execute(db);

async function takeIn(school: School, { text, isPositive, at }: Taught): Promise<void> {
  const { db, siteId, scorer } = school;
  const reading = readText(text);
  const textHash = hashWords(reading.words);
  const known = await findLesson(school, textHash);
  if (known?.isPositive === isPositive) return countAgain(db, known.id, 1);
  if (known) await forget(school, known);
  const packed = packFeatures(featuresOf(text));
  const features = unpackFeatures(packed);
  await db
    .insertInto("moderationLesson")
    .values({
      id: uuidv7({ msecs: at.getTime() }),
      siteId,
      scorer,
      textHash,
      isPositive,
      scoreBefore: scoreOf(school.model, features),
      features: packed,
      hosts: [...new Set(reading.hosts)].slice(0, 20),
      learnedAt: at,
    })
    .execute();
  const example = { features, isPositive };
  learn(school.model, example, school.former);
  school.former.push(example);
  if (school.former.length > rehearsed) school.former.shift();
}

async function takeBack(school: School, { text, isPositive }: Taught): Promise<void> {
  const known = await findLesson(school, hashWords(readText(text).words));
  if (!known || known.isPositive !== isPositive) return;
  if (known.times > 1) return countAgain(school.db, known.id, -1);
  await forget(school, known);
}

interface KnownLesson {
  readonly id: string;
  readonly isPositive: boolean;
  readonly times: number;
}

const findLesson = ({ db, siteId, scorer }: School, textHash: string): Promise<KnownLesson | undefined> =>
  db
    .selectFrom("moderationLesson")
    .select(["id", "isPositive", "times"])
    .where("siteId", "=", siteId)
    .where("scorer", "=", scorer)
    .where("textHash", "=", textHash)
    .executeTakeFirst();

async function countAgain(db: Db, id: string, by: 1 | -1): Promise<void> {
  await db
    .updateTable("moderationLesson")
    .set({ times: sql`times + ${by}` })
    .where("id", "=", id)
    .execute();
}

/**
 * Learns all the other lessons anew, in their order: a few hundredths of a second for 2,000. A scorer that has learned
 * from more than are kept must not lose the rest: it is taught the contrary instead.
 */
async function forget(school: School, { id }: KnownLesson): Promise<void> {
  const { db, siteId, scorer, model } = school;
  const gone = await db
    .deleteFrom("moderationLesson")
    .where("id", "=", id)
    .returning(["features", "isPositive"])
    .executeTakeFirstOrThrow();
  if (model.positives + model.negatives > keptLessons) {
    learn(model, { features: unpackFeatures(gone.features), isPositive: !gone.isPositive }, []);
    return;
  }
  const all = await readExamples(db, { siteId, scorer, limit: keptLessons });
  school.model = newModel(scorer);
  for (const [at, example] of all.entries())
    learn(school.model, example, all.slice(Math.max(0, at - rehearsed), at));
  school.former = all.slice(-rehearsed);
}

async function readModel(db: Db, siteId: string, scorer: Scorer): Promise<Model> {
  const row = await db
    .selectFrom("moderationModel")
    .select(["weights", "spread", "positives", "negatives"])
    .where("siteId", "=", siteId)
    .where("scorer", "=", scorer)
    .executeTakeFirst();
  if (!row) return newModel(scorer);
  const { weights, spread, positives, negatives } = row;
  return { weights: unpackWeights(weights), spread: unpackWeights(spread), positives, negatives };
}

async function keepModel({ db, siteId, scorer, model }: School): Promise<void> {
  const state = {
    weights: packWeights(model.weights),
    spread: packWeights(model.spread),
    positives: model.positives,
    negatives: model.negatives,
    changedAt: sql<Date>`now()`,
  };
  await db
    .insertInto("moderationModel")
    .values({ siteId, scorer, ...state })
    .onConflict((known) => known.columns(["siteId", "scorer"]).doUpdateSet(state))
    .execute();
  await sql`delete from moderation_lesson where site_id = ${siteId} and scorer = ${scorer} and seq <= (
    select seq from moderation_lesson where site_id = ${siteId} and scorer = ${scorer}
    order by seq desc offset ${keptLessons} limit 1)`.execute(db);
}

interface Wanted {
  readonly siteId: string;
  readonly scorer: Scorer;
  readonly limit: number;
}

/** The newest lessons, oldest first. */
async function readExamples(db: Db, { siteId, scorer, limit }: Wanted): Promise<Example[]> {
  const rows = await db
    .selectFrom("moderationLesson")
    .select(["features", "isPositive"])
    .where("siteId", "=", siteId)
    .where("scorer", "=", scorer)
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows
    .toReversed()
    .map(({ features, isPositive }) => ({ features: unpackFeatures(features), isPositive }));
}
