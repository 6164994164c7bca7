import { Buffer } from "node:buffer";
import sharp from "sharp";

/** Stands in for a page's picture: a landscape, light enough to show whether white letters read on it. */
export async function samplePicture(): Promise<Uint8Array> {
  return new Uint8Array(await sharp(Buffer.from(landscape)).jpeg({ quality: 88 }).toBuffer());
}

const landscape = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1600 1066">
<defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#fbd9a0"/>
<stop offset=".6" stop-color="#f3f3f3"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>
<path d="M0 0H1600V1066H0z" fill="url(#sky)"/><circle cx="1060" cy="330" r="160" fill="#ff8a4c"/>
<path d="M0 830 400 520 700 790 1080 440 1600 830V1066H0z" fill="#5f8f8b"/>
<path d="M0 940 500 730 900 920 1300 680 1600 940V1066H0z" fill="#e8efe9"/></svg>`;
