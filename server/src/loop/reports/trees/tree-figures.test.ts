import { expect, test } from "vitest";
import { naiveTree } from "../testing/naive-tree.ts";
import { seeded } from "../testing/random-events.ts";
import { simulateCascades } from "../testing/simulated-cascades.ts";
import { treeFigures } from "./tree-figures.ts";

const hourMs = 3_600_000;

test("depths and structural virality are those of every pair walked one by one", async () => {
  const random = seeded(5);
  for (let turn = 0; turn < 40; turn += 1) {
    const parents = Int32Array.from({ length: 2 + Math.floor(random() * 60) }, (_, node) =>
      Math.floor(random() * node),
    );
    const at = Float64Array.from(parents, (_, node) => node * 1000);
    const figures = await treeFigures({ parents, at }, 1e9);
    const naive = naiveTree(parents);
    expect(figures).toMatchObject({
      nodes: naive.nodes,
      depths: naive.depths,
      maxDepth: naive.depths.length,
    });
    expect(figures.structuralVirality).toBeCloseTo(naive.virality ?? Number.NaN, 9);
  }
});

test("a tree of one visitor, and one of nobody, are told as what they are", async () => {
  const alone = await treeFigures({ parents: new Int32Array(2), at: new Float64Array(2) }, 1000);
  expect(alone).toMatchObject({
    nodes: 1,
    seeds: 1,
    able: 1,
    k: 0,
    reach: 1,
    structuralVirality: 1,
    cycleSeconds: null,
  });
  const empty = await treeFigures({ parents: new Int32Array(1), at: new Float64Array(1) }, 1000);
  expect(empty).toMatchObject({
    nodes: 0,
    able: 0,
    k: null,
    kLow: null,
    reach: null,
    structuralVirality: null,
  });
});

test.each([
  [0.2, 400 * hourMs],
  [0.5, 400 * hourMs],
  [0.8, 1000 * hourMs],
])(
  "of simulated cascades with K = %d, seen before their end, K and reach come out within the interval",
  async (k, spanMs) => {
    let covered = 0;
    let total = 0;
    const runs = 40;
    for (let run = 0; run < runs; run += 1) {
      const tree = simulateCascades({
        seeds: 800,
        k,
        delayMs: 2 * hourMs,
        spanMs,
        random: seeded(run * 7 + 1),
      });
      const figures = await treeFigures(tree, 0);
      total += figures.k ?? Number.NaN;
      if ((figures.kLow ?? 1) <= k && k <= (figures.kHigh ?? 0)) covered += 1;
      expect(figures.reach).toBeCloseTo(1 / (1 - (figures.k ?? 0)), 9);
    }
    expect(Math.abs(total / runs - k)).toBeLessThan(0.02);
    // 95 % of 40 is 38; at 32 or fewer the interval would be wrong (p < 0.001).
    expect(covered).toBeGreaterThan(32);
  },
);

test("visitors who have not had three cycle times yet are left out: else K would look too small", async () => {
  const young = { seeds: 4000, k: 0.6, delayMs: 10 * hourMs, spanMs: 60 * hourMs, random: seeded(3) };
  const tree = simulateCascades(young);
  const figures = await treeFigures(tree, 0);
  const naive = (tree.parents.length - 1 - 4000) / (tree.parents.length - 1);
  expect(naive).toBeLessThan(0.55);
  expect(Math.abs((figures.k ?? 0) - 0.6)).toBeLessThan(Math.abs(naive - 0.6) / 2);
  expect(figures.able).toBeLessThan(figures.nodes);
});

const threeTurns = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test("a report of a large tree lets others in between", async () => {
  const random = seeded(9);
  const parents = Int32Array.from({ length: 100_001 }, (_, node) => Math.floor(random() * node));
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  await Promise.all([
    treeFigures({ parents, at: Float64Array.from(parents, (_, node) => node) }, 1e9),
    threeTurns(),
  ]);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
});
