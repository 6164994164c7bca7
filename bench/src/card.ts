import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { CardContent, CardTemplate, createCardRenderer } from "@samovar/repair";
import satori from "satori";
import type { Figures } from "./main.ts";

export const about = "card images a second and CPU-ms an image, beside satori + resvg";

const rounds = 5;
const imagesPerRound = 12;
const width = 1200;
const height = 630;
const template = CardTemplate.parse({ siteName: "Чайный дом «Самовар»" });
const byline = "Анна Ёлкина · 24 ноября 2026 г.";

/**
 * The same card by both, a new title each time, one after another, in turns: site, title, author and day, in the
 * same letters. Ours finds the size of the title and ends in a JPEG that is under 300 kB; theirs is told the size
 * and ends in a PNG, as resvg writes no JPEG.
 */
export async function measure(): Promise<Figures> {
  const ours = createCardRenderer();
  const draw = (title: string) =>
    ours
      .renderCard(
        template,
        CardContent.parse({ title, author: "Анна Ёлкина", publishedOn: "2026-11-24", language: "ru" }),
      )
      .then(({ jpeg }) => jpeg);
  const drawTheirs = await satoriRenderer();
  const [mine, theirs] = [new Tally(), new Tally()];
  await draw(titleOf(0));
  await drawTheirs(titleOf(0));
  for (let round = 0; round < rounds; round += 1) {
    await mine.count(draw, round);
    await theirs.count(drawTheirs, round);
  }
  return {
    images_each: rounds * imagesPerRound,
    images_a_second: mine.perSecond,
    images_a_second_satori_resvg: theirs.perSecond,
    cpu_ms_an_image: mine.cpuMs,
    cpu_ms_an_image_satori_resvg: theirs.cpuMs,
    bytes_an_image_jpeg: mine.bytes,
    bytes_an_image_satori_resvg_png: theirs.bytes,
    times_as_many_images_a_second: Math.round((mine.perSecond / theirs.perSecond) * 10) / 10,
    times_fewer_cpu_ms: Math.round((theirs.cpuMs / mine.cpuMs) * 10) / 10,
  };
}

class Tally {
  #images = 0;
  #elapsedMs = 0;
  #cpuMicros = 0;
  #byteLength = 0;

  async count(draw: (title: string) => Promise<Uint8Array>, round: number): Promise<void> {
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    for (let image = 0; image < imagesPerRound; image += 1) {
      this.#byteLength += (await draw(titleOf(1 + round * imagesPerRound + image))).byteLength;
      this.#images += 1;
    }
    this.#elapsedMs += performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpu);
    this.#cpuMicros += user + system;
  }

  get perSecond(): number {
    return Math.round((this.#images / this.#elapsedMs) * 10_000) / 10;
  }
  get cpuMs(): number {
    return Math.round(this.#cpuMicros / this.#images / 100) / 10;
  }
  get bytes(): number {
    return Math.round(this.#byteLength / this.#images);
  }
}

const titleOf = (number: number) =>
  `Как заварить чай в самоваре № ${number}: подробное руководство для начинающих`;

/** satori reads no WOFF2; the WOFF files beside it hold the same letters. */
async function satoriRenderer(): Promise<(title: string) => Promise<Uint8Array>> {
  const files = ["cyrillic", "latin", "latin-ext", "cyrillic-ext"].flatMap((script) =>
    ([400, 700] as const).map(async (weight) => ({
      name: `Noto Sans ${script}`,
      weight,
      data: await readFile(
        fileURLToPath(
          import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${script}-${weight}-normal.woff`),
        ),
      ),
    })),
  );
  const fonts = await Promise.all(files);
  return async (title) => {
    const svg = await satori(tree(title), { width, height, fonts });
    return new Resvg(svg).render().asPng();
  };
}

type Element = Parameters<typeof satori>[0];

function box(style: Record<string, string | number>, children?: unknown): Element {
  return { type: "div", key: null, props: { style: { display: "flex", ...style }, children } };
}

function tree(title: string): Element {
  const text = box(
    {
      flexDirection: "column",
      justifyContent: "space-between",
      flexGrow: 1,
      padding: "58px 68px",
    },
    [
      box({ fontSize: 30, fontWeight: 400, color: "#ffffff" }, template.siteName),
      box({ fontSize: 68, fontWeight: 700, color: "#ffffff", width: 1040, lineHeight: 1.17 }, title),
      box({ fontSize: 28, fontWeight: 400, color: "#a1a6b1" }, byline),
    ],
  );
  const families = "Noto Sans cyrillic, Noto Sans latin, Noto Sans latin-ext, Noto Sans cyrillic-ext";
  return box({ width: "100%", height: "100%", backgroundColor: "#14213d", fontFamily: families }, [
    box({ width: 24, height, backgroundColor: "#fca311", flexShrink: 0 }),
    text,
  ]);
}
