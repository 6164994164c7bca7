import { expect, test } from "vitest";
import { networkIds } from "../networks/network.ts";
import { ruleOf, rules } from "./index.ts";
import type { InLanguages, Rule } from "./rule.ts";

const prefixOf = ({ id }: Rule): string => id.slice(0, 2);
const numberOf = ({ id }: Rule): number => Number(id.slice(2));

/** Every text of a rule, with the place where it stands. */
function textsOf({ id, title, why, says }: Rule): (readonly [place: string, text: InLanguages])[] {
  const said = Object.entries(says).flatMap(([key, { what, remedy }]) => [
    [`${id} ${key}: what`, what] as const,
    [`${id} ${key}: remedy`, remedy] as const,
  ]);
  return [[`${id} title`, title], [`${id} why`, why], ...said];
}

const holesIn = (text: string): string[] => [...new Set(text.match(/\{[^{}]*\}/g))].sort();

test("ids are two letters and two figures, each once, in sequence within their group", () => {
  expect(rules.filter(({ id }) => !/^[A-Z]{2}\d{2}$/.test(id)).map(({ id }) => id)).toEqual([]);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const group of Map.groupBy(rules, (rule) => `${rule.group} ${prefixOf(rule)}`).values()) {
    const numbers = group.map(numberOf);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  }
});

test("the rules of the link preview table are all there", () => {
  const wanted = [
    [1, 10],
    [20, 25],
    [30, 37],
    [40, 42],
    [50, 56],
    [60, 64],
  ].flatMap(([first = 0, last = 0]) =>
    Array.from({ length: last - first + 1 }, (_, at) => `LP${String(first + at).padStart(2, "0")}`),
  );
  expect(rules.filter((rule) => prefixOf(rule) === "LP").map(({ id }) => id)).toEqual(wanted);
});

test("every text stands in both languages, each in its own letters, with the same values in it", () => {
  const faults = rules
    .flatMap(textsOf)
    .flatMap(([place, { en, ru }]) => [
      ...(en.trim() === en && en !== "" && !/\p{Script=Cyrillic}/u.test(en) ? [] : [`${place}: English`]),
      ...(ru.trim() === ru && /\p{Script=Cyrillic}/u.test(ru) ? [] : [`${place}: Russian`]),
      ...(holesIn(en).join() === holesIn(ru).join()
        ? []
        : [`${place}: ${holesIn(en).join()} / ${holesIn(ru).join()}`]),
    ]);
  expect(faults).toEqual([]);
});

test("a title is a line of at most eight words", () => {
  const long = rules.filter(({ title }) => [title.en, title.ru].some((text) => text.split(" ").length > 8));
  expect(long.map(({ title }) => title.en)).toEqual([]);
});

test("what is graded C is never an error", () => {
  expect(
    rules.filter(({ grade, severity }) => grade === "C" && severity === "error").map(({ id }) => id),
  ).toEqual([]);
});

test("every rule names its source, something to say, and networks that there are", () => {
  for (const { id, source, says, networks } of rules) {
    expect(source.trim().length, id).toBeGreaterThan(5);
    expect(Object.keys(says).length, id).toBeGreaterThan(0);
    const known: readonly string[] = typeof networks === "string" ? ["all", "none"] : networkIds;
    const named = typeof networks === "string" ? [networks] : networks;
    expect(
      named.filter((network) => !known.includes(network)),
      id,
    ).toEqual([]);
    expect(new Set(named).size, id).toBe(named.length);
    expect(named.length, id).toBeGreaterThan(0);
  }
});

test("a rule is found by its id, and a wrong id is named", () => {
  expect(ruleOf("LP23").title.en).toBe("Tags inside the head");
  expect(() => ruleOf("LP99")).toThrow('There is no rule "LP99"');
});
