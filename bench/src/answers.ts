import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  type AnalysedPassage,
  analysePassage,
  analyseQuery,
  stemsOf,
} from "@samovar/server/smo/answers/ranking/analyse.ts";
import { answerQuery } from "@samovar/server/smo/answers/ranking/answer-query.ts";
import {
  type Bank,
  type Features,
  measurePassages,
  scoreOf,
} from "@samovar/server/smo/answers/ranking/rank-passages.ts";
import { type Lexicon, readQuery } from "@samovar/server/smo/answers/ranking/read-query.ts";
import type { Figures, Options } from "./main.ts";

export const about =
  "whether the first answer is the right one: our ranking beside BM25, on two public FAQ sets";

interface FaqSet {
  readonly passages: readonly AnalysedPassage[];
  readonly bank: Bank;
  readonly lexicon: Lexicon;
  readonly questions: readonly Question[];
}

interface Question {
  readonly text: string;
  /** Of the one entry that is counted as right. */
  readonly id: string;
}

/** P@1 that is asked of us; what BM25 reaches is measured beside it. */
const least = { stackfaq: 0.7, covid: 0.58 };

/**
 * Of the `faq_covid` questions a fourth stand there more than once, each time with another entry as the right one: no
 * ranking is above 0.775 there. The weights that ship were chosen on all questions of both sets together, as the middle
 * of a region where both stand still; so the honest figures are those named `_unseen`: weights that were chosen anew on
 * one half of the questions, and tried on the other, mean of six such halvings.
 */
export async function measure({ data }: Options): Promise<Figures> {
  const stackfaq = await readSet(join(data, "faq_stackfaq"));
  const covid = await readSet(join(data, "faq_covid"));
  const own = { stackfaq: await ask(stackfaq), covid: await ask(covid) };
  const unseen = await crossValidate(stackfaq, covid);
  const foreign = [await ask(covid, stackfaq.questions), await ask(stackfaq, covid.questions)];
  return {
    stackfaq_p1: own.stackfaq.right,
    stackfaq_p1_unseen: unseen.stackfaq,
    stackfaq_bm25_question: bm25(stackfaq, ["title"]),
    stackfaq_bm25_question_and_answer: bm25(stackfaq, ["title", "text"]),
    stackfaq_p1_mistyped: (await ask(stackfaq, stackfaq.questions.map(mistype))).right,
    covid_p1: own.covid.right,
    covid_p1_unseen: unseen.covid,
    covid_bm25_question: bm25(covid, ["title"]),
    covid_bm25_question_and_answer: bm25(covid, ["title", "text"]),
    covid_p1_mistyped: (await ask(covid, covid.questions.map(mistype))).right,
    called_found_in_own_bank: mean([own.stackfaq.found, own.covid.found]),
    right_of_called_found: mean([own.stackfaq.rightOfFound, own.covid.rightOfFound]),
    called_found_in_foreign_bank: mean(foreign.map(({ found }) => found)),
    ms_per_query_125_passages: own.stackfaq.ms,
    within_budget:
      own.stackfaq.right >= least.stackfaq &&
      unseen.stackfaq >= least.stackfaq &&
      own.covid.right >= least.covid &&
      unseen.covid >= least.covid,
  };
}

async function readSet(folder: string): Promise<FaqSet> {
  const entries = await readLines(join(folder, "bank.jsonl.gz"));
  const passages = entries.map(({ id, question, answer, answers }) =>
    analysePassage({
      id: String(id),
      title: String(question),
      text: Array.isArray(answers) ? answers.join("\n") : String(answer),
    }),
  );
  const counts = new Map<string, number>();
  for (const { title, text } of passages)
    for (const stem of new Set([...title.counts.keys(), ...text.counts.keys()]))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const words = [...counts].map(([stem, having]) => ({ stem, written: stem, passages: having }));
  const questions = await readLines(join(folder, "queries.jsonl.gz"));
  return {
    passages,
    bank: {
      passages: passages.length,
      passagesWith: (stem) => counts.get(stem) ?? 0,
      averageTitle: mean(passages.map(({ title }) => title.length)),
      averageText: mean(passages.map(({ text }) => text.length)),
    },
    lexicon: {
      count: async (stems) => new Map(stems.flatMap((stem) => pair(stem, counts.get(stem)))),
      alike: async () => words,
    },
    questions: questions.map(({ id, q }) => ({ id: String(id), text: String(q) })),
  };
}

const pair = (stem: string, count: number | undefined): [string, number][] =>
  count === undefined ? [] : [[stem, count]];

async function readLines(file: string): Promise<Readonly<Record<string, unknown>>[]> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trim()
    .split("\n");
  return lines.map((line): Readonly<Record<string, unknown>> => ({ ...JSON.parse(line) }));
}

