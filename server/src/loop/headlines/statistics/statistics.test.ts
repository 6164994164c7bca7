import { describe, expect, test } from "vitest";
import { fadeCounts, judgeArms, leaderOf, nextWeights } from "./arms.ts";
import { differenceInterval, provenWinner, rateInterval } from "./confidence-sequence.ts";
import { drawBeta, seededChance } from "./posterior.ts";
import { sampleRatioChance } from "./sample-ratio.ts";

describe("a Beta posterior", () => {
  test("has the mean and the spread that the formula says", () => {
    const chance = seededChance(1);
    const drawn = Array.from({ length: 20_000 }, () => drawBeta(3, 7, chance));
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
    expect(mean).toBeCloseTo(0.3, 2);
    expect(variance).toBeCloseTo((3 * 7) / (100 * 11), 3);
  });
});

describe("the arms' weights", () => {
  test("stay equal until each arm was shown a hundred times", () => {
    expect(
      nextWeights([
        { exposures: 99, qualityClicks: 50 },
        { exposures: 5000, qualityClicks: 1 },
      ]),
    ).toEqual([0.5, 0.5]);
  });

  test("then follow the chance of being best, above a floor that keeps every arm alive", () => {
    const weights = nextWeights(
      [
        { exposures: 2000, qualityClicks: 100 },
        { exposures: 2000, qualityClicks: 20 },
        { exposures: 2000, qualityClicks: 20 },
      ],
      seededChance(2),
    );
    expect(weights[0]).toBeGreaterThan(0.85);
    expect(weights[1]).toBeGreaterThanOrEqual(0.05);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
  });

  test("go by rates and not by raw counts: at 70 to 30 the better arm with fewer clicks wins", () => {
    const arms = [
      { exposures: 7000, qualityClicks: 140 },
      { exposures: 3000, qualityClicks: 90 },
    ];
    expect(judgeArms(arms, seededChance(3)).bestChance[1]).toBeGreaterThan(0.99);
    expect(leaderOf(arms, seededChance(3))).toBe(1);
  });

  test("a test without a single read chooses nobody", () => {
    expect(
      leaderOf([
        { exposures: 900, qualityClicks: 0 },
        { exposures: 900, qualityClicks: 0 },
      ]),
    ).toBeUndefined();
  });

  test("old days weigh half after a fortnight", () => {
    expect(
      fadeCounts([
        { ageDays: 0, exposures: 100, qualityClicks: 10 },
        { ageDays: 14, exposures: 100, qualityClicks: 2 },
      ]),
    ).toEqual({ exposures: 150, qualityClicks: 11 });
  });
});

describe("an interval that may be looked at again and again", () => {
  test("is wider than one that may be looked at once, and narrows with what is known", () => {
    const few = rateInterval({ exposures: 500, qualityClicks: 25 });
    const many = rateInterval({ exposures: 50_000, qualityClicks: 2500 });
    const once = 1.96 * Math.sqrt((0.05 * 0.95) / 50_000);
    expect(many.high - 0.05).toBeGreaterThan(once);
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 5);
    expect(rateInterval({ exposures: 0, qualityClicks: 0 })).toEqual({ low: 0, high: 1 });
  });

  test("of equal arms crowns nobody in forty looks, but for few runs in a hundred", () => {
    const chance = seededChance(4);
    let falseWinners = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) if (isAnybodyCrowned(chance)) falseWinners++;
    expect(falseWinners / runs).toBeLessThanOrEqual(0.05);
  });

  test("finds the one that is better", () => {
    const worse = { exposures: 20_000, qualityClicks: 400 };
    const better = { exposures: 20_000, qualityClicks: 800 };
    expect(differenceInterval(better, worse).low).toBeGreaterThan(0);
    expect(provenWinner([worse, better, worse])).toBe(1);
    expect(provenWinner([worse, worse])).toBeUndefined();
  });
});

function isAnybodyCrowned(chance: () => number): boolean {
  const arms = [
    { exposures: 0, qualityClicks: 0 },
    { exposures: 0, qualityClicks: 0 },
  ];
  for (let look = 0; look < 40; look++) {
    for (const arm of arms) {
      arm.exposures += 250;
      for (let one = 0; one < 250; one++) arm.qualityClicks += Number(chance() < 0.03);
    }
    if (provenWinner(arms) !== undefined) return true;
  }
  return false;
}

function chanceOf(first: number, second: number): number {
  return sampleRatioChance([
    { exposures: first, expected: 1 },
    { exposures: second, expected: 1 },
  ]);
}

describe("the sample-ratio alarm", () => {
  test("knows the chi-squared table", () => {
    // χ² = 3.841 at one degree of freedom: 5 %.
    const gap = Math.sqrt(3.841459 * 1000) / 2;
    expect(chanceOf(500 + gap, 500 - gap)).toBeCloseTo(0.05, 4);
    expect(chanceOf(500, 500)).toBe(1);
    // χ² = 9.21 at two: 1 %.
    expect(
      sampleRatioChance([
        { exposures: 1000 + Math.sqrt(9.21034 * 500), expected: 1 },
        { exposures: 1000 - Math.sqrt(9.21034 * 500), expected: 1 },
        { exposures: 1000, expected: 1 },
      ]),
    ).toBeCloseTo(0.01, 4);
  });

  test("rings when a cache serves one arm to nearly everybody", () => {
    expect(
      sampleRatioChance([
        { exposures: 900, expected: 0.5 },
        { exposures: 100, expected: 0.5 },
      ]),
    ).toBeLessThan(1e-10);
  });

  test("rings when an arm that nobody should see is seen", () => {
    expect(
      sampleRatioChance([
        { exposures: 900, expected: 1 },
        { exposures: 1, expected: 0 },
      ]),
    ).toBe(0);
  });
});
