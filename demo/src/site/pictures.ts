import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Article, Motif, Picture } from "./articles.ts";

const size = { width: 1200, height: 630 };

/** Draws the article's picture as shapes and turns it into the JPEG that networks ask for. */
export async function drawPicture({ motif, hue }: Picture): Promise<Buffer<ArrayBuffer>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 1200 630">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0.4" y2="1"><stop offset="0" stop-color="hsl(${hue},45%,88%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360},40%,68%)"/></linearGradient></defs>
<rect width="1200" height="630" fill="url(#sky)"/><circle cx="960" cy="150" r="86" fill="hsl(${(hue + 30) % 360},85%,92%)"/>
<rect y="500" width="1200" height="130" fill="hsl(${(hue + 20) % 360},28%,34%)"/>${motifs[motif](hue)}</svg>`;
  const { data } = await sharp(Buffer.from(svg)).jpeg({ quality: 84 }).toBuffer({ resolveWithObject: true });
  return Buffer.from(data);
}

/** Networks keep a picture by its address: another drawing gets another one. Undefined where there is none. */
export function pictureAddress({ slug, picture }: Article): string | undefined {
  if (!picture) return undefined;
  const hash = createHash("sha256")
    .update(JSON.stringify([size, picture]))
    .digest("hex")
    .slice(0, 16);
  return `/pictures/${slug}.${hash}.jpg`;
}

/** What a phone's home screen shows, and messengers where a page has no picture. */
export function drawIcon(): Promise<Buffer<ArrayBuffer>> {
  return drawPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="180" height="180" viewBox="0 0 180 180"><rect width="180" height="180" fill="#8a3d12"/><path d="M40 66h84c0 54-14 76-42 76s-42-22-42-76z" fill="#fffaf2"/><path d="M122 76c34-4 34 42-8 42" fill="none" stroke="#fffaf2" stroke-width="9"/></svg>`,
  );
}

async function drawPng(svg: string): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await sharp(Buffer.from(svg)).png().toBuffer());
}

const steam = (x: number, y: number) =>
  [0, 46, 92]
    .map(
      (dx) =>
        `<path d="M${x + dx} ${y}c-34-52 34-72 0-128" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round" opacity=".6"/>`,
    )
    .join("");

const dark = (hue: number) => `hsl(${hue},42%,26%)`;
const warm = (hue: number) => `hsl(${hue},62%,48%)`;
const light = (hue: number) => `hsl(${hue},70%,80%)`;

const motifs: Readonly<Record<Motif, (hue: number) => string>> = {
  cup: (hue) => `${steam(320, 250)}
<path d="M250 270h260c0 150-40 230-130 230s-130-80-130-230z" fill="${warm(hue)}"/><ellipse cx="380" cy="270" rx="130" ry="26" fill="${dark(hue)}"/>
<path d="M505 320c86-10 86 112-32 112" fill="none" stroke="${warm(hue)}" stroke-width="24"/><ellipse cx="380" cy="506" rx="210" ry="24" fill="${light(hue)}"/>
<rect x="650" y="452" width="60" height="48" rx="6" fill="#fff"/><rect x="722" y="452" width="60" height="48" rx="6" fill="#fff"/><rect x="686" y="402" width="60" height="48" rx="6" fill="#fffdf5"/>`,
  teapot: (hue) => `${steam(560, 180)}
<path d="M380 330c0-100 90-140 210-140s210 40 210 140-90 170-210 170-210-70-210-170z" fill="${light(hue)}" opacity=".9"/>
<path d="M396 360c20 100 100 140 194 140s176-40 196-140z" fill="hsl(36,80%,52%)" opacity=".85"/><path d="M795 300c80-10 70-90 140-100" fill="none" stroke="${light(hue)}" stroke-width="34" stroke-linecap="round"/>
<path d="M385 290c-110-20-110 150 10 140" fill="none" stroke="${light(hue)}" stroke-width="26"/><circle cx="590" cy="176" r="22" fill="${dark(hue)}"/>`,
  samovar: (hue) => `${steam(560, 120)}
<rect x="556" y="60" width="88" height="110" rx="12" fill="${dark(hue)}"/><path d="M470 170h260l-30 70c60 40 50 160-20 200h-160c-70-40-80-160-20-200z" fill="${warm(hue)}"/>
<path d="M520 440h160l30 60H490z" fill="${dark(hue)}"/><circle cx="452" cy="270" r="34" fill="none" stroke="${dark(hue)}" stroke-width="14"/><circle cx="748" cy="270" r="34" fill="none" stroke="${dark(hue)}" stroke-width="14"/>
<path d="M590 392h20v52h34" fill="none" stroke="${dark(hue)}" stroke-width="16"/><path d="M560 210c-26 60-26 130 0 190" fill="none" stroke="${light(hue)}" stroke-width="12" opacity=".8"/>`,
  leaves: (hue) =>
    [0, 1, 2, 3, 4, 5]
      .map((n) => {
        const x = 190 + n * 160;
        const y = 250 + (n % 2) * 90;
        return `<path d="M${x} 560C${x - 20} 450 ${x + 10} 380 ${x} ${y}" stroke="hsl(130,35%,30%)" stroke-width="10" fill="none"/><path d="M${x} ${y + 130}c70-70 110-60 120-30-20 40-70 60-120 30z" fill="hsl(130,40%,42%)"/><path d="M${x} ${y + 190}c-70-70-110-60-120-30 20 40 70 60 120 30z" fill="hsl(120,38%,36%)"/>${[0, 1, 2, 3].map((k) => `<circle cx="${x + ((k % 2) * 2 - 1) * 16}" cy="${y + k * 26}" r="${20 - k * 2}" fill="hsl(${hue},60%,${62 - k * 4}%)"/>`).join("")}`;
      })
      .join(""),
  hills: (hue) =>
    [0, 1, 2, 3]
      .map(
        (n) =>
          `<path d="M0 ${300 + n * 75}C260 ${210 + n * 80} 470 ${380 + n * 60} 700 ${290 + n * 78}S1100 ${230 + n * 85} 1200 ${320 + n * 72}V630H0z" fill="hsl(${hue},${34 + n * 6}%,${56 - n * 9}%)"/>`,
      )
      .join(""),
  jar: (
    hue,
  ) => `<rect x="430" y="210" width="300" height="300" rx="46" fill="${warm(hue)}"/><rect x="452" y="150" width="256" height="70" rx="14" fill="${dark(hue)}"/>
<rect x="470" y="310" width="220" height="110" rx="8" fill="#fff8ea"/><path d="M500 350h160M500 384h110" stroke="${dark(hue)}" stroke-width="10"/>
${[0, 1, 2].map((n) => `<ellipse cx="${830 + n * 92}" cy="${486 - (n % 2) * 26}" rx="40" ry="54" fill="hsl(110,28%,${34 + n * 5}%)"/>`).join("")}`,
};
