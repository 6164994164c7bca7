import { type Shape, shapeNames } from "./shapes.ts";

/** What a scorer looks for. Each is learned apart. */
export const scorers = ["spam", "toxicity"] as const;
export type Scorer = (typeof scorers)[number];

/**
 * What a site's scorer knows before its first lesson: weights of the general shapes, in log odds, set by hand and not
 * trained. All words and letters begin at nothing.
 */
const priors: Readonly<Record<Scorer, Partial<Record<Shape, number>>>> = {
  spam: {
    bias: -0.9,
    hasLink: 1.8,
    links: 0.9,
    linkShare: 1.5,
    digits: 0.3,
    phone: 1.5,
    capitals: 0.6,
    shouting: 0.6,
    exclaims: 0.45,
    questions: -0.45,
    money: 1,
    emoji: 0.15,
    disguised: 2.2,
    fewWords: -0.3,
    short: -0.3,
    long: 0.3,
    veryLong: 0.15,
    handle: 1.2,
    lines: 0.3,
    promotes: 1.95,
    sells: 1.5,
    earns: 1.35,
    adult: 1.8,
    greets: 0.45,
  },
  toxicity: {
    bias: -1.8,
    hasLink: -0.3,
    capitals: 0.2,
    shouting: 0.4,
    exclaims: 0.3,
    questions: -0.1,
    repeats: 0.2,
    veryLong: -0.2,
    thanks: -0.6,
    you: 0.3,
    insults: 2.2,
    swears: 1.9,
    threatens: 1.3,
  },
};

/** In the order of `shapeNames`. */
export const priorOf = (scorer: Scorer): Float32Array =>
  Float32Array.from(shapeNames, (name) => priors[scorer][name] ?? 0);
