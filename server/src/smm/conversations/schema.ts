import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

export const AnswerState = z.enum(["waiting", "sending", "sent", "failed", "unknown"]);

/** What a person may decide about an answer that did not simply go out. */
export const AnswerChoice = z.enum(["send-again", "mark-sent", "give-up"]);
export type AnswerChoice = z.output<typeof AnswerChoice>;

/** An answer of ours on its way; once it is out it is among the replies too. */
export const Answer = z
  .object({
    id: z.uuid(),
    replyId: z.uuid(),
    text: z.string(),
    state: AnswerState,
    url: z.string().nullable(),
    problem: z
      .object({
        rule: z.string(),
        title: z.string(),
        words: z.string().nullable(),
        hint: z.string().nullable(),
      })
      .nullable(),
    choices: z.array(AnswerChoice).describe("What can be decided about it now: see resolveAnswer"),
    createdAt: Instant,
    createdBy: z.string(),
  })
  .meta({ id: "Answer" });
export type Answer = z.output<typeof Answer>;

export const Reply = z
  .object({
    id: z.uuid(),
    publicationId: z.uuid(),
    postId: z.uuid(),
    networkId: z.string(),
    parentId: z.uuid().nullable().describe("The reply that it answers; null: the publication itself"),
    author: z.object({
      name: z.string(),
      handle: z.string(),
      url: z.string(),
      avatarUrl: z.string().nullable(),
    }),
    text: z.string(),
    at: Instant,
    url: z.string(),
    isOurs: z.boolean(),
    answeredAt: Instant.nullable().describe("When we answered it first"),
    deletedAt: Instant.nullable().describe("When it was seen to be gone from the network"),
    answers: z.array(Answer).describe("Answers of ours that are not out yet, or could not go"),
  })
  .meta({ id: "Reply" });
export type Reply = z.output<typeof Reply>;
