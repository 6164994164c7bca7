import { expect, test } from "vitest";
import { findDoubt } from "./judge-relevance.ts";
import { scoreRelevance } from "./score-relevance.ts";

const text = `Tesla chose Nevada for its battery factory. The company of Elon Musk will open it in 2017. ${"The work goes on, and much is to be done before the first battery is made there. ".repeat(6)}`;

test("all of the title in the first lines is the whole promise", () => {
  expect(scoreRelevance("Tesla factory in Nevada opens in 2017", text).score).toBe(1);
});

test("what is found only later, or by its beginning only, counts for less", () => {
  const late = `${"Something is told here. ".repeat(30)} Tesla came.`;
  expect(scoreRelevance("Tesla", late).score).toBe(0.75);
  expect(scoreRelevance("Batteries", "A battering came.").score).toBeCloseTo(0.6);
});

test("a name that is missing weighs more than an everyday word", () => {
  const noName = scoreRelevance("Apple battery factory", `${text} Then Apple came, and Apple won.`);
  const withName = scoreRelevance("Apple battery factory", text);
  expect(withName.missing).toEqual(["Apple"]);
  expect(withName.score).toBeLessThan(noName.score);
  expect(scoreRelevance("Best battery factory", text).score).toBeGreaterThan(withName.score);
});

test("binding words are not asked for, and a title of them alone promises nothing", () => {
  expect(scoreRelevance("What is this about", text)).toEqual({ score: 1, missing: [], weighed: 0 });
});

test("the lower the score, the rarer an honest title", () => {
  const none = findDoubt("Bitcoin price crashes in Tokyo", text);
  const little = findDoubt("Bitcoin price crashes Tokyo exchange traders panic before battery", text);
  expect(none?.in1000).toBe(3);
  expect(little?.in1000).toBeGreaterThan(3);
});

test("nothing is doubted in a script that parts no words", () => {
  expect(findDoubt("東京 取引所 停止 価格", text)).toBeUndefined();
});
