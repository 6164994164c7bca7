import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { join } from "#src/testing/people.ts";
import { serveSite } from "#src/testing/serve-site.ts";
import { cardKey } from "./card-files.ts";

let app: TestApp;
let site: Awaited<ReturnType<typeof serveSite>>;
let siteId: string;
beforeAll(async () => {
  app = await createApp();
  site = await serveSite();
  siteId = await idOf(app.owner.post("/api/sites", { name: "Чайный дом", origin: site.origin }));
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const Template = z.object({
  siteId: z.string(),
  look: z.looseObject({ layout: z.string(), siteName: z.string() }),
  logo: z.looseObject({ id: z.string() }).nullable(),
  font: z.looseObject({ id: z.string() }).nullable(),
  changedAt: z.string().nullable(),
});
const Made = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  byteLength: z.number(),
  notes: z.array(z.string()),
});
const Preview = z.object({ image: z.string(), hash: z.string(), notes: z.array(z.string()) });
const Refusal = z.object({ code: z.string(), title: z.string(), hint: z.string() });

describe("the template of a site", () => {
  test("is one that works before anybody has chosen anything", async () => {
    const template = Template.parse(await json(app.owner.get(`/api/sites/${siteId}/card-template`)));
    expect(template).toMatchObject({ siteId, look: { siteName: "Чайный дом" }, logo: null, changedAt: null });
  });

  test("is changed with its logo and font (changeCardTemplate), listed, and taken back", async () => {
    const logoId = await uploadLogo();
    const fontId = await uploadFont();
    const wish = { look: { layout: "quote", colours: { background: "#FFF8E7" } }, logoId, fontId };
    const changed = Template.parse(await json(put(`/api/sites/${siteId}/card-template`, wish)));
    expect(changed).toMatchObject({ look: { layout: "quote" }, logo: { id: logoId }, font: { id: fontId } });
    const { items } = z
      .object({ items: z.array(Template) })
      .parse(await json(app.owner.get("/api/card-templates"))); // listCardTemplates
    expect(items).toEqual([changed]);
    await app.owner.delete(`/api/media/${logoId}`);
    await app.owner.delete(`/api/card-fonts/${fontId}`); // deleteCardFont
    const without = Template.parse(await json(app.owner.get(`/api/sites/${siteId}/card-template`)));
    expect(without).toMatchObject({ look: { layout: "quote" }, logo: null, font: null });
    const back = await json(app.owner.delete(`/api/sites/${siteId}/card-template`)); // deleteCardTemplate
    expect(Template.parse(back)).toMatchObject({ look: { layout: "title-left" }, changedAt: null });
  });

  test.each([
    ["a colour that is none", { look: { colours: { background: "red" } } }, "is no colour"],
    ["a layout that is none", { look: { layout: "sideways" } }, "look"],
    ["a logo that is not here", { look: {}, logoId: "0192f0c1-2345-7abc-8def-0123456789ab" }, "no picture"],
    ["a font that is not here", { look: {}, fontId: "0192f0c1-2345-7abc-8def-0123456789ab" }, "no font"],
  ])("is not changed to %s", async (_what, wish, said) => {
    const answer = await put(`/api/sites/${siteId}/card-template`, wish);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain(said);
  });

  test("is looked at by whoever reads, and changed by who manages sites", async () => {
    const viewer = await join(app, app.owner, "viewer");
    expect((await viewer.get(`/api/sites/${siteId}/card-template`)).status).toBe(200);
    const change = { method: "PUT", body: '{"look":{}}', headers: { "Content-Type": "application/json" } };
    expect((await viewer.request(`/api/sites/${siteId}/card-template`, change)).status).toBe(403);
    expect((await viewer.post(`/api/sites/${siteId}/cards`, { pageUrl: site.origin })).status).toBe(403);
  });
});

