import { expect, test } from "vitest";
import { createEmojiDrawings } from "./emoji-drawings.ts";

const drawEmoji = await createEmojiDrawings();

test.each(["😀", "🫖", "❤️", "1️⃣", "👍🏽", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇷🇺", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])(
  "%s is one drawing that needs nothing else",
  async (emoji) => {
    const drawing = await drawEmoji(emoji);
    const svg = drawing?.svg ?? "";
    expect(svg).toMatch(/^<svg .*<\/svg>$/s);
    const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, byLink, byUrl] of svg.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)/g))
      expect(ids).toContain(byLink ?? byUrl);
  },
);

test("a skin tone and a family are other drawings than their first part", async () => {
  expect(await svgOf("👍🏽")).not.toBe(await svgOf("👍"));
  expect(await svgOf("👩‍💻")).not.toBe(await svgOf("👩"));
});

test("a sequence that the font lacks is drawn as its first part; what is no emoji is not drawn", async () => {
  expect((await drawEmoji("🫖\u200d🫖"))?.svg).toBe((await drawEmoji("🫖"))?.svg);
  expect(await drawEmoji("ж")).toBeUndefined();
});

async function svgOf(emoji: string): Promise<string | undefined> {
  return (await drawEmoji(emoji))?.svg;
}
