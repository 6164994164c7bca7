import { z } from "zod";
import { sendMail, writeLetter } from "#src/ground/mail/index.ts";
import { job, type Job } from "#src/platform/jobs/job.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { letterOf } from "./answer-letter.ts";

const Payload = z.object({ workspaceId: z.uuid(), questionId: z.uuid() });
type Payload = z.output<typeof Payload>;

const atOnce = 100;
/** So long an answer can be taken back before anybody has read it. */
export const backMs = 60_000;

/** Writes to those who asked, once each; the question's state is looked at again, for its answer may be taken back. */
export const tellAskers: Job<Payload> = job({
  id: "answers.tellAskers",
  payload: Payload,
  run: ({ transact, now, publicUrl }, payload) =>
    transact(payload.workspaceId, async (inside) => {
      const { db } = inside;
      const answer = await db
        .selectFrom("question")
        .innerJoin("faqEntry", "faqEntry.id", "question.faqEntryId")
        .innerJoin("site", "site.id", "question.siteId")
        .select(["faqEntry.question", "faqEntry.answer", "faqEntry.id as entryId"])
        .select(["site.name as siteName", "site.siteKey"])
        .where("question.id", "=", payload.questionId)
        .where("answeredAt", "is not", null)
        .executeTakeFirst();
      if (!answer) return;
      const askers = await db
        .selectFrom("questionAsking")
        .innerJoin("question", "question.id", "questionAsking.questionId")
        .select(["questionAsking.id", "questionAsking.text", "email", "emailPrint"])
        .select(["questionAsking.language", "questionAsking.page"])
        .where((row) =>
          row.or([
            row("question.id", "=", payload.questionId),
            row("question.mergedInto", "=", payload.questionId),
          ]),
        )
        .where("email", "is not", null)
        .orderBy("questionAsking.id")
        .limit(atOnce)
        .forUpdate("questionAsking")
        .execute();
      for (const { id, email, emailPrint, ...asker } of askers) {
        const letter = letterOf({ asker, answer, publicUrl });
        await sendMail(inside, {
          ...writeLetter(letter.words),
          workspaceId: payload.workspaceId,
          to: email ?? "",
          subject: letter.subject,
          kind: "answers.answer",
          language: letter.language,
          key: `answers:${payload.questionId}:${emailPrint}`,
        });
        // Nothing more is written to it: the address is not needed any longer.
        await db
          .updateTable("questionAsking")
          .set({ email: null, mailedAt: now() })
          .where("id", "=", id)
          .execute();
      }
      if (askers.length === atOnce) await enqueueTelling(inside, payload, now());
    }),
});

export const enqueueTelling = ({ enqueue }: Pick<Inside, "enqueue">, payload: Payload, runAt: Date) =>
  enqueue(tellAskers, payload, { runAt, jobKey: `answers-tell:${payload.questionId}` });
