import { expect, test } from "vitest";
import { nextStep, setUpSteps } from "./set-up-steps.ts";

const bare = { sites: [], channels: 0, posts: [], clicks: 0 };
const site = { id: "s", provedAt: null, firstVisitAt: null };

test("a new house begins with its site", () => {
  expect(nextStep(setUpSteps(bare))?.id).toBe("site");
});

test("the line is done when it was heard from, the proof when it was found", () => {
  const steps = setUpSteps({ ...bare, sites: [site, { ...site, firstVisitAt: "2026-11-24T10:00:00Z" }] });
  expect(steps.filter(({ isDone }) => isDone).map(({ id }) => id)).toEqual(["site", "line"]);
});

test("a draft is no first post", () => {
  const steps = setUpSteps({ ...bare, posts: [{ state: "draft" }] });
  expect(steps.find(({ id }) => id === "post")?.isDone).toBe(false);
});

test("after the first click nothing is left to set up", () => {
  const all = {
    sites: [{ ...site, provedAt: "x", firstVisitAt: "x" }],
    channels: 1,
    posts: [{ state: "published" }],
    clicks: 1,
  };
  expect(nextStep(setUpSteps(all))).toBeUndefined();
});
