import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { holdMedia } from "./index.ts";
import { fitPicture } from "./rendition.ts";
import { Media } from "./schema.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
});
afterAll(() => app[Symbol.asyncDispose]());

describe("uploadMedia", () => {
  test("a picture is kept with its true kind and size, whatever its name says", async () => {
    const media = await upload(await jpeg(800, 600), { name: "tea.png", alt: "A samovar" });
    expect(media).toMatchObject({
      name: "tea.png",
      mimeType: "image/jpeg",
      width: 800,
      height: 600,
      alt: "A samovar",
      animated: false,
    });
    expect(await (await app.owner.get(`/api/media/${media.id}`)).json()).toMatchObject({ id: media.id });
    expect(await (await app.owner.get("/api/media?limit=1")).json()).toMatchObject({
      items: [{ id: media.id }],
      next: null,
    });
  });

  test("a picture that the camera turned is measured as people see it", async () => {
    const turned = await sharp(await jpeg(800, 600))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await upload(turned)).toMatchObject({ width: 600, height: 800 });
  });

  test("base64 does as well as a file", async () => {
    const response = await app.owner.post("/api/media", {
      file: (await jpeg(40, 30)).toString("base64"),
      name: "small.jpg",
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ name: "small.jpg", width: 40, height: 30 });
  });

  test.each([
    ["a text", Buffer.from("Not a picture at all"), "is no picture, or a broken one"],
    ["half a picture", undefined, "is no picture, or a broken one"],
    ["nothing", Buffer.alloc(0), "is empty"],
    [
      "a drawing that can run scripts",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      "is SVG",
    ],
    ["a small file that unpacks into gigabytes", bomb(), "megapixels"],
  ])("%s is refused with its name and the remedy", async (_kind, given, said) => {
    const bytes = given ?? (await jpeg(800, 600)).subarray(0, 3000);
    const response = await post(bytes, { name: "odd.jpg" });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const problem = z.object({ title: z.string(), hint: z.string() }).parse(await response.json());
    expect(problem.title).toContain(said);
    expect(problem.title).toContain("odd.jpg");
  });

  test("a picture of more than 32 MB is refused", async () => {
    const response = await post(randomBytes(33 * 1024 * 1024));
    expect(response.status).toBe(413);
  });
});

describe("the files", () => {
  test("are shown to the workspace's people, as what they are and nothing else", async () => {
    const bytes = await jpeg(800, 600);
    const media = await upload(bytes);
    const original = await app.owner.get(`/media/${media.id}/original`);
    expect(original.headers.get("content-type")).toBe("image/jpeg");
    expect(original.headers.get("x-content-type-options")).toBe("nosniff");
    expect(original.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(Buffer.from(await original.arrayBuffer())).toEqual(bytes);
    const thumbnail = await app.owner.get(`/media/${media.id}/thumbnail`);
    expect(await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).toMatchObject({
      width: 480,
      height: 360,
    });
    expect((await app.anonymous.get(`/media/${media.id}/original`)).status).toBe(401);
    expect((await app.owner.get("/media/not-an-id/original")).status).toBe(404);
  });

  test("go with deleteMedia, unless a post still needs them", async () => {
    const media = await upload(await jpeg(80, 60));
    const { workspaces } = z
      .object({ workspaces: z.array(z.object({ id: z.string() })) })
      .parse(await (await app.owner.get("/api/me")).json());
    const [workspace] = workspaces;
    const holder = "0198c0de-0000-7000-8000-000000000001";
    const hold = (ids: string[]) =>
      app.house.database.transact(String(workspace?.id), (db) => holdMedia(db, holder, ids));
    await hold([media.id]);
    expect((await app.owner.delete(`/api/media/${media.id}`)).status).toBe(409);
    await hold([]);
    expect((await app.owner.delete(`/api/media/${media.id}`)).status).toBe(200);
    expect((await app.owner.get(`/api/media/${media.id}`)).status).toBe(404);
    expect((await app.owner.get(`/media/${media.id}/original`)).status).toBe(404);
  });

  test("are described anew with changeMedia; a description without end is refused", async () => {
    const media = await upload(await jpeg(80, 60));
    const changed = await app.owner.patch(`/api/media/${media.id}`, { alt: "Steam" });
    expect(await changed.json()).toMatchObject({ alt: "Steam" });
    expect((await app.owner.patch(`/api/media/${media.id}`, { alt: "x".repeat(5001) })).status).toBe(400);
  });
});

describe("fitPicture", () => {
  test("makes a large picture fit a network's bytes and pixels", async () => {
    const noise = await sharp(randomBytes(1600 * 1200 * 3), {
      raw: { width: 1600, height: 1200, channels: 3 },
    })
      .png()
      .toBuffer();
    const facts = {
      mimeType: "image/png",
      width: 1600,
      height: 1200,
      animated: false,
      byteLength: noise.byteLength,
    };
    const made = await fitPicture(new Uint8Array(noise), facts, {
      maxBytes: 200_000,
      maxPixels: 640_000,
      mimeTypes: ["image/jpeg"],
    });
    expect(made.bytes.byteLength).toBeLessThanOrEqual(200_000);
    expect(made.width * made.height).toBeLessThanOrEqual(640_000);
    expect(await sharp(made.bytes).metadata()).toMatchObject({
      format: "jpeg",
      width: made.width,
      height: made.height,
    });
  });

  test("takes off where a photograph was taken, and keeps what people see", async () => {
    const bytes = await sharp(await jpeg(100, 60))
      .withExif({ IFD3: { GPSLatitude: "55/1 45/1 0/1" } })
      .toBuffer();
    const facts = {
      mimeType: "image/jpeg",
      width: 100,
      height: 60,
      animated: false,
      byteLength: bytes.byteLength,
    };
    const made = await fitPicture(new Uint8Array(bytes), facts, {});
    expect((await sharp(made.bytes).metadata()).exif).toBeUndefined();
    expect(made).toMatchObject({ width: 100, height: 60, mimeType: "image/jpeg" });
  });
});

const jpeg = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c33" } })
    .jpeg()
    .toBuffer();

function post(bytes: Uint8Array, fields: { name?: string; alt?: string } = {}): Promise<Response> {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], fields.name ?? "picture.jpg"));
  if (fields.alt !== undefined) form.set("alt", fields.alt);
  return app.owner.post("/api/media", form);
}

async function upload(bytes: Uint8Array, fields: { name?: string; alt?: string } = {}) {
  const response = await post(bytes, fields);
  expect(response.status).toBe(201);
  return Media.parse(await response.json());
}

/** A PNG of 30,000 × 30,000 pixels in less than a megabyte. */
function bomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(3751 * 1000));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
