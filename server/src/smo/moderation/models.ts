import type { Db } from "#src/platform/database/database.ts";
import { type Features, featuresOf, newModel, type Scorer, scoreOf, unpackWeights } from "./scorer/index.ts";
import type { Submission } from "./submission.ts";

/** How much the text looks like what the scorer looks for, 0 to 1, and how many decisions it has learned from. */
export async function scoreText(
  { db, submission }: { readonly db: Db; readonly submission: Pick<Submission, "siteId" | "text"> },
  scorer: Scorer,
): Promise<{ readonly score: number; readonly lessons: number }> {
  return scoreFeatures(db, { siteId: submission.siteId, scorer, features: featuresOf(submission.text) });
}

interface Asked {
  readonly siteId: string;
  readonly scorer: Scorer;
  readonly features: Features;
}

async function scoreFeatures(db: Db, { siteId, scorer, features }: Asked) {
  const row = await db
    .selectFrom("moderationModel")
    .select(["weights", "positives", "negatives"])
    .where("siteId", "=", siteId)
    .where("scorer", "=", scorer)
    .executeTakeFirst();
  const weights = row ? unpackWeights(row.weights) : newModel(scorer).weights;
  return {
    score: scoreOf({ weights }, features),
    lessons: row ? row.positives + row.negatives : 0,
  };
}
