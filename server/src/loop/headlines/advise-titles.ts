import type { Http } from "@samovar/http-client";
import { z } from "zod";
import { readLivePage } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { say } from "#src/platform/say.ts";
import { Headline, maxArms, maxTextLength, TitleAdvice } from "./schema.ts";
import { chanceToWin, scoreTitle, type TitleModel, type TitleScore } from "./score/title-model.ts";

/** Advice before any test: how curious a title makes, whether its text keeps the promise. It forbids nothing. */
export const adviseTitles = (readModel: () => Promise<TitleModel>) =>
  operation({
    id: "adviseTitles",
    summary: "Judge titles before any test: how curious they make, and whether the text keeps their promise",
    http: "POST /headlines/advice",
    access: "read",
    transaction: "own",
    changes: "nothing",
    input: z.object({
      titles: z.array(Headline).min(1, "is empty").max(maxArms, `holds more than ${maxArms} titles`),
      text: z.string().max(maxTextLength, `is longer than ${maxTextLength} characters`).optional(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .optional()
        .describe("Page to read the text from"),
    }),
    output: z.object({ items: z.array(TitleAdvice) }),
    async run(ctx, { titles, text, url }) {
      const body = text ?? (url === undefined ? null : await readText(ctx.http, url));
      const model = await readModel();
      const scores = titles.map((title) => scoreTitle(model, title, body));
      return { items: titles.map((title, at) => adviceOf(model, { title, at, scores })) };
    },
  });

async function readText(http: Http, url: string): Promise<string> {
  const page = await readLivePage(http, url, say`See that the page opens, or give its text`);
  return page.text.main.slice(0, maxTextLength);
}

interface Judged {
  readonly title: string;
  readonly at: number;
  readonly scores: readonly TitleScore[];
}

function adviceOf(model: TitleModel, { title, at, scores }: Judged) {
  const score = scores[at];
  if (!score) throw new Error("A title was not judged");
  const isEnglish = /^[^\p{L}]*\p{Script=Latin}/u.test(title) && !/\p{Script=Cyrillic}/u.test(title);
  const learned = <Value>(value: Value) => (isEnglish ? value : null);
  return {
    title,
    language: isEnglish ? ("en" as const) : ("other" as const),
    curiosity: learned(score.curiosity),
    curiosityError: learned(score.curiosityError),
    honesty: score.honesty,
    missing: [...score.missing],
    winChance: scores.length > 1 ? learned(winChanceOf(model, at, scores)) : null,
  };
}

/** Of several titles: the chances against each other one, brought to a sum of one (Bradley and Terry's strengths). */
function winChanceOf(model: TitleModel, at: number, scores: readonly TitleScore[]): number {
  const strengths = scores.map(({ appeal }) => {
    const chance = chanceToWin(model, appeal, 0);
    return chance / (1 - chance);
  });
  return (strengths[at] ?? 0) / strengths.reduce((sum, one) => sum + one, 0);
}
