import { createHash } from "node:crypto";
import type { ImageSource, Node, Renderer } from "@takumi-rs/core";
import { bundledFamily, readBundledFonts, type TitleWeight } from "./fonts/bundled-fonts.ts";
import { readCharacterMap } from "./fonts/character-map.ts";
import { readFontTables } from "./fonts/font-tables.ts";

export const cardWidth = 1200;
export const cardHeight = 630;

/** A renderer with the letters it needs. Drawing is done on threads of the renderer's own. */
export interface Press {
  readonly families: string;
  readonly canWrite: (codePoint: number) => boolean;
  readonly addWeight: (weight: TitleWeight) => Promise<void>;
  readonly measure: (node: Node, images?: readonly ImageSource[]) => Promise<Size>;
  /** Pixels of a whole card: red, green, blue and alpha. */
  readonly paint: (node: Node, images: readonly ImageSource[]) => Promise<Buffer<ArrayBuffer>>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const ownFamily = "Own";
const maxCacheBytes = 32 * 1024 * 1024;

/** Throws where the own font is none. */
export async function openPress(ownFont: Uint8Array | undefined): Promise<Press> {
  const takumi = await import("@takumi-rs/core"); // megabytes of native code, for those alone who draw
  const renderer = new takumi.Renderer({ cacheMaxBytes: maxCacheBytes });
  const own = ownFont && (await addOwnFont(renderer, ownFont));
  const bundled = await readBundledFonts([400]);
  const maps = await Promise.all(
    bundled.map(async ({ data }) => readCharacterMap(await readFontTables(data))),
  );
  const weights = new Map<TitleWeight, Promise<void>>();
  return {
    families: own ? `${ownFamily}, "${bundledFamily}"` : `"${bundledFamily}"`,
    canWrite: (codePoint) => [...(own ? [own] : []), ...maps].some((map) => map(codePoint) !== undefined),
    addWeight(weight) {
      const added = weights.get(weight) ?? addBundled(renderer, weight);
      weights.set(weight, added);
      return added;
    },
    async measure(node, images = []) {
      const { width, height } = await renderer.measure(node, { images: [...images] });
      return { width, height };
    },
    paint: (node, images) =>
      renderer.render(node, { width: cardWidth, height: cardHeight, format: "raw", images: [...images] }),
  };
}

async function addOwnFont(renderer: Renderer, data: Uint8Array) {
  const map = readCharacterMap(await readFontTables(data));
  await renderer.registerFont({ name: ownFamily, data });
  return map;
}

async function addBundled(renderer: Renderer, weight: TitleWeight): Promise<void> {
  for (const { family, data, ranges } of await readBundledFonts([weight])) {
    await renderer.registerFont({
      name: family,
      data,
      weight,
      style: "normal",
      unicodeRange: ranges.map(([first, last]) => [first, last]),
    });
  }
}

export const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Whether the bytes are a font that the renderer takes and that has letters. */
export async function isFont(bytes: Uint8Array): Promise<boolean> {
  try {
    const { Renderer } = await import("@takumi-rs/core");
    const map = await addOwnFont(new Renderer({ cacheMaxBytes: 0 }), bytes);
    return Array.from({ length: 0x3000 }, (_, codePoint) => codePoint).some((at) => map(at) !== undefined);
  } catch (error) {
    // Broken bytes make readers of fonts fail in many ways, and all of them say the same.
    if (error instanceof Error) return false;
    throw error;
  }
}
