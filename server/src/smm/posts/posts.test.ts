import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startMastodonTwin, type Twin } from "#src/networks/mastodon/twin.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { Post, Publication, PublicationStep } from "./schema.ts";

const minuteMs = 60_000;
const Ledger = Publication.extend({ steps: z.array(PublicationStep) });

let app: TestApp;
/** Honours idempotency keys. */
let keyed: Twin;
/** Ignores them, as two kin of the network do. */
let plain: Twin;
let site: { readonly url: string; readonly close: () => void };
beforeAll(async () => {
  [app, keyed, plain, site] = await Promise.all([
    createApp(),
    startMastodonTwin({ honoursIdempotencyKey: true, now: () => new Date(nowMs()) }),
    startMastodonTwin({ honoursIdempotencyKey: false, now: () => new Date(nowMs()) }),
    startSite(),
  ]);
});
afterAll(async () => {
  expect(keyed.unknown).toEqual([]);
  expect(plain.unknown).toEqual([]);
  site.close();
  await Promise.all([keyed.close(), plain.close()]);
  await app[Symbol.asyncDispose]();
});

describe("publishing", () => {
  test("a post goes out once, with its tracked link, and its ledger tells how", async () => {
    const channelId = await connect(keyed, "plainly");
    const post = await publishNow({
      text: `Tea is ready ${site.url}/tea`,
      linkUrl: `${site.url}/tea`,
      variants: [{ channelId }],
    });
    expect(post.state).toBe("published");
    const [status] = keyed.statuses("plainly");
    const [publication] = post.publications;
    expect(status?.text).toBe(`Tea is ready ${publication?.trackedUrl}`);
    expect(publication).toMatchObject({
      state: "published",
      problem: null,
      choices: [],
      canEdit: true,
      canWithdraw: true,
    });
    const { steps } = await ledger(publication?.id);
    expect(steps.map(({ kind }) => kind)).toEqual(["planned", "began", "attempted", "sent", "published"]);
    expect(steps[0]?.actor).toEqual({ kind: "person", name: "Olga Owner" });
    await app.work();
    expect(keyed.statuses("plainly")).toHaveLength(1);
  });

  test("a thread goes out in its order, each segment an answer to the one before", async () => {
    const channelId = await connect(keyed, "threader");
    const post = await publishNow({ text: "One", thread: ["Two", "Three"], variants: [{ channelId }] });
    expect(post.state).toBe("published");
    const [one, two, three] = keyed.statuses("threader");
    expect([one?.text, two?.text, three?.text]).toEqual(["One", "Two", "Three"]);
    expect([two?.inReplyToId, three?.inReplyToId]).toEqual([one?.id, two?.id]);
  });

  test("a thread whose second segment is refused is partial: what is out stays out, and it goes on from there", async () => {
    const door = await startRefusing(keyed.url, "Second");
    const channelId = await connect(keyed, "halfway", door.url);
    const post = await publishNow({ text: "First", thread: ["Second"], variants: [{ channelId }] });
    const [publication] = post.publications;
    expect(publication).toMatchObject({
      state: "partial",
      choices: ["retry", "give-up"],
      problem: { words: "Not this one" },
    });
    expect(publication?.url).not.toBeNull();
    door.open();
    await pass(11_000);
    await app.owner.post(`/api/publications/${publication?.id}/resolution`, { choice: "retry" });
    await app.work();
    expect((await getPost(post.id)).state).toBe("published");
    expect(keyed.statuses("halfway").map(({ text }) => text)).toEqual(["First", "Second"]);
    door.close();
  });

  test("a picture goes along with its description", async () => {
    const channelId = await connect(keyed, "painter");
    const form = new FormData();
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#c33" } })
      .jpeg()
      .toBuffer();
    form.set("file", new File([new Uint8Array(bytes)], "tea.jpg"));
    form.set("alt", "A samovar");
    const media = z.object({ id: z.string() }).parse(await (await app.owner.post("/api/media", form)).json());
    const draft = await createPost({ text: "Look", mediaIds: [media.id], variants: [{ channelId }] });
    expect((await app.owner.delete(`/api/media/${media.id}`)).status).toBe(409);
    await app.owner.post(`/api/posts/${draft.id}/publishing`);
    await app.work();
    expect((await getPost(draft.id)).state).toBe("published");
    expect(keyed.statuses("painter")[0]?.mediaIds).toHaveLength(1);
    expect((await app.owner.delete(`/api/media/${media.id}`)).status).toBe(200);
  });

  test("two posts of one channel never come in a burst", async () => {
    const channelId = await connect(keyed, "patient");
    await publishNow({ text: "One", variants: [{ channelId }] });
    const second = await publishNow({ text: "Two", variants: [{ channelId }] });
    expect(second.state).toBe("scheduled");
    expect(keyed.statuses("patient")).toHaveLength(1);
    await pass(11_000);
    expect(keyed.statuses("patient")).toHaveLength(2);
  });
});

