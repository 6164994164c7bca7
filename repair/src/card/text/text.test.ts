import { expect, test } from "vitest";
import { cleanText, directionOf, glueWords } from "./clean-text.ts";
import { spell } from "./pieces.ts";

test("spaces are one, and codes that nobody sees are gone", () => {
  expect(cleanText("  Чай \n\t и\u00a0\u200bсамовар\u0007 ")).toBe("Чай и самовар");
  expect(cleanText("\u202egnp.exe")).toBe("gnp.exe");
});

test("of marks piled upon a letter as many stay as orthographies need", () => {
  expect(cleanText(`a${"\u0317".repeat(50)}b`)).toBe(`a${"\u0317".repeat(4)}b`);
  expect(cleanText("и\u0306")).toBe("й");
});

test("a family of emoji is not cut in two", () => {
  expect(cleanText("👨‍👩‍👧‍👦".repeat(900))).toBe("👨‍👩‍👧‍👦".repeat(400));
});

test("the first letter says which way a text is read", () => {
  expect(directionOf("2026: מדריך to tea")).toBe("rtl");
  expect(directionOf("«Tea» שלום")).toBe("ltr");
  expect(directionOf("🫖")).toBe("ltr");
});

test("short words and dashes stay with their neighbours", () => {
  expect(glueWords("Чай в доме — и 10 чашек")).toBe("Чай в\u00a0доме\u00a0— и\u00a010\u00a0чашек");
  expect(glueWords("🫖 — чай")).toBe("🫖 — чай");
});

test("a sign that no font has is said with another, a letter that none has is missed", async () => {
  const letters = {
    canWrite: (codePoint: number) => codePoint < 0x250 || codePoint === 0x203a,
    drawEmoji: async () => undefined,
  };
  const arrow = await spell("a→b", letters);
  expect(textOf(arrow)).toBe("a›b");
  expect(arrow.hasLost).toBe(false);
  const foreign = await spell("a語∞", letters);
  expect(textOf(foreign)).toBe("a");
  expect(foreign.hasLost).toBe(true);
});

function textOf({ pieces }: Awaited<ReturnType<typeof spell>>): string {
  return pieces.map((piece) => ("text" in piece ? piece.text : "?")).join("");
}
