import { expect, test } from "vitest";
import { noteSentences, sayNote } from "./notes.ts";

const holesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole).sort();

test("both languages of a sentence leave the same holes", () => {
  for (const [key, { en, ru }] of Object.entries(noteSentences)) {
    expect(holesIn(ru), key).toEqual(holesIn(en));
    expect(ru, key).toMatch(/[а-яё]/);
    expect(en, key).not.toMatch(/[а-яё]/i);
  }
});

test("a note is said with its values", () => {
  const values = { network: "Discord", max: 70 };
  expect(sayNote({ key: "title-cut-bytes", values }, "en")).toBe(
    "The title is cut: Discord shows at most 70 bytes, and a Cyrillic letter takes two.",
  );
  expect(sayNote({ key: "title-cut-bytes", values }, "ru")).toContain("не больше 70 байт");
});

test("a key out of another version is said as it stands", () => {
  expect(sayNote({ key: "from-the-future", values: {} }, "ru")).toBe("from-the-future");
});