/** Asks as the product does: reads the query in the words of the bank, ranks, says whether anything was found. */
async function ask(set: FaqSet, questions = set.questions) {
  const { passagesWith: _, ...bank } = set.bank;
  let [right, found, rightOfFound] = [0, 0, 0];
  const startedAt = performance.now();
  for (const { id, text } of questions) {
    const answer = answerQuery(await readQuery(text, set.lexicon), set.passages, bank);
    const isRight = answer.ranked[0]?.id === id;
    right += Number(isRight);
    found += Number(answer.isFound);
    rightOfFound += Number(isRight && answer.isFound);
  }
  return {
    right: round(right / questions.length),
    found: round(found / questions.length),
    rightOfFound: round(rightOfFound / Math.max(1, found)),
    ms: round((performance.now() - startedAt) / questions.length),
  };
}

/** The baseline: BM25 on words as written, k1 1.2, b 0.75. */
function bm25({ passages, questions }: FaqSet, fields: readonly ("title" | "text")[]): number {
  const documents = passages.map((passage) => {
    const counts = new Map<string, number>();
    for (const field of fields)
      for (const [stem, count] of passage[field].counts) counts.set(stem, (counts.get(stem) ?? 0) + count);
    return { id: passage.id, counts, length: fields.reduce((sum, field) => sum + passage[field].length, 0) };
  });
  const average = mean(documents.map(({ length }) => length));
  const having = (stem: string) => documents.filter(({ counts }) => counts.has(stem)).length;
  const right = questions.filter(({ id, text }) => {
    const idf = new Map(
      stemsOf(text).map((stem) => {
        const count = having(stem);
        return [stem, Math.log(1 + (documents.length - count + 0.5) / (count + 0.5))] as const;
      }),
    );
    const scored = documents.map(({ id: own, counts, length }) => ({
      id: own,
      score: [...idf].reduce((sum, [stem, weight]) => {
        const count = counts.get(stem) ?? 0;
        return sum + (weight * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average));
      }, 0),
    }));
    return scored.toSorted((a, b) => b.score - a.score)[0]?.id === id;
  });
  return round(right.length / questions.length);
}

interface Measured {
  readonly text: string;
  readonly id: string;
  readonly passages: readonly { readonly id: string; readonly features: Features }[];
}

const names = ["text", "alike", "kin", "pairs"] as const;
type Chosen = Readonly<Record<(typeof names)[number], number>>;
const grid = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75];
const halvings = 6;

/** Questions that differ only in their marks are on the same side. */
async function crossValidate(stackfaq: FaqSet, covid: FaqSet) {
  const all = [await measureAll(stackfaq), await measureAll(covid)];
  const tried = Array.from({ length: halvings }, (_, round_) => {
    const side = (rows: readonly Measured[], wanted: number) =>
      rows.filter(({ text }) => sideOf(text, round_) === wanted);
    const chosen = choose(all.map((rows) => side(rows, 0)));
    return all.map((rows) => precision(side(rows, 1), chosen));
  });
  return {
    stackfaq: round(mean(tried.map(([first = 0]) => first))),
    covid: round(mean(tried.map(([, second = 0]) => second))),
  };
}

async function measureAll({ questions, passages, bank, lexicon }: FaqSet): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { text, id } of questions) {
    const { stems } = await readQuery(text, lexicon);
    measured.push({ text, id, passages: measurePassages(analyseQuery(stems), passages, bank) });
  }
  return measured;
}

function sideOf(text: string, salt: number): number {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return (createHash("sha256").update(`${salt} ${plain}`).digest()[0] ?? 0) & 1;
}

/** One weight after the other is set to what is best with the others as they are, until none gains. */
function choose(sets: readonly (readonly Measured[])[]): Chosen {
  const worth = (chosen: Chosen) => mean(sets.map((rows) => precision(rows, chosen)));
  let best: { chosen: Chosen; worth: number } = { chosen: { text: 0, alike: 0, kin: 0, pairs: 0 }, worth: 0 };
  const steps = names.flatMap((name) => grid.map((value) => ({ [name]: value })));
  for (let before = -1; best.worth > before;) {
    before = best.worth;
    for (const step of steps) {
      const chosen = { ...best.chosen, ...step };
      const now = worth(chosen);
      if (now > best.worth + 1e-9) best = { chosen, worth: now };
    }
  }
  return best.chosen;
}

function precision(rows: readonly Measured[], by: Chosen): number {
  const right = rows.filter(({ id, passages }) => {
    let [best, bestId] = [-Infinity, ""];
    for (const passage of passages) {
      const score = scoreOf(passage.features, by);
      if (score > best) [best, bestId] = [score, passage.id];
    }
    return bestId === id;
  });
  return right.length / Math.max(1, rows.length);
}

/** Two neighbouring letters of its longest word change places: always the same ones. */
function mistype({ id, text }: Question): Question {
  const longest = (text.match(/\p{L}+/gu) ?? []).toSorted((a, b) => b.length - a.length)[0] ?? "";
  if (longest.length < 5) return { id, text };
  const at = 1 + ((longest.codePointAt(1) ?? 0) % (longest.length - 3));
  const swapped = longest.slice(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.slice(at + 2);
  return { id, text: text.replace(longest, swapped) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