describe.each([
  ["a server that honours keys", () => keyed],
  ["a server that ignores keys", () => plain],
] as const)("exactly once on %s", (_kind, twinOf) => {
  test.each([
    ["is accepted and the connection breaks", { kind: "drop", accepted: true } as const],
    ["breaks before it is accepted", { kind: "drop", accepted: false } as const],
    ["is accepted and answered with an error", { kind: "error", status: 500, accepted: true } as const],
    ["is refused with an error", { kind: "error", status: 503, accepted: false } as const],
    ["is accepted and answered in HTML", { kind: "html", accepted: true } as const],
    ["is accepted and answered with nothing", { kind: "empty", accepted: true } as const],
    ["is answered with an error inside 200", { kind: "error-in-200", accepted: false } as const],
    ["hits a rate limit", { kind: "rate-limited", retryAfterSeconds: 90 } as const],
  ])("when the request %s", async (kind, fault) => {
    const twin = twinOf();
    const name = `once${kind.replaceAll(/\W/g, "")}`.slice(0, 30);
    const channelId = await connect(twin, name);
    twin.inject("POST /api/v1/statuses", fault);
    const post = await publishNow({
      text: `Only once: ${kind}`,
      linkUrl: `${site.url}/${name}`,
      variants: [{ channelId }],
    });
    expect(twin.statuses(name).length).toBeLessThanOrEqual(1);
    await settle(post.id);
    expect(twin.statuses(name)).toHaveLength(1);
    const after = await getPost(post.id);
    expect(after.state).toBe("published");
    expect(after.publications[0]?.url).toContain(String(twin.statuses(name)[0]?.id));
  });

  test("Retry-After is respected, and the wait is visible", async () => {
    const twin = twinOf();
    const channelId = await connect(twin, "limited");
    twin.inject("POST /api/v1/statuses", { kind: "rate-limited", retryAfterSeconds: 300 });
    const post = await publishNow({ text: "Wait", variants: [{ channelId }] });
    expect(post.publications[0]).toMatchObject({
      state: "publishing",
      problem: { next: expect.any(String) },
    });
    await pass(200_000);
    expect(twin.statuses("limited")).toHaveLength(0);
    await pass(110_000);
    expect(twin.statuses("limited")).toHaveLength(1);
  });
});

describe("what a person decides", () => {
  test("dead credentials: the channel says so, the publication waits with its choices, and goes out after the new sign-in", async () => {
    const channelId = await connect(keyed, "expired");
    keyed.expireTokens();
    const post = await publishNow({ text: "Hello", variants: [{ channelId }] });
    expect(post.publications[0]).toMatchObject({ state: "failed", choices: ["retry", "give-up"] });
    expect(await (await app.owner.get(`/api/channels/${channelId}`)).json()).toMatchObject({
      state: "needs-reconnect",
    });
    const attention = await app.owner.get("/api/publications?needs=attention");
    expect(await attention.text()).toContain(String(post.publications[0]?.id));
    await connect(keyed, "expired");
    await pass(11_000);
    await app.owner.post(`/api/publications/${post.publications[0]?.id}/resolution`, { choice: "retry" });
    await app.work();
    expect((await getPost(post.id)).state).toBe("published");
    expect(keyed.statuses("expired")).toHaveLength(1);
  });

  test("where nobody can look it is unknown: never sent again blindly; a person says where it is", async () => {
    const { post, id } = await makeUnknown("unsure1");
    expect(post.publications[0]?.choices).toEqual(["mark-published", "publish-again", "give-up"]);
    await settle(post.id);
    expect(ours("unsure1")).toHaveLength(1);
    expect((await app.owner.patch(`/api/posts/${post.id}`, { text: "Other" })).status).toBe(409);
    const refused = await app.owner.post(`/api/publications/${id}/resolution`, { choice: "retry" });
    expect(refused.status).toBe(409);
    const marked = await app.owner.post(`/api/publications/${id}/resolution`, {
      choice: "mark-published",
      url: `${plain.url}/@unsure1/1`,
    });
    expect(await marked.json()).toMatchObject({
      state: "published",
      url: `${plain.url}/@unsure1/1`,
      choices: [],
    });
  });

  test("… or that it is not there: then it is sent again", async () => {
    const { post, id } = await makeUnknown("unsure2");
    await pass(11_000);
    await app.owner.post(`/api/publications/${id}/resolution`, { choice: "publish-again" });
    await app.work();
    expect((await getPost(post.id)).state).toBe("published");
    expect(ours("unsure2")).toHaveLength(2);
  });

  test("… or leaves it", async () => {
    const { post, id } = await makeUnknown("unsure3");
    await app.owner.post(`/api/publications/${id}/resolution`, { choice: "give-up" });
    expect((await getPost(post.id)).state).toBe("failed");
    expect(await (await app.owner.get("/api/publications")).text()).not.toContain(id);
  });
});

