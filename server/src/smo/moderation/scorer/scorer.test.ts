import { expect, test } from "vitest";
import {
  type Example,
  featuresOf,
  learn,
  newModel,
  packFeatures,
  packWeights,
  readText,
  scoreOf,
  unpackFeatures,
  unpackWeights,
} from "./index.ts";

const spamScore = (text: string, model = newModel("spam")) => scoreOf(model, featuresOf(text));
const toxicity = (text: string) => scoreOf(newModel("toxicity"), featuresOf(text));

test("before any lesson it knows what spam looks like everywhere, in English and Russian", () => {
  const spam = [
    "Check out my channel and subscribe!!! http://spam.example",
    "Call our toll free support number 1-888-203-9661 for Epson printers",
    "Заработок от 50 000 руб в месяц, пишите в лс",
    "Удаленная рaбота, дoход каждый день, t.me/rabota",
  ];
  const talk = [
    "Thank you, the third example finally made it clear to me.",
    "Why does the second loop start at one?",
    "Спасибо за статью, особенно за раздел про самовары.",
    "А какой чай вы берёте?",
  ];
  for (const text of spam) expect(spamScore(text), text).toBeGreaterThan(0.7);
  for (const text of talk) expect(spamScore(text), text).toBeLessThan(0.5);
});

test("insults are toxic, and a disagreement is not", () => {
  expect(toxicity("You are a stupid idiot")).toBeGreaterThan(0.75);
  expect(toxicity("Ты дебил и мразь")).toBeGreaterThan(0.75);
  expect(toxicity("I don't agree: the samples are too few to tell")).toBeLessThan(0.3);
  expect(toxicity("Не согласен, данных слишком мало")).toBeLessThan(0.3);
});

test("two dozen decisions teach it what this site calls spam, also where the rest of the world would not", () => {
  const model = newModel("spam");
  const former: Example[] = [];
  const goods = [
    "teapot",
    "samovar",
    "kettle",
    "cup",
    "saucer",
    "tray",
    "spoon",
    "tongs",
    "lid",
    "tap",
    "urn",
    "pot",
  ];
  for (const good of goods) {
    for (const [text, isPositive] of [
      [`my grandmother had the same ${good} with a crack`, true],
      [`the ${good} in the second picture is from Tula`, false],
    ] as const) {
      const example = { features: featuresOf(text), isPositive };
      learn(model, example, former);
      former.push(example);
    }
  }
  expect(spamScore("my grandmother had the same sugar bowl with a crack", model)).toBeGreaterThan(0.7);
  expect(spamScore("the sugar bowl in the second picture is from Tula", model)).toBeLessThan(0.3);
});

const taught = () => {
  const model = newModel("toxicity");
  const former: Example[] = [];
  for (let at = 0; at < 40; at += 1) {
    const example = { features: featuresOf(`words of comment ${at} about tea`), isPositive: at % 3 === 0 };
    learn(model, example, former);
    former.push(example);
  }
  return model;
};

test("the same lessons in the same order make the same model", () => {
  expect(packWeights(taught().weights).equals(packWeights(taught().weights))).toBe(true);
});

test("disguises are taken off: letters of the other alphabet, invisible ones, stretched words, markup", () => {
  expect(readText("рaбoта").words).toEqual(["работа"]);
  expect(readText("рaбoта").disguised).toBe(1);
  expect(readText("vi\u200bag\u00adra").words).toEqual(["viagra"]);
  expect(readText("coooool").words).toEqual(readText("cooool").words);
  expect(readText('<a href="https://spam.example/x">here</a>').hosts).toEqual(["spam.example"]);
});

test("links are found with and without a scheme, and a sentence's end is none", () => {
  expect(readText("see https://www.a.example/page?x=1, b.com/path and a.Then").hosts).toEqual([
    "a.example",
    "b.com",
  ]);
});

test("a megabyte of anything is read in bounded time", () => {
  for (const text of [
    "a".repeat(1e6),
    "http://".repeat(2e5),
    "<a ".repeat(3e5),
    "!".repeat(1e6),
    "1 ".repeat(5e5),
    "я́".repeat(5e5),
  ]) {
    const { places, values } = featuresOf(text);
    expect(places.length).toBeLessThan(30_000);
    expect(values.every(Number.isFinite)).toBe(true);
  }
});

test("an empty text and one in a script of which nothing is known have a score", () => {
  for (const text of ["", " ", "ありがとうございます", "🫖🫖🫖"]) {
    expect(spamScore(text)).toBeGreaterThan(0);
    expect(spamScore(text)).toBeLessThan(1);
  }
});

test("features and weights come back from bytes as they were, wherever the bytes begin", () => {
  const features = featuresOf("Чай из самовара, as it should be");
  const packed = packFeatures(features);
  const shifted = Buffer.concat([Buffer.alloc(1), packed]).subarray(1);
  const back = unpackFeatures(shifted);
  expect(back.places).toEqual(features.places);
  for (const [at, value] of features.values.entries()) expect(back.values[at]).toBeCloseTo(value, 3);
  const { weights } = newModel("spam");
  expect(unpackWeights(packWeights(weights))).toEqual(weights);
  expect(() => unpackWeights(new Uint8Array(8))).toThrow("8 bytes");
});