describe("a font", () => {
  test("is kept and listed (uploadCardFont, listCardFonts)", async () => {
    const id = await uploadFont();
    expect(await json(app.owner.get("/api/card-fonts?limit=1"))).toMatchObject({
      items: [{ id, name: "Ours" }],
    });
  });

  test.each([
    ["a text", Buffer.from("This is no font at all, however long it goes on")],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["half a font", undefined],
  ])("that is %s is refused", async (_what, given) => {
    const bytes = given ?? (await fontFile()).subarray(0, 5000);
    const answer = await app.owner.post("/api/card-fonts", { name: "Odd", file: bytes.toString("base64") });
    expect(answer.status).toBe(400);
    expect(Refusal.parse(await answer.json()).title).toContain("Odd");
  });
});

describe("previewCard", () => {
  test("draws what is not kept, and leaves no trace", async () => {
    const answer = await preview({ look: { layout: "photo-side" }, content: { title: "Чай 🫖" } });
    expect(answer.ok).toBe(true);
    const { image, notes } = Preview.parse(await answer.json());
    expect(notes).toEqual([]);
    expect(await sizeOf(Buffer.from(image.replace("data:image/jpeg;base64,", ""), "base64"))).toEqual([
      1200, 630,
    ]);
    expect(await json(app.owner.get(`/api/sites/${siteId}/card-template`))).toMatchObject({
      changedAt: null,
    });
  });

  test("says what it could not show", async () => {
    const answer = await preview({ look: {}, content: { title: "日本語" } });
    expect(Preview.parse(await answer.json()).notes).toEqual(["letters-missing", "title-empty"]);
  });
});

describe("makePageCard", () => {
  test("makes the card of what the page says, and everybody may fetch it", async () => {
    site.pages["/tea"] = page("Как заварить чай", '<meta name="author" content="Анна Ёлкина">');
    const made = await make({ pageUrl: `${site.origin}/tea` });
    expect(made).toMatchObject({ title: "Как заварить чай", notes: [] });
    const path = new URL(made.url).pathname;
    const answer = await app.anonymous.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("image/jpeg");
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const jpeg = Buffer.from(await answer.arrayBuffer());
    expect(jpeg.byteLength).toBe(made.byteLength);
    expect(jpeg.byteLength).toBeLessThan(300_000);
    expect(await sizeOf(jpeg)).toEqual([1200, 630]);
    const again = await app.anonymous.request(path, {
      headers: { "If-None-Match": String(answer.headers.get("ETag")) },
    });
    expect(again.status).toBe(304);
    expect((await app.anonymous.request(path, { method: "HEAD" })).status).toBe(200);
  });

  test("gives the same page the same address, and another title another", async () => {
    site.pages["/same"] = page("One");
    const one = await make({ pageUrl: `${site.origin}/same` });
    expect((await make({ pageUrl: `${site.origin}/same` })).url).toBe(one.url);
    site.pages["/same"] = page("Two");
    expect((await make({ pageUrl: `${site.origin}/same` })).url).not.toBe(one.url);
    const listed = await json(app.owner.get(`/api/sites/${siteId}/cards?pageUrl=${site.origin}/same`)); // listCards
    expect(z.object({ items: z.array(z.object({ title: z.string() })) }).parse(listed).items).toMatchObject([
      { title: "Two" },
      { title: "One" },
    ]);
    expect((await app.anonymous.get(new URL(one.url).pathname)).status).toBe(200);
  });

  test("takes the page's picture where the layout shows one", async () => {
    const red = await sharp({ create: { width: 900, height: 900, channels: 3, background: "#ff0000" } })
      .png()
      .toBuffer();
    site.pages["/red.png"] = red;
    site.pages["/shown"] = page("Red", `<meta property="og:image" content="${site.origin}/red.png">`);
    await put(`/api/sites/${siteId}/card-template`, { look: { layout: "photo-side" } });
    const made = await make({ pageUrl: `${site.origin}/shown` });
    const answer = await app.anonymous.get(new URL(made.url).pathname);
    const { data } = await sharp(Buffer.from(await answer.arrayBuffer()))
      .extract({ left: 1000, top: 300, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data].map((part) => Math.round(part / 64))).toEqual([4, 0, 0]);
    await app.owner.delete(`/api/sites/${siteId}/card-template`);
  });

  test("shows what it is told, without asking the page", async () => {
    const made = await make({ pageUrl: `${site.origin}/not-there`, content: { title: "Told" } });
    expect(made.title).toBe("Told");
  });

  test.each([
    { what: "of another site", address: "https://elsewhere.example/", status: 400, said: "is not on" },
    { what: "that is not there", address: "/gone", status: 503, said: "404" },
    { what: "without a title", address: "/untitled", status: 400, said: "no title" },
  ])("refuses a page $what, and says why", async ({ address, status, said }) => {
    site.pages["/untitled"] = "<!doctype html><p></p>";
    const pageUrl = new URL(address, site.origin).href;
    const answer = await app.owner.post(`/api/sites/${siteId}/cards`, { pageUrl });
    expect(answer.status).toBe(status);
    expect(Refusal.parse(await answer.json()).title).toContain(said);
  });
});

