import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Renderer } from "@takumi-rs/core";
import { describe, expect, test } from "vitest";
import { cardHeight, cardWidth } from "./press.ts";
import { createCardRenderer, hashCard, maxCardBytes } from "./render-card.ts";
import { type CardAssets, CardContent, cardLayouts, CardTemplate } from "./template.ts";

const cards = createCardRenderer();
const svg = (inner: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60">${inner}</svg>`);
const draw = (title: string, template: object = {}, assets: CardAssets = {}) =>
  cards.renderCard(CardTemplate.parse(template), CardContent.parse({ title }), assets);

describe("a card", () => {
  test.each(cardLayouts)("in the layout %s is a JPEG of 1200 × 630 under 300 kB", async (layout) => {
    const card = await draw("Как заварить чай в самоваре 🫖", { layout, siteName: "Чайный дом" });
    expect(sizeOf(card.jpeg)).toEqual({ width: cardWidth, height: cardHeight });
    expect(card.jpeg.byteLength).toBeLessThanOrEqual(maxCardBytes);
    expect(card.notes).toEqual([]);
  });

  test("is the same, byte for byte, for the same template and content", async () => {
    const one = await draw("Чай ☕", { siteName: "Дом" });
    const other = await createCardRenderer().renderCard(
      CardTemplate.parse({ siteName: "Дом" }),
      CardContent.parse({ title: "Чай ☕" }),
    );
    expect(Buffer.from(other.jpeg).equals(Buffer.from(one.jpeg))).toBe(true);
    expect(other.hash).toBe(one.hash);
  });

  test("of a picture that hardly packs is still under 300 kB", async () => {
    const card = await draw("Noise", { layout: "photo-background" }, { picture: await noise() });
    expect(card.jpeg.byteLength).toBeLessThanOrEqual(maxCardBytes);
    expect(card.notes).toEqual([]);
  });
});

describe("the hash", () => {
  const template = CardTemplate.parse({});
  const content = CardContent.parse({ title: "Tea" });
  const hash = hashCard(template, content);

  test("is that of the card, known before it is drawn", async () => {
    expect((await cards.renderCard(template, content)).hash).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{24}$/);
  });

  test.each([
    ["the title", hashCard(template, { ...content, title: "Teas" })],
    ["a colour", hashCard(CardTemplate.parse({ colours: { accent: "#ffffff" } }), content)],
    ["the logo", hashCard(template, content, { logo: Buffer.from("logo") })],
    ["the picture", hashCard(template, content, { picture: Buffer.from("logo") })],
    ["the font", hashCard(template, content, { font: Buffer.from("logo") })],
  ])("is another with another %s", (_what, other) => {
    expect(other).not.toBe(hash);
  });

  test("does not ask in which order the fields came", () => {
    const { version, ...rest } = template;
    expect(hashCard({ ...rest, version }, content)).toBe(hash);
  });
});

describe("a title", () => {
  test("of 10,000 characters is cut, and it is said", async () => {
    expect((await draw("слово ".repeat(1600))).notes).toEqual(["title-cut"]);
    expect((await draw("x".repeat(10_000))).notes).toEqual(["title-cut"]);
  });

  test("that is empty leaves the place to the site's name", async () => {
    const empty = await draw(" \n", { siteName: "Tea house" });
    expect(empty.notes).toEqual(["title-empty"]);
    expect(Buffer.from(empty.jpeg)).not.toEqual(Buffer.from((await draw("", {})).jpeg));
  });

  test("in letters that no font has is drawn without them, and it is said", async () => {
    expect((await draw("Tea 日本")).notes).toEqual(["letters-missing"]);
    const same = await draw("Tea");
    expect(Buffer.from((await draw("Tea 日本")).jpeg)).toEqual(Buffer.from(same.jpeg));
  });

  test.each([
    ["marks piled up", "T\u0338\u0321\u0347\u0353\u033b\u0330ea"],
    ["halves of characters", "Te\ud83da"],
    ["codes that turn the reading round", "\u202eTea\u202c\u0000"],
  ])("with %s is shown without them", async (_what, title) => {
    expect(Buffer.from((await draw(title)).jpeg)).toEqual(Buffer.from((await draw("Tea")).jpeg));
  });

  test("of right-to-left letters turns the card round", async () => {
    const hebrew = await draw("מדריך לתה", { colours: { background: "#000000", accent: "#ff0000" } });
    const english = await draw("A guide to tea", { colours: { background: "#000000", accent: "#ff0000" } });
    expect(await pixelAt(english.jpeg, 8)).toBe("red");
    expect(await pixelAt(hebrew.jpeg, 8)).toBe("other");
    expect(await pixelAt(hebrew.jpeg, 1192)).toBe("red");
  });
});

