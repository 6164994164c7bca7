import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { AnswerChoice, type AnswerState } from "./schema.ts";
import { sendAnswer } from "./send-answer.job.ts";
import { answerOf, choicesOf } from "./stored-answer.ts";

export const resolveAnswer = operation({
  id: "resolveAnswer",
  summary: "Decide about an answer that failed, or of which nobody knows whether it went out",
  http: "POST /answers/:id/resolution",
  access: "conversations.answer",
  input: z.object({ id: z.uuid(), choice: AnswerChoice }),
  output: z.object({ state: z.enum(["waiting", "sent", "dropped"]) }),
  async run(ctx, { id, choice }) {
    const row = await ctx.db
      .selectFrom("conversationAnswer")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!row)
      throw new Problem("not_found", say`There is no answer ${id} here`, { hint: say`See listReplies` });
    const { state } = answerOf(row);
    if (!choicesOf(state).includes(choice)) throw undecidable(state, choice);
    return { state: await resolve[choice](ctx, id) };
  },
});

const resolve = {
  /** Whoever asks for it has looked, or was told that it did not arrive. */
  async "send-again"({ db, enqueue, workspace, now }: Context, id: string) {
    await db
      .updateTable("conversationAnswer")
      .set({ state: "waiting", doubts: 0, attempts: 0, waitsUntil: null, problem: null, createdAt: now() })
      .where("id", "=", id)
      .execute();
    await enqueue(sendAnswer, { workspaceId: workspace.id, answerId: id }, { jobKey: `answer:${id}` });
    return "waiting" as const;
  },
  /** It is there; the next reading brings it in among the replies. */
  async "mark-sent"({ db, now }: Context, id: string) {
    await db
      .updateTable("conversationAnswer")
      .set({ state: "sent", sentAt: now(), problem: null, waitsUntil: null })
      .where("id", "=", id)
      .execute();
    return "sent" as const;
  },
  async "give-up"({ db }: Context, id: string) {
    await db.deleteFrom("conversationAnswer").where("id", "=", id).execute();
    return "dropped" as const;
  },
};

function undecidable(state: z.output<typeof AnswerState>, choice: AnswerChoice): Problem {
  return new Problem("conflict", say`An answer that is ${state} can't be resolved by "${choice}"`, {
    hint:
      choicesOf(state).length > 0
        ? say`Choose one of: ${choicesOf(state).join(", ")}`
        : say`There is nothing to decide`,
  });
}
