import {
  type Example,
  featuresOf,
  learn,
  newModel,
  type Scorer,
  scoreOf,
} from "../../../server/src/smo/moderation/scorer/index.ts";
import type { Decided } from "./streams.ts";

/** Somebody who learns from decisions and scores what comes. */
export interface Judge {
  readonly learn: (rows: readonly Decided[]) => void;
  /** 0 to 1, in the order of the rows. */
  readonly score: (rows: readonly Decided[]) => readonly number[];
}

/** As the product rehearses: among the newest 500. */
const rehearsed = 500;

/** The product's own scorer, as a new site has it; `isBlank` takes its prior away. */
export function openScorer(scorer: Scorer, isBlank = false): Judge {
  const model = newModel(scorer);
  if (isBlank) model.weights.fill(0);
  const former: Example[] = [];
  return {
    learn(rows) {
      for (const { text, isPositive } of rows) {
        const example = { features: featuresOf(text), isPositive };
        learn(model, example, former);
        former.push(example);
        if (former.length > rehearsed) former.shift();
      }
    },
    score: (rows) => rows.map(({ text }) => scoreOf(model, featuresOf(text))),
  };
}
