import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findDoubt, scoreRelevance } from "@samovar/audit";
import type { Figures, Options } from "./main.ts";

export const about = "whether a title's promise is kept: our scorer beside plain word overlap, on FNC-1";

interface Pair {
  readonly headline: string;
  readonly body: string;
  readonly bodyId: number;
  readonly isRelated: boolean;
}

interface Scored {
  readonly score: number;
  readonly isRelated: boolean;
}

/** What a warning may cost: the share of related titles that are doubted. */
const mostFalse = 0.02;

/**
 * The threshold that ships was chosen on one half of the texts; the figures named `_held_out` are of the other half,
 * which it never saw. The overlap of plain words gets the best threshold under the same cost, chosen on the same half.
 */
export async function measure({ data }: Options): Promise<Figures> {
  const pairs = await readPairs(join(data, "headline_body_fnc1"));
  const startedAt = performance.now();
  const scores = pairs.map(({ headline, body }) => scoreRelevance(headline, body).score);
  const msPerPair = (performance.now() - startedAt) / pairs.length;
  const ours = pairs.map(({ isRelated }, at) => ({ score: scores[at] ?? 0, isRelated }));
  const plain = pairs.map(({ headline, body, isRelated }) => ({ score: overlap(headline, body), isRelated }));
  const doubts = pairs.map(({ headline, body, isRelated }) => ({
    isDoubted: findDoubt(headline, body) !== undefined,
    isRelated,
  }));
  const isHeldOut = pairs.map(({ bodyId }) => bodyId % 2 === 1);
  const heldOut = <Each>(all: readonly Each[]) => all.filter((_, at) => isHeldOut[at]);
  const chosen = <Each>(all: readonly Each[]) => all.filter((_, at) => !isHeldOut[at]);
  const plainThreshold = strictestThreshold(chosen(plain));
  const plainDoubts = heldOut(plain).map(({ score, isRelated }) => ({
    isDoubted: score < plainThreshold,
    isRelated,
  }));
  return {
    pairs: pairs.length,
    ms_per_pair: round(msPerPair),
    auc: round(auc(ours)),
    ...named("", ratesOf(doubts)),
    ...named("_held_out", ratesOf(heldOut(doubts))),
    overlap_auc: round(auc(plain)),
    ...named("_overlap_held_out", ratesOf(plainDoubts)),
    within_budget: ratesOf(doubts).false_warnings <= mostFalse,
  };
}

async function readPairs(folder: string): Promise<Pair[]> {
  const bodies = new Map<number, string>();
  for (const { body_id: id, text } of await readLines(join(folder, "bodies.jsonl.gz")))
    if (typeof id === "number" && typeof text === "string") bodies.set(id, text);
  return (await readLines(join(folder, "pairs.jsonl.gz"))).flatMap(
    ({ headline, body_id: bodyId, stance }) => {
      const body = typeof bodyId === "number" ? bodies.get(bodyId) : undefined;
      if (typeof headline !== "string" || typeof bodyId !== "number" || body === undefined) return [];
      return [{ headline, body, bodyId, isRelated: stance !== "unrelated" }];
    },
  );
}

async function readLines(file: string): Promise<Readonly<Record<string, unknown>>[]> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trim()
    .split("\n");
  return lines.map((line): Readonly<Record<string, unknown>> => ({ ...JSON.parse(line) }));
}

/** The baseline: the share of the title's different words, as written, that stand in the text. */
function overlap(headline: string, body: string): number {
  const own = wordsIn(headline);
  const others = wordsIn(body);
  return own.size === 0 ? 1 : [...own].filter((word) => others.has(word)).length / own.size;
}

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

/** The chance that a related pair scores above an unrelated one, ties counted half. */
function auc(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    const related = sorted.slice(from, to).filter(({ isRelated }) => isRelated).length;
    ranks += (related * (from + 1 + to)) / 2;
    from = to;
  }
  const related = scored.filter(({ isRelated }) => isRelated).length;
  return (ranks - (related * (related + 1)) / 2) / (related * (scored.length - related));
}

function strictestThreshold(scored: readonly Scored[]): number {
  const related = scored
    .filter(({ isRelated }) => isRelated)
    .map(({ score }) => score)
    .toSorted((a, b) => a - b);
  return related[Math.floor(mostFalse * related.length)] ?? 0;
}

function ratesOf(doubts: readonly { readonly isDoubted: boolean; readonly isRelated: boolean }[]) {
  const share = (part: typeof doubts, whole: typeof doubts) => part.length / Math.max(1, whole.length);
  const related = doubts.filter(({ isRelated }) => isRelated);
  const unrelated = doubts.filter(({ isRelated }) => !isRelated);
  return {
    accuracy: share(
      doubts.filter(({ isDoubted, isRelated }) => isDoubted !== isRelated),
      doubts,
    ),
    false_warnings: share(
      related.filter(({ isDoubted }) => isDoubted),
      related,
    ),
    caught: share(
      unrelated.filter(({ isDoubted }) => isDoubted),
      unrelated,
    ),
  };
}

const named = (suffix: string, rates: ReturnType<typeof ratesOf>): Figures =>
  Object.fromEntries(Object.entries(rates).map(([name, rate]) => [`${name}${suffix}`, round(rate)]));

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