describe("files", () => {
  test("of a font of the site's own are used, and its lack of letters is made good", async () => {
    const font = await readFile(
      fileURLToPath(import.meta.resolve("@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2")),
    );
    const card = await draw("Tea and чай", { titleWeight: 700 }, { font });
    expect(card.notes).toEqual([]);
    expect(Buffer.from(card.jpeg)).not.toEqual(Buffer.from((await draw("Tea and чай")).jpeg));
  });

  test("that are none are left out, and it is said", async () => {
    const nothing = Buffer.from("no picture");
    const template = { layout: "photo-side" };
    const card = await draw("Tea", template, { logo: nothing, picture: nothing, font: nothing });
    expect(card.notes).toEqual(["font-unreadable", "logo-unreadable", "picture-unreadable"]);
    expect(Buffer.from(card.jpeg)).toEqual(Buffer.from((await draw("Tea", template)).jpeg));
  });

  test("that break off behind their header are left out", async () => {
    const half = (await noise()).subarray(0, 40_000);
    expect((await draw("Tea", { layout: "photo-side" }, { picture: half })).notes).toEqual([
      "picture-unreadable",
    ]);
  });

  test("a drawn logo is shown; its scripts do nothing", async () => {
    const drawing = '<rect width="300" height="60" fill="#ff0066"/>';
    const plain = await draw("Tea", {}, { logo: svg(drawing) });
    const scripted = await draw("Tea", {}, { logo: svg(`<script>throw 1</script>${drawing}`) });
    expect(plain.notes).toEqual([]);
    expect(Buffer.from(scripted.jpeg)).toEqual(Buffer.from(plain.jpeg));
  });

  test.each([
    ["nested without end", svg(`${"<g>".repeat(50_000)}${"</g>".repeat(50_000)}`)],
    ["of references to references", svg('<use href="#a"/>'.repeat(100))],
    ["that reads other files", svg('<image href="file:///etc/hostname" width="9" height="9"/>')],
    [
      "of entities that swell",
      Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
    ],
  ])("a drawing %s is refused", async (_what, logo) => {
    expect((await draw("Tea", {}, { logo })).notes).toEqual(["logo-unreadable"]);
  });
});

test("a day is written as the content's language writes it, and an unknown language as English does", async () => {
  const english = await drawDay("en");
  expect(await drawDay("ru")).not.toEqual(english);
  expect(await drawDay("no such language!")).toEqual(english);
});

async function drawDay(language: string): Promise<Buffer> {
  const content = CardContent.parse({ title: "Tea", publishedOn: "2026-11-24", language });
  const { jpeg } = await cards.renderCard(CardTemplate.parse({}), content);
  return Buffer.from(jpeg);
}

/** Width and height in the frame header of a JPEG. */
function sizeOf(jpeg: Uint8Array): { readonly width: number; readonly height: number } {
  const file = Buffer.from(jpeg);
  expect(file.readUInt16BE(0)).toBe(0xffd8);
  let at = 2;
  while (![0xc0, 0xc1, 0xc2].includes(file.readUInt8(at + 1))) at += 2 + file.readUInt16BE(at + 2);
  return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
}

/** What colour a card has half-way down, read back by the renderer. */
async function pixelAt(jpeg: Uint8Array, x: number): Promise<"red" | "other"> {
  const raw = await new Renderer().render(
    { type: "image", src: "card", style: { width: cardWidth, height: cardHeight } },
    { width: cardWidth, height: cardHeight, format: "raw", images: [{ src: "card", data: jpeg }] },
  );
  const at = 4 * ((cardHeight / 2) * cardWidth + x);
  const [red = 0, green = 0, blue = 0] = raw.subarray(at, at + 3);
  return red > 200 && green < 60 && blue < 60 ? "red" : "other";
}

/** A picture without any order in it, the same each time. */
async function noise(): Promise<Uint8Array> {
  const pixels = new Uint8Array(cardWidth * cardHeight * 4);
  let seed = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    seed = (seed * 48_271) % 0x7fffffff;
    pixels[at] = at % 4 === 3 ? 255 : seed & 0xff;
  }
  return new Renderer().render(
    { type: "image", src: { width: cardWidth, height: cardHeight, data: pixels } },
    { width: cardWidth, height: cardHeight, format: "png" },
  );
}
