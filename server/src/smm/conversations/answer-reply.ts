import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { accountOf, networkOf, readChannels } from "#src/smm/channels/index.ts";
import { checkMessages, findPublished } from "#src/smm/posts/index.ts";
import { Answer } from "./schema.ts";
import { sendAnswer } from "./send-answer.job.ts";
import { answerOf } from "./stored-answer.ts";

export const answerReply = operation({
  id: "answerReply",
  summary:
    "Answer a reply on its network; it is sent exactly once, at once or as soon as the network lets it",
  http: "POST /replies/:id/answers",
  access: "conversations.answer",
  input: z.object({
    id: z.uuid(),
    text: z.string().trim().min(1, "is empty").max(10_000, "is longer than 10,000 characters"),
  }),
  output: Answer,
  async run(ctx, { id, text }) {
    await refuseFaults(ctx, id, text);
    const row = await ctx.db
      .insertInto("conversationAnswer")
      .values({
        id: uuidv7(),
        replyId: id,
        text,
        state: "waiting",
        createdAt: ctx.now(),
        createdBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.enqueue(
      sendAnswer,
      { workspaceId: ctx.workspace.id, answerId: row.id },
      { jobKey: `answer:${row.id}` },
    );
    return answerOf(row);
  },
});

/** Throws `not_found`, `conflict` or `invalid`. */
async function refuseFaults(ctx: Context, replyId: string, text: string): Promise<void> {
  const reply = await ctx.db
    .selectFrom("conversationReply")
    .select(["publicationId", "deletedAt", "authorHandle"])
    .where("id", "=", replyId)
    .executeTakeFirst();
  if (!reply)
    throw new Problem("not_found", say`There is no reply ${replyId} here`, { hint: say`See listReplies` });
  if (reply.deletedAt)
    throw new Problem("conflict", say`What ${reply.authorHandle} said is gone from the network`, {
      hint: say`There is nothing left to answer`,
    });
  const target = await findPublished(ctx.db, reply.publicationId);
  if (!target)
    throw new Problem("conflict", say`The publication is not on its network any more`, {
      hint: say`See its ledger`,
    });
  const channel = (await readChannels(ctx.db, [target.channelId])).get(target.channelId);
  if (!channel || channel.disconnectedAt)
    throw new Problem("conflict", say`The channel is disconnected`, { hint: say`Connect it again` });
  const network = networkOf(channel);
  if (!network.reply)
    throw new Problem("conflict", say`${network.name} can't be answered from here`, {
      hint: say`Answer on the network itself`,
    });
  const message = { text, languages: [], options: defaultOptions(network), pictures: [] };
  const fault = checkMessages(network, accountOf(channel), [message]).find(
    ({ severity }) => severity === "error",
  );
  if (fault) throw new Problem("invalid", say`text: ${fault.message}`, { hint: fault.remedy });
}

const defaultOptions = (network: { readonly options: z.ZodObject }) =>
  z.record(z.string(), z.json()).parse(network.options.parse({}));
