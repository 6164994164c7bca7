import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { AnswerKind, AnswerLanguage, maxAnswerLength, maxQuestionLength } from "./schema.ts";

const QuestionText = z
  .string()
  .trim()
  .min(3, "is shorter than 3 characters")
  .max(maxQuestionLength, `is longer than ${maxQuestionLength} characters`);
const AnswerText = z
  .string()
  .trim()
  .min(1, "is empty")
  .max(maxAnswerLength, `is longer than ${maxAnswerLength} characters`)
  .describe("Small Markdown: **strong**, *emphasis*, `code`, lists, quotes, [words](https://…)");

export const NewFaqEntry = z.object({
  question: QuestionText,
  answer: AnswerText,
  language: AnswerLanguage,
  isPinned: z.boolean().default(false).describe("Stands at the top of the FAQ"),
});

export const FaqEntry = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    question: z.string(),
    answer: z.string(),
    html: z.string().describe("The answer as visitors see it"),
    language: AnswerLanguage,
    isPinned: z.boolean(),
    anchor: z.string().describe("Names it on the page: #faq-…"),
    createdAt: Instant,
    changedAt: Instant,
    changedBy: z.string(),
  })
  .meta({ id: "FaqEntry" });

export const questionStates = ["waiting", "answered", "dismissed"] as const;
export const QuestionState = z.enum(questionStates);
export type QuestionState = z.output<typeof QuestionState>;

/** A question that visitors asked, with all that mean the same. */
export const Question = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    text: z.string(),
    language: AnswerLanguage,
    state: QuestionState,
    notFound: z.int().describe("Searches that found nothing"),
    notOpened: z.int().describe("Searches whose answers nobody opened"),
    asked: z.int().describe("Visitors who asked to be told"),
    merged: z.int().describe("Other questions that were put under this one"),
    mergedInto: z.uuid().nullable(),
    faqEntryId: z.uuid().nullable(),
    firstAskedAt: Instant,
    lastAskedAt: Instant,
    closedAt: Instant.nullable(),
    closedBy: z.string().nullable(),
  })
  .meta({ id: "Question" });

export const QuestionDetails = Question.extend({
  wordings: z.array(z.object({ text: z.string(), times: z.int() })).describe("How it was asked, at most 20"),
  pages: z.array(z.object({ url: z.string(), times: z.int() })).describe("Where it was asked, at most 20"),
  mergedQuestions: z.array(z.object({ id: z.uuid(), text: z.string() })).describe("At most 50"),
  waiting: z.object({
    byMail: z.int().describe("Askers who get a letter once it is answered"),
    onPage: z.int().describe("Askers who are told on the page where they asked"),
  }),
  near: z
    .array(z.object({ kind: AnswerKind, title: z.string(), url: z.string() }))
    .describe("What the site has that comes nearest, at most 3"),
}).meta({ id: "QuestionDetails" });

export const SearchReport = z
  .object({
    days: z.int(),
    searches: z.int(),
    notFound: z.int(),
    opened: z.int(),
    queries: z
      .array(
        z.object({
          query: z.string(),
          times: z.int(),
          notFound: z.int(),
          opened: z.int(),
          lastAt: Instant,
        }),
      )
      .describe("Most asked first, at most 100"),
  })
  .meta({ id: "SearchReport" });

export const AnswerSources = z
  .object({
    pages: z.object({
      known: z.int(),
      read: z.int(),
      failing: z.int(),
      lastReadAt: Instant.nullable(),
      faults: z
        .array(z.object({ fault: z.string(), pages: z.int() }))
        .describe("Most frequent first, at most 10"),
    }),
    passages: z.object({ page: z.int(), faq: z.int(), comment: z.int() }),
    words: z.int(),
  })
  .meta({ id: "AnswerSources" });
