import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language.ts";
import { countSyllables, measureEase } from "./measure-ease.ts";

test.each([
  ["egg", 1],
  ["boiling", 2],
  ["table", 2],
  ["make", 1],
  ["makes", 1],
  ["stopped", 1],
  ["wanted", 2],
  ["boxes", 2],
  ["idea", 3],
  ["area", 3],
  ["beautiful", 3],
  ["readability", 5],
  ["the", 1],
  ["rhythm", 1],
  ["yellow", 2],
  ["station", 2],
  ["radio", 3],
])("“%s” has %i syllables in English", (word, count) => {
  expect(countSyllables(word, "en")).toBe(count);
});

test.each([
  ["яйцо", 2],
  ["в", 1],
  ["всмятку", 2],
  ["обусловливается", 7],
  ["ёлка", 2],
])("“%s” has %i syllables in Russian", (word, count) => {
  expect(countSyllables(word, "ru")).toBe(count);
});

test("Flesch's formula is applied as published", () => {
  const ease = measureEase("The cat sat on the mat. It was a hot day.", "en");
  expect(ease).toMatchObject({ words: 11, sentences: 2, syllablesPerWord: 1 });
  expect(ease?.score).toBeCloseTo(206.835 - 1.015 * 5.5 - 84.6, 5);
});

test("Oborneva's coefficients are applied to Russian", () => {
  const ease = measureEase("Мама мыла раму. Рама была грязной.", "ru");
  expect(ease).toMatchObject({ words: 6, sentences: 2 });
  expect(ease?.score).toBeCloseTo(206.835 - 1.3 * 3 - 60.1 * (12 / 6), 5);
});

test("an office's Russian is harder than a cook's", () => {
  const office = "Осуществление институциональных обязанностей предполагает переосмысление приоритетов.";
  const cook = "Опустите яйцо в воду. Считайте шесть минут.";
  expect(measureEase(office, "ru")?.score).toBeLessThan(0);
  expect(measureEase(cook, "ru")?.score).toBeGreaterThan(60);
});

test("a list item without a full stop is a sentence, and an abbreviation within one is no end", () => {
  expect(measureEase("Two eggs\nSome salt\nA spoon of e.g. silver", "en")?.sentences).toBe(3);
});

test.each([
  ["en", "The egg is put into the water with a spoon, and this is to be done when it boils. "],
  ["ru", "Яйцо кладут в воду ложкой, и это делают, когда она кипит, но не раньше, чем это нужно. "],
  [
    "uk",
    "Яйце кладуть у воду ложкою, і це роблять, коли вона кипить, але не раніше, ніж це потрібно для нього. ",
  ],
  ["de", "Das Ei wird mit dem Löffel in das Wasser gelegt, und es ist nicht gut, wenn es noch nicht kocht. "],
  [
    "fr",
    "Les œufs sont mis dans une casserole avec de l'eau pour que la coquille ne casse pas sur le bord. ",
  ],
  ["ja", "卵は沸騰したお湯に入れて六分間ゆでます。それから冷たい水に入れて、殻をむきます。"],
])("%s is told by its words or its script", (language, sentence) => {
  expect(detectLanguage(sentence.repeat(6))).toEqual([language]);
});

test("of a few words nothing is said", () => {
  expect(detectLanguage("The egg is put into the water.")).toBeUndefined();
});
