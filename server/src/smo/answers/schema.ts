import { z } from "zod";
import { VisitNow } from "#src/ground/events/index.ts";

export const maxQueryLength = 200;
export const maxQuestionLength = 300;
export const maxAnswerLength = 10_000;

/** What an answer is a piece of. */
export const AnswerKind = z.enum(["page", "faq", "comment"]);
export type AnswerKind = z.output<typeof AnswerKind>;

export const AnswerLanguage = z.enum(["en", "ru"]);
export type AnswerLanguage = z.output<typeof AnswerLanguage>;

export const Query = z
  .string()
  .trim()
  .max(maxQueryLength, `is longer than ${maxQueryLength} characters`)
  .describe(`What is looked for, at most ${maxQueryLength} characters`);

/** One passage that answers. */
export const FoundAnswer = z.object({
  id: z.uuid(),
  kind: AnswerKind,
  title: z.string().describe("Plain text: the question, the page's title"),
  heading: z.string().nullable().describe("Plain text: the heading that the passage stands under"),
  html: z
    .string()
    .describe("The passage, escaped; what was looked for stands in <mark>, and nothing else is a tag"),
  titleHtml: z.string().describe("The title, escaped and marked in the same way"),
  url: z.string().describe("Leads to the passage itself, by its anchor or a text fragment"),
  isPinned: z.boolean(),
});
export type FoundAnswer = z.output<typeof FoundAnswer>;

/** What a search answers: `GET` and `POST /answers/:site/search`. */
export const SearchResult = z.object({
  query: z.string(),
  corrected: z
    .string()
    .nullable()
    .describe(
      "What was looked for instead, where the query was mistyped or typed in another keyboard layout",
    ),
  isFound: z.boolean().describe("Whether the first answers the query, as far as can be told"),
  answers: z.array(FoundAnswer),
  searchId: z
    .uuid()
    .nullable()
    .describe(
      "Of a search that was kept (POST): what clicks and a question refer to; null while one types (GET)",
    ),
});
export type SearchResult = z.output<typeof SearchResult>;

/** `GET /answers/:site/suggestions?q=&lang=` */
export const Suggestions = z.object({
  suggestions: z.array(
    z.object({
      text: z.string(),
      url: z
        .string()
        .nullable()
        .describe("Leads to the answer at once, where there is one; else it is a query"),
      kind: AnswerKind.or(z.literal("asked")),
    }),
  ),
});

const PageUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);
const Honeypot = z.string().max(200).optional().describe("People leave it empty");

/** `POST /answers/:site/search`: the query is meant, not only typed. It is counted, and recorded with the visit. */
export const Search = z.object({
  q: Query.min(1, "is empty"),
  lang: AnswerLanguage.optional(),
  page: PageUrl.describe("Address of the page where it is asked"),
  visit: VisitNow.prefault({}),
});

/** `POST /answers/:site/search/:searchId/clicks`: the visitor opened this answer. Answers 204. */
export const Click = z.object({ answerId: z.uuid() });

/** `POST /answers/:site/questions`: nothing found answers it; the asker wants to be told. */
export const NewQuestion = z.object({
  q: z
    .string()
    .trim()
    .min(3, "is shorter than 3 characters")
    .max(maxQuestionLength, `is longer than ${maxQuestionLength} characters`),
  lang: AnswerLanguage.optional(),
  page: PageUrl.describe("Address of the page where it is asked: the element tells the answer there"),
  searchId: z.uuid().optional().describe("Of the search that found nothing"),
  email: z.string().trim().max(320).optional().describe("Where to write once it is answered"),
  website: Honeypot,
  visit: VisitNow.prefault({}),
});

/** The element keeps the token in its localStorage, and only now: it asks by it whether there is an answer. */
export const QuestionTaken = z.object({
  token: z.string(),
  willMail: z.boolean().describe("False where no address was given or too many letters wait for it already"),
});

/** `POST /answers/:site/told`: which of these questions are answered by now. An answer is told until it is `seen`. */
export const Told = z.object({
  tokens: z.array(z.string().min(1).max(64)).min(1).max(20),
  seen: z
    .array(z.string().min(1).max(64))
    .max(20)
    .default([])
    .describe("Tokens whose answers were shown: they are done with"),
});

export const ToldAnswers = z.object({
  answers: z.array(
    z.object({
      token: z.string(),
      question: z.string().describe("Plain text, as it was asked"),
      title: z.string().describe("Plain text, as the site answered it"),
      html: z.string().describe("The answer as HTML of our own making: paragraphs, lists, links"),
      url: z.string().nullable(),
      page: z.string().describe("Where it was asked"),
    }),
  ),
  gone: z.array(z.string()).describe("Tokens that mean nothing any more: forget them"),
});

/** `GET /answers/:site/faq?lang=`: what is answered beforehand, in the owner's order, pinned first. */
export const PublicFaq = z.object({
  entries: z.array(
    z.object({
      id: z.uuid(),
      question: z.string(),
      html: z.string(),
      anchor: z.string(),
      isPinned: z.boolean(),
      language: AnswerLanguage,
    }),
  ),
});
