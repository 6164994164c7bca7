import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { animationChunk, makeGif, makeJpegHead, makePng, makeWebpHead } from "../testing/make-picture.ts";
import { servePages } from "../testing/serve-pages.ts";
import { createVisitors } from "./create-visitors.ts";

const size = { width: 40, height: 21 };
const svg = `<?xml version="1.0"?>\n<!-- drawn by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg xmlns="http://www.w3.org/2000/svg" width="40" height="21"/>`;

async function see(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) {
  await using site = await servePages({
    "/picture": { headers: { "content-type": "image/png", ...headers }, body },
  });
  const visitors = createVisitors({ allowPrivate: true });
  try {
    return await visitors.image(`${site.origin}/picture`, "samovar");
  } finally {
    await visitors.close();
  }
}

test.each([
  ["a PNG", makePng(size), { type: "image/png", isAnimated: false, ...size }],
  ["an animated PNG", makePng(size, [animationChunk()]), { type: "image/png", isAnimated: true, ...size }],
  ["a JPEG", makeJpegHead(size), { type: "image/jpeg", isAnimated: false, ...size }],
  [
    "a JPEG of a camera that lay on its side",
    makeJpegHead(size, 6),
    { type: "image/jpeg", width: 21, height: 40 },
  ],
  ["a JPEG of a camera that stood on its head", makeJpegHead(size, 3), { type: "image/jpeg", ...size }],
  ["a GIF", makeGif(size, 1), { type: "image/gif", isAnimated: false, ...size }],
  ["an animated GIF", makeGif(size, 2), { type: "image/gif", isAnimated: true, ...size }],
  ["a WebP", makeWebpHead(size, false), { type: "image/webp", isAnimated: false, ...size }],
  ["an animated WebP", makeWebpHead(size, true), { type: "image/webp", isAnimated: true, ...size }],
  ["a drawing", Buffer.from(svg), { type: "image/svg+xml", isAnimated: false, ...size }],
  [
    "a drawing that its doctype starts with entities",
    Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg width="40" height="21"/>'),
    { type: "image/svg+xml", ...size },
  ],
  [
    "an AVIF",
    Buffer.concat([Buffer.from("\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "latin1"), Buffer.alloc(40)]),
    { type: "image/avif", width: undefined },
  ],
  [
    "HTML that holds a drawing",
    Buffer.from(`<!doctype html><body>${svg}`),
    { type: undefined, width: undefined, height: undefined },
  ],
  ["bytes that mean nothing", Buffer.alloc(500, 7), { type: undefined, width: undefined }],
  [
    "a PNG without its size",
    makePng(size).subarray(0, 14),
    { type: "image/png", width: undefined, height: undefined },
  ],
  ["nothing", Buffer.alloc(0), { type: undefined, byteLength: 0 }],
])("%s is known by its own bytes, whatever its header says", async (_, body, expected) => {
  const facts = await see(body, { "content-type": "IMAGE/PNG; q=1" });
  expect(facts).toMatchObject({ declaredType: "image/png", byteLength: body.byteLength, ...expected });
});

test("of 50 MB the length is told, and no more is kept than its beginning", async () => {
  const body = Buffer.concat([makePng({ width: 8000, height: 4000 }), Buffer.alloc(50 * 1024 * 1024)]);
  const facts = await see(body, { "content-length": String(body.byteLength) });
  expect(facts).toMatchObject({ type: "image/png", width: 8000, height: 4000, byteLength: body.byteLength });
  expect(await see(body)).toMatchObject({ width: 8000, byteLength: 20 * 1024 * 1024 });
  expect(facts.visit.answer?.body.byteLength).toBe(4096);
});

test("a picture that comes packed is measured unpacked", async () => {
  const facts = await see(deflateSync(svg), {
    "content-encoding": "deflate",
    "content-type": "image/svg+xml",
  });
  expect(facts).toMatchObject({ type: "image/svg+xml", byteLength: Buffer.byteLength(svg), ...size });
});

test("an error page is no picture, even where it is one", async () => {
  await using site = await servePages({
    "/picture": { status: 404, headers: { "content-type": "image/png" }, body: makePng(size) },
  });
  const visitors = createVisitors({ allowPrivate: true });
  const facts = await visitors.image(`${site.origin}/picture`, "samovar");
  await visitors.close();
  expect(facts).toMatchObject({ type: undefined, width: undefined, visit: { answer: { status: 404 } } });
});

test("it is read whole once, and looked at by each robot", async () => {
  const picture = Buffer.concat([makePng(size), Buffer.alloc(300_000, 1)]);
  const { promise: shown, resolve } = Promise.withResolvers<void>();
  await using site = await servePages({
    "/picture": ({ headers }, response) => {
      const isBarred = headers["user-agent"]?.includes("Twitterbot");
      if (isBarred) resolve();
      response
        .writeHead(isBarred ? 403 : 200, { "content-type": "image/png" })
        .end(isBarred ? "No robots" : picture);
    },
  });
  const visitors = createVisitors({ allowPrivate: true });
  const url = `${site.origin}/picture`;
  const [facebook, x, again] = await Promise.all([
    visitors.image(url, "facebook"),
    visitors.image(url, "x"),
    visitors.image(url, "facebook"),
  ]);
  await shown;
  await visitors.close();
  expect(again).toBe(facebook);
  expect(facebook).toMatchObject({ type: "image/png", byteLength: picture.byteLength, ...size });
  expect(x).toMatchObject({ type: undefined, width: undefined, visit: { answer: { status: 403 } } });
  expect(site.requests).toHaveLength(3);
});
