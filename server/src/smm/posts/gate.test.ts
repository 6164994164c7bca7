import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startMastodonTwin, type Twin } from "#src/networks/mastodon/twin.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { serveTea } from "#src/testing/serve-tea.ts";
import { Post, Publication, PublicationStep } from "./schema.ts";

const Refusal = z.object({
  code: z.string(),
  title: z.string(),
  hint: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
});
const Ledger = Publication.extend({ steps: z.array(PublicationStep) });

let app: TestApp;
let twin: Twin;
let site: Awaited<ReturnType<typeof serveTea>>;
let channelId: string;
beforeAll(async () => {
  [app, twin, site] = await Promise.all([
    createApp(),
    startMastodonTwin({ honoursIdempotencyKey: true }),
    serveTea(),
  ]);
  site.pages["/lost"] = (_request, response) => {
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(
        `<!doctype html><title>Lost</title><meta property="og:title" content="Lost"><meta property="og:image" content="${site.origin}/lost.jpg">`,
      );
  };
  site.pages["/file.pdf"] = (_request, response) =>
    response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7");
  const values = { server: twin.url, accessToken: twin.tokenFor("demo") };
  const body = { networkId: "mastodon", methodId: "token", values };
  const connected = await app.owner.post("/api/connections", body);
  const Connected = z.object({ channel: z.object({ id: z.string() }) });
  channelId = Connected.parse(await connected.json()).channel.id;
});
afterAll(async () => {
  await twin.close();
  await site[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const write = (path: string) =>
  read(
    app.owner.post("/api/posts", {
      text: "Tea",
      linkUrl: `${site.origin}${path}`,
      variants: [{ channelId }],
    }),
    Post,
  );
const tomorrow = {
  local: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16),
  timeZone: "UTC",
};

describe("the gate", () => {
  test("stops a post whose page makes a broken card, and names what is wrong and what to do", async () => {
    const post = await write("/lost");
    for (const [path, input] of [
      ["publishing", {}],
      ["schedule", tomorrow],
    ] as const) {
      const answer = await app.owner.post(`/api/posts/${post.id}/${path}`, input);
      expect(answer.status).toBe(422);
      const refusal = Refusal.parse(await answer.json());
      expect(refusal.code).toBe("check_failed");
      expect(refusal.title).toContain("LP02");
      expect(refusal.fields).toMatchObject([
        { path: "linkUrl.LP02", message: expect.stringContaining("404") },
      ]);
    }
    const unchanged = await read(app.owner.get(`/api/posts/${post.id}`), Post);
    expect(unchanged).toMatchObject({ state: "draft", publications: [], scheduledFor: null });
  });

  test("says so in Russian to who reads Russian", async () => {
    const { id } = await write("/lost");
    const answer = await app.owner.post(`/api/posts/${id}/publishing`, {}, { "Accept-Language": "ru" });
    expect(Refusal.parse(await answer.json()).title).toContain("отвечает 404 вместо 200");
  });

  test("lets it through for who may publish and says why: the ledger tells who, why and what was wrong", async () => {
    const post = await write("/lost");
    const path = `/api/posts/${post.id}/schedule`;
    expect((await app.owner.post(path, { ...tomorrow, overrideLandingPage: { reason: " " } })).status).toBe(
      400,
    );
    const overrideLandingPage = { reason: "The picture comes tonight" };
    const sent = await read(app.owner.post(path, { ...tomorrow, overrideLandingPage }), Post);
    expect(sent.state).toBe("scheduled");
    const { steps } = await read(app.owner.get(`/api/publications/${sent.publications[0]?.id}`), Ledger);
    expect(steps.map(({ kind }) => kind)).toEqual(["planned", "overridden"]);
    expect(steps[1]).toMatchObject({
      actor: { name: "Olga Owner" },
      detail: { reason: "The picture comes tonight", rules: ["LP02"] },
    });
  });

  test("looks again when a planned post is given another page, and lets it keep the one that it has", async () => {
    const post = await write("/black");
    await read(app.owner.post(`/api/posts/${post.id}/schedule`, tomorrow), Post);
    const change = (body: object) => app.owner.patch(`/api/posts/${post.id}`, body);
    expect((await change({ linkUrl: `${site.origin}/lost` })).status).toBe(422);
    expect((await change({ linkUrl: `${site.origin}/green` })).status).toBe(200);
    expect((await change({ text: "Green tea" })).status).toBe(200);
  });

  test("lets a link to a file pass, and tells of it in the preview", async () => {
    const preview = await app.owner.post("/api/post-previews", {
      text: "The price list",
      linkUrl: `${site.origin}/file.pdf`,
      variants: [{ channelId }],
    });
    const Previews = z.object({
      items: z.array(z.object({ landing: z.array(z.looseObject({ severity: z.string() })) })),
    });
    const [item] = Previews.parse(await preview.json()).items;
    expect(item?.landing.length).toBeGreaterThan(0);
    expect(item?.landing.every(({ severity }) => severity === "warning")).toBe(true);
    const { id } = await write("/file.pdf");
    expect((await app.owner.post(`/api/posts/${id}/schedule`, tomorrow)).status).toBe(201);
  });

  test("stops a post whose page is not there, also after it looked a moment ago", async () => {
    const { id } = await write("/nowhere");
    for (let time = 0; time < 2; time += 1)
      expect((await app.owner.post(`/api/posts/${id}/publishing`)).status).toBe(422);
  });

  test("lets it go as soon as the page is mended", async () => {
    const { id } = await write("/soon");
    expect((await app.owner.post(`/api/posts/${id}/publishing`)).status).toBe(422);
    const page = site.pages["/black"];
    if (page) site.pages["/soon"] = page;
    await app.advance(16_000);
    expect((await app.owner.post(`/api/posts/${id}/publishing`)).status).toBe(201);
  });
});