describe("the plan", () => {
  test("a planned post waits for its minute, by the clock of its zone", async () => {
    const channelId = await connect(keyed, "planner");
    const post = await createPost({ text: "Later", variants: [{ channelId }] });
    const at = new Date(Math.ceil((nowMs() + 90 * minuteMs) / minuteMs) * minuteMs);
    const planned = await schedule(post.id, at);
    expect(planned).toMatchObject({
      state: "scheduled",
      scheduledFor: { timeZone: "Asia/Yekaterinburg", at },
    });
    const listed = await app.owner.get(
      `/api/posts?state=scheduled&from=${at.toISOString()}&to=${new Date(at.getTime() + 1).toISOString()}`,
    );
    expect(await listed.json()).toMatchObject({ items: [{ id: post.id }], next: null });
    await pass(60 * minuteMs);
    expect(keyed.statuses("planner")).toHaveLength(0);
    await pass(32 * minuteMs);
    expect(keyed.statuses("planner")).toHaveLength(1);
  });

  test("unschedulePost keeps it from going out; a second plan moves it", async () => {
    const channelId = await connect(keyed, "mover");
    const post = await createPost({ text: "Move", linkUrl: `${site.url}/move`, variants: [{ channelId }] });
    await schedule(post.id, new Date(nowMs() + 10 * minuteMs));
    expect(await (await app.owner.delete(`/api/posts/${post.id}/schedule`)).json()).toMatchObject({
      state: "draft",
      scheduledFor: null,
    });
    expect((await app.owner.delete(`/api/posts/${post.id}/schedule`)).status).toBe(409);
    await pass(12 * minuteMs);
    expect(keyed.statuses("mover")).toHaveLength(0);
    const again = await schedule(post.id, new Date(nowMs() + 10 * minuteMs));
    await schedule(post.id, new Date(nowMs() + 20 * minuteMs));
    await pass(12 * minuteMs);
    expect(keyed.statuses("mover")).toHaveLength(0);
    await pass(12 * minuteMs);
    expect(keyed.statuses("mover")[0]?.text).toContain(String(again.publications[0]?.trackedUrl));
  });

  test("a planned post may still be changed: text, page and channels", async () => {
    const [one, two] = [await connect(keyed, "chan1"), await connect(keyed, "chan2")];
    const post = await createPost({
      text: "Before",
      linkUrl: `${site.url}/a`,
      variants: [{ channelId: one }],
    });
    const planned = await schedule(post.id, new Date(nowMs() + 10 * minuteMs));
    const response = await app.owner.patch(`/api/posts/${post.id}`, {
      text: "After",
      linkUrl: `${site.url}/b`,
      variants: [{ channelId: two }],
    });
    const changed = Post.parse(await response.json());
    expect(changed.publications).toHaveLength(1);
    expect(changed.publications[0]?.trackedUrl).not.toBe(planned.publications[0]?.trackedUrl);
    await pass(12 * minuteMs);
    expect(keyed.statuses("chan1")).toHaveLength(0);
    expect(keyed.statuses("chan2")[0]?.text).toBe(`After\n\n${changed.publications[0]?.trackedUrl}`);
  });

  test.each([
    ["skip", { kind: "skip" }, 30, "missed", []],
    ["ask", { kind: "ask" }, 30, "missed", ["publish-again", "give-up"]],
    ["late, in time", { kind: "late", withinMinutes: 60 }, 30, "published", []],
    ["late, too late", { kind: "late", withinMinutes: 20 }, 30, "missed", ["publish-again", "give-up"]],
  ] as const)(
    "a missed post follows its policy: %s",
    async (...[kind, missedPolicy, minutes, state, choices]) => {
      const name = `miss${kind.replaceAll(/\W/g, "")}`;
      const channelId = await connect(keyed, name);
      const post = await createPost({ text: "Missed?", variants: [{ channelId }] });
      await schedule(post.id, new Date(nowMs() + 10 * minuteMs), missedPolicy);
      await pass((10 + minutes) * minuteMs);
      const [publication] = (await getPost(post.id)).publications;
      expect(publication).toMatchObject({ state, choices });
      expect(keyed.statuses(name)).toHaveLength(state === "published" ? 1 : 0);
    },
  );

  test("a job that died with its worker is found again", async () => {
    const channelId = await connect(keyed, "lost");
    const post = await createPost({ text: "Lost", variants: [{ channelId }] });
    await app.owner.post(`/api/posts/${post.id}/publishing`);
    await app.house.database.pool.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead' where key like 'publish:%'",
    );
    await app.work();
    expect(keyed.statuses("lost")).toHaveLength(0);
    await pass(2 * minuteMs);
    expect(keyed.statuses("lost")).toHaveLength(1);
  });

  test.each([
    [
      "a time that is past",
      { local: "2020-01-01T10:00", timeZone: "Europe/Moscow" },
      "is past in Europe/Moscow",
    ],
    [
      "a day that does not exist",
      { local: "2027-02-30T10:00", timeZone: "Europe/Moscow" },
      "2027-02-30T10:00",
    ],
    ["a time with seconds", { local: "2027-02-20T10:00:00", timeZone: "Europe/Moscow" }, "is no local time"],
    [
      "a zone that does not exist",
      { local: "2027-02-20T10:00", timeZone: "Europe/Atlantis" },
      "Europe/Atlantis",
    ],
    [
      "a policy without its minutes",
      { local: "2027-02-20T10:00", timeZone: "UTC", missedPolicy: { kind: "late" } },
      "withinMinutes",
    ],
  ])("%s is refused with the value", async (_kind, plan, said) => {
    const channelId = await connect(keyed, "strict");
    const post = await createPost({ text: "x", variants: [{ channelId }] });
    const response = await app.owner.post(`/api/posts/${post.id}/schedule`, plan);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(said);
  });
});