describe("GET /card/…", () => {
  test("draws a card again whose file is gone, the same picture, however many ask at once", async () => {
    const made = await make({ pageUrl: `${site.origin}/x`, content: { title: "Again" } });
    const path = new URL(made.url).pathname;
    const before = Buffer.from(await (await app.anonymous.get(path)).arrayBuffer());
    await app.house.files.remove(cardKey(siteId, path.slice(-28, -4)));
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.anonymous.get(path)));
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer()).equals(before)).toBe(true);
    }
  });

  test("an unknown card is not found, and nobody keeps that in mind", async () => {
    for (const path of [
      `${siteId}/${"0".repeat(24)}.jpg`,
      `no-site/${"0".repeat(24)}.jpg`,
      "x",
      `${siteId}/x.jpg`,
    ]) {
      const answer = await app.anonymous.get(`/card/${path}`);
      expect(answer.status).toBe(404);
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
    }
  });
});

const page = (title: string, meta = "") => `<!doctype html><html lang="ru"><head><meta charset="utf-8">
<title>${title}</title><meta property="og:title" content="${title}">${meta}</head><body><h1>${title}</h1></body></html>`;

function preview(body: object): Promise<Response> {
  return app.owner.post(`/api/sites/${siteId}/card-preview`, body);
}

async function make(body: object) {
  const answer = await app.owner.post(`/api/sites/${siteId}/cards`, body);
  expect(answer.status).toBe(201);
  return Made.parse(await answer.json());
}

function put(path: string, body: object): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return app.owner.request(path, { method: "PUT", body: JSON.stringify(body), headers });
}

async function json(answer: Promise<Response>): Promise<unknown> {
  const given = await answer;
  expect(given.status).toBeLessThan(300);
  return given.json();
}

async function idOf(answer: Promise<Response>): Promise<string> {
  return z.object({ id: z.string() }).parse(await json(answer)).id;
}

async function uploadLogo(): Promise<string> {
  const logo = await sharp({ create: { width: 200, height: 60, channels: 3, background: "#c33" } })
    .png()
    .toBuffer();
  return idOf(app.owner.post("/api/media", { file: logo.toString("base64"), name: "logo.png" }));
}

async function uploadFont(): Promise<string> {
  return idOf(
    app.owner.post("/api/card-fonts", { name: "Ours", file: (await fontFile()).toString("base64") }),
  );
}

/** One of those that card images are drawn with anyway. */
function fontFile(): Promise<Buffer> {
  const folder = new URL("../../../../node_modules/@fontsource/noto-sans/files/", import.meta.url);
  return readFile(new URL("noto-sans-latin-700-normal.woff2", folder));
}

async function sizeOf(jpeg: Buffer): Promise<readonly number[]> {
  const { width, height } = await sharp(jpeg).metadata();
  return [width, height];
}
