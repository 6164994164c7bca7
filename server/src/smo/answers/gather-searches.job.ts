import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { gatherQuestion } from "./gather-question.ts";
import { AnswerLanguage } from "./schema.ts";

const minuteMs = 60_000;
/** So long a reader may look at what was found before he opens it. */
const patienceMs = 10 * minuteMs;
const atOnce = 500;
const keptMs = 400 * 24 * 60 * minuteMs;

/** Searches whose answers nobody opened: perhaps they did not answer. They count for a question, if a lesser one. */
export const gatherSearches = job({
  id: "answers.gatherSearches",
  payload: z.object({}),
  schedule: "*/5 * * * *",
  async run({ transact, now }) {
    const due = await transact(wholeHouse, ({ db }) =>
      db
        .selectFrom("answerSearch")
        .select(["id", "workspaceId", "siteId", "query", "language", "at"])
        .where("isFound", "=", true)
        .where("openedAt", "is", null)
        .where("gatheredAt", "is", null)
        .where("at", "<", new Date(now().getTime() - patienceMs))
        .orderBy("at")
        .limit(atOnce)
        .execute(),
    );
    for (const { id, workspaceId, siteId, query, language, at } of due)
      await transact(workspaceId, async ({ db }) => {
        const taken = await db
          .updateTable("answerSearch")
          .set({ gatheredAt: now() })
          .where("id", "=", id)
          .where("gatheredAt", "is", null)
          .where("openedAt", "is", null)
          .returning("id")
          .executeTakeFirst();
        if (!taken) return;
        const asked = { siteId, text: query, language: AnswerLanguage.parse(language), now: at };
        const questionId = await gatherQuestion(db, asked, "notOpened");
        await db.updateTable("answerSearch").set({ questionId }).where("id", "=", id).execute();
      });
  },
});

/** Searches are kept for thirteen months: as long as a report looks back. */
export const forgetSearches = job({
  id: "answers.forgetSearches",
  payload: z.object({}),
  schedule: "17 3 * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, ({ db }) =>
      db
        .deleteFrom("answerSearch")
        .where("at", "<", new Date(now().getTime() - keptMs))
        .execute(),
    );
  },
});