describe("before it goes out", () => {
  test("previewPost shows each channel's text, counters, findings and card", async () => {
    const channelId = await connect(keyed, "preview");
    const response = await app.owner.post("/api/post-previews", {
      text: "x".repeat(600),
      linkUrl: `${site.url}/tea`,
      variants: [{ channelId }],
    });
    expect(response.status).toBe(201);
    const { items } = z
      .object({
        items: z.array(
          z.looseObject({ text: z.string(), counters: z.array(z.unknown()), findings: z.array(z.unknown()) }),
        ),
      })
      .parse(await response.json());
    expect(items[0]).toMatchObject({
      counters: expect.arrayContaining([
        { ruleId: "mastodon.post.text", path: "text", unit: "graphemes", used: 625, max: 500 },
      ]),
      findings: [{ ruleId: "mastodon.post.text", severity: "error", kind: "too-long" }],
      card: { title: "Tea", description: "Hot", image: `${site.url}/tea.png` },
    });
  });

  test("a page that can't be read costs the card, not the preview", async () => {
    const channelId = await connect(keyed, "preview");
    const response = await app.owner.post("/api/post-previews", {
      text: "x",
      linkUrl: "http://127.0.0.1:1/none",
      variants: [{ channelId }],
    });
    expect(await response.json()).toMatchObject({
      items: [{ card: null, findings: [], landing: [{ ruleId: "LP01", severity: "error" }] }],
    });
  });

  test.each([
    ["too long for the network", { text: "x".repeat(501) }, "500 graphemes"],
    ["empty", { text: " " }, "is empty"],
    [
      "with a choice that the network does not know",
      { text: "x", options: { visibility: "secret" } },
      "options.visibility",
    ],
  ])("a post that is %s is refused when it is planned", async (_kind, { text, ...variant }, said) => {
    const channelId = await connect(keyed, "refuser");
    const post = await createPost({ text, variants: [{ channelId, ...variant }] });
    const response = await app.owner.post(`/api/posts/${post.id}/publishing`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(said);
    expect((await getPost(post.id)).state).toBe("draft");
  });

  test.each([
    ["a text of the wrong type", { text: 5 }, "text"],
    ["a text without end", { text: "x".repeat(50_001) }, "50,000"],
    ["a page that is no address", { text: "x", linkUrl: "javascript:alert(1)" }, "linkUrl"],
    ["a language that is none", { text: "x", languages: ["klingon!"] }, "languages.0"],
    [
      "a picture of nobody",
      { text: "x", mediaIds: ["0198c0de-0000-7000-8000-000000000003"] },
      "There is no picture",
    ],
    [
      "a channel of nobody",
      { text: "x", variants: [{ channelId: "0198c0de-0000-7000-8000-000000000003" }] },
      "There is no channel",
    ],
  ])("%s is refused with its name", async (_kind, body, said) => {
    const response = await app.owner.post("/api/posts", body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toContain(said);
  });

  test("a post without a channel, and one that is out everywhere, are not published", async () => {
    const lonely = await createPost({ text: "x" });
    expect((await app.owner.post(`/api/posts/${lonely.id}/publishing`)).status).toBe(409);
    const channelId = await connect(keyed, "twicer");
    const post = await publishNow({ text: "x", variants: [{ channelId }] });
    expect((await app.owner.post(`/api/posts/${post.id}/publishing`)).status).toBe(409);
    expect((await app.owner.delete(`/api/posts/${post.id}`)).status).toBe(409);
    expect((await app.owner.delete(`/api/posts/${lonely.id}`)).status).toBe(200);
    expect((await app.owner.get(`/api/posts/${lonely.id}`)).status).toBe(404);
  });
});

describe("afterwards", () => {
  test("counts are read back, more rarely as the post grows old", async () => {
    const channelId = await connect(keyed, "counted");
    const post = await publishNow({ text: "Like me", variants: [{ channelId }] });
    keyed.favourite("demo", String(keyed.statuses("counted")[0]?.id));
    await pass(3 * minuteMs);
    await app.work();
    expect((await getPost(post.id)).publications[0]?.metrics).toMatchObject({
      likes: 1,
      reposts: 0,
      replies: 0,
    });
  });

  test("editPublication changes the text there and keeps the tracked link; withdrawPublication takes it back", async () => {
    const channelId = await connect(keyed, "editor");
    const post = await publishNow({ text: "Befor", linkUrl: `${site.url}/e`, variants: [{ channelId }] });
    const id = String(post.publications[0]?.id);
    const edited = await app.owner.patch(`/api/publications/${id}`, { text: "Before" });
    expect(edited.status).toBe(200);
    expect(keyed.statuses("editor")[0]?.text).toBe(`Before\n\n${post.publications[0]?.trackedUrl}`);
    expect((await app.owner.patch(`/api/publications/${id}`, { text: "x".repeat(600) })).status).toBe(400);
    keyed.inject("DELETE /api/v1/statuses/:id", { kind: "error", status: 503 });
    expect((await app.owner.post(`/api/publications/${id}/withdrawal`)).status).toBe(503);
    expect(await (await app.owner.post(`/api/publications/${id}/withdrawal`)).json()).toMatchObject({
      state: "withdrawn",
      canWithdraw: false,
    });
    expect(keyed.statuses("editor")).toHaveLength(0);
    expect((await app.owner.post(`/api/publications/${id}/withdrawal`)).status).toBe(409);
    expect((await ledger(id)).steps.map(({ kind }) => kind).slice(-2)).toEqual(["edited", "withdrawn"]);
  });
});

async function startSite() {
  const picture = await sharp({ create: { width: 1200, height: 630, channels: 3, background: "#a33" } })
    .png()
    .toBuffer();
  const server = createServer((request, response) => {
    const isPage = !String(request.url).endsWith(".png");
    response.writeHead(200, { "content-type": isPage ? "text/html; charset=utf-8" : "image/png" });
    response.end(
      isPage
        ? `<!doctype html><title>Site</title><meta property="og:title" content="Tea"><meta property="og:description" content="Hot"><meta property="og:image" content="/tea.png">`
        : picture,
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    close: () => server.close(),
  };
}

/** Stands before the twin and refuses messages with this text, until it is opened. */
async function startRefusing(target: string, text: string) {
  let isOpen = false;
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    if (!isOpen && body.includes(text)) {
      response.writeHead(422, { "content-type": "application/json" }).end('{"error":"Not this one"}');
      return;
    }
    const headers = new Headers(
      Object.entries(request.headers).flatMap(([name, value]) =>
        name === "host" || name === "connection" ? [] : [[name, String(value)]],
      ),
    );
    const answer = await fetch(`${target}${request.url}`, {
      method: String(request.method),
      headers,
      ...(body !== "" && { body }),
    });
    response
      .writeHead(answer.status, { "content-type": String(answer.headers.get("content-type")) })
      .end(await answer.text());
  };
  const server = createServer((request, response) => void respond(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    open: () => void (isOpen = true),
    close: () => server.close(),
  };
}

let passedMs = 0;
const nowMs = () => Date.now() + passedMs;

/** Lets the time pass, with the work that every minute does, and all that became due. */
async function pass(ms: number): Promise<void> {
  passedMs += ms;
  await app.advance(ms);
  for (const job of ["posts.resumePublications", "posts.readMetrics"]) {
    await app.house.database.pool.query("select graphile_worker.add_job($1, '{}'::json)", [job]);
  }
  await app.work();
  await app.work();
}

/** Until nothing more happens by itself. */
async function settle(postId: string): Promise<void> {
  for (let round = 0; round < 8 && (await getPost(postId)).state !== "published"; round += 1)
    await pass(2 * minuteMs);
}

async function connect(twin: Twin, username: string, server = twin.url): Promise<string> {
  twin.addUser(username);
  const values = { server, accessToken: twin.tokenFor(username) };
  const response = await app.owner.post("/api/connections", {
    networkId: "mastodon",
    methodId: "token",
    values,
  });
  expect(response.status).toBe(201);
  return z.object({ channel: z.object({ id: z.string() }) }).parse(await response.json()).channel.id;
}

async function createPost(body: object): Promise<Post> {
  const response = await app.owner.post("/api/posts", body);
  expect(response.status).toBe(201);
  return Post.parse(await response.json());
}

async function publishNow(body: object): Promise<Post> {
  const post = await createPost(body);
  const response = await app.owner.post(`/api/posts/${post.id}/publishing`);
  expect(await response.text()).toContain("scheduled");
  await app.work();
  return getPost(post.id);
}

async function getPost(id: string): Promise<Post> {
  return Post.parse(await (await app.owner.get(`/api/posts/${id}`)).json());
}

const ours = (name: string) => plain.statuses(name).filter(({ text }) => text.startsWith("Where am I?"));

async function ledger(id: string | undefined) {
  return Ledger.parse(await (await app.owner.get(`/api/publications/${id}`)).json());
}

async function schedule(id: string, at: Date, missedPolicy?: object): Promise<Post> {
  const local = new Date(at.getTime() + 5 * 60 * minuteMs).toISOString().slice(0, 16);
  const response = await app.owner.post(`/api/posts/${id}/schedule`, {
    local,
    timeZone: "Asia/Yekaterinburg",
    missedPolicy,
  });
  expect(response.status).toBe(201);
  return Post.parse(await response.json());
}

/** Accepted, the connection broken, and so much posted since by other means that nobody can look it through. */
async function makeUnknown(name: string): Promise<{ readonly post: Post; readonly id: string }> {
  const channelId = await connect(plain, name);
  plain.inject("POST /api/v1/statuses", { kind: "drop", accepted: true });
  const post = await publishNow({
    text: "Where am I?",
    linkUrl: `${site.url}/${name}`,
    variants: [{ channelId }],
  });
  for (let other = 0; other < 401; other += 1) plain.post(name, "Something else");
  await pass(25_000);
  const after = await getPost(post.id);
  expect(after.publications[0]?.state).toBe("unknown");
  return { post: after, id: String(after.publications[0]?.id) };
}
