import { describe, expect, test } from "vitest";
import type { Json, Message, NetworkTools, Publishing, Session } from "../network.ts";
import {
  connectByForm,
  failureOf as failure,
  openHttp as http,
  redPoint,
  testTools as tools,
  toMessage,
  toPicture,
  toSession,
} from "../testing.ts";
import { createHttp } from "@samovar/http-client";
import { mastodon } from "./mastodon.ts";
import { startMastodonTwin, type Twin, type TwinSettings } from "./twin.ts";

const message = (text: string, more: Partial<Message> = {}) =>
  toMessage(text, { languages: ["en-GB"], ...more });
const picture = toPicture(redPoint, "A red dot");

const withToken = async (twin: Twin, username = "demo"): Promise<Session> =>
  toSession(
    await connectByForm(mastodon, "token", { server: twin.url, accessToken: twin.tokenFor(username) }),
  );
const start = (settings: Partial<TwinSettings> = {}) =>
  startMastodonTwin({ honoursIdempotencyKey: true, ...settings });
const send = (publishing: Publishing, sent: Message, key = "key") => {
  if (publishing.kind === "staged") throw new Error("Not staged");
  return publishing.kind === "keyed" ? publishing.send(sent, key) : publishing.send(sent);
};
const form = (fields: Record<string, string>, cookie = "") =>
  ({ method: "POST", body: new URLSearchParams(fields), redirect: "manual", headers: { cookie } }) as const;

/** What a person does in the browser: log in, press a button, be sent back. */
async function clickThrough(url: string, decision: "approve" | "deny"): Promise<URLSearchParams> {
  expect(await (await http(url)).text()).toContain("Log in");
  const { origin } = new URL(url);
  const login = await http(`${origin}/auth/sign_in`, form({ username: "demo", password: "demo", next: url }));
  const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = await http(login.headers.get("location") ?? "", { headers: { cookie } });
  expect(await page.text()).toContain("Samovar");
  const fields = { ...Object.fromEntries(new URL(url).searchParams), decision };
  const back = await http(`${origin}/oauth/authorize`, form(fields, cookie));
  const returned = new URL(back.headers.get("location") ?? "");
  expect(returned.origin + returned.pathname).toBe("http://127.0.0.1:3000/networks/mastodon/return");
  return returned.searchParams;
}

function oauth() {
  const method = mastodon.connect.find(({ kind }) => kind === "oauth");
  if (method?.kind !== "oauth") throw new Error("No oauth");
  return method;
}

describe("connecting", () => {
  test("OAuth with PKCE leads to an account with its server's facts", async () => {
    await using twin = await start();
    const begun = await oauth().start({ server: `${twin.url}/@demo` }, tools);
    const query = await clickThrough(begun.url, "approve");
    expect(query.get("state")).toBe(begun.token);
    const { account, credentials } = await oauth().finish(begun.state, Object.fromEntries(query), tools);
    expect(account).toMatchObject({
      handle: `@demo@${new URL(twin.url).host}`,
      displayName: "Demo",
      url: `${twin.url}/@demo`,
      server: twin.url,
      facts: { software: "mastodon", version: "4.5.0" },
    });
    expect(Object.keys(credentials).sort()).toEqual(["accessToken", "clientId", "clientSecret"]);
    const published = await send(mastodon.publishing(toSession({ account, credentials })), message("Hello"));
    expect(twin.statuses("demo")).toMatchObject([
      { id: published.id, text: "Hello", applicationName: "Samovar" },
    ]);
    expect(twin.unknown).toEqual([]);
  });

  test("who denies is told so, and a code does not work twice", async () => {
    await using twin = await start();
    const begun = await oauth().start({ server: twin.url }, tools);
    const denied = await clickThrough(begun.url, "deny");
    const refused = await failure(oauth().finish(begun.state, Object.fromEntries(denied), tools));
    expect(refused).toMatchObject({
      kind: "rejected",
      rule: "mastodon.connect.denied",
      words: "access_denied",
    });
    const approved = Object.fromEntries(await clickThrough(begun.url, "approve"));
    await oauth().finish(begun.state, approved, tools);
    expect(await failure(oauth().finish(begun.state, approved, tools))).toMatchObject({ kind: "rejected" });
  });

  test("a code without our verifier is worthless", async () => {
    await using twin = await start();
    const begun = await oauth().start({ server: twin.url }, tools);
    const query = Object.fromEntries(await clickThrough(begun.url, "approve"));
    const stolen = { ...Object(begun.state), verifier: "guessed" };
    expect(await failure(oauth().finish(stolen, query, tools))).toMatchObject({ kind: "rejected" });
  });

  test("an app registered once is used again, and forgotten when its server has forgotten it", async () => {
    await using twin = await start();
    const kept = new Map<string, Json>();
    const remembering: NetworkTools = {
      ...tools,
      memory: {
        recall: async (key) => kept.get(key),
        remember: async (key, value) => void kept.set(key, value),
        forget: async (key) => void kept.delete(key),
      },
    };
    const first = await oauth().start({ server: twin.url }, remembering);
    const second = await oauth().start({ server: twin.url }, remembering);
    expect(new URL(first.url).searchParams.get("client_id")).toBe(
      new URL(second.url).searchParams.get("client_id"),
    );
    expect(twin.requests.filter(({ path }) => path === "/api/v1/apps")).toHaveLength(1);
    const forgotten = { ...Object(second.state), clientId: "gone" };
    expect(await failure(oauth().finish(forgotten, { code: "x" }, remembering))).toMatchObject({
      kind: "reconnect",
    });
    expect(kept.size).toBe(0);
  });

  test.each([
    ["", "not the address"],
    ["::::", "not the address"],
    ["http://127.0.0.1:1", "could not be reached"],
  ])("the server %j is refused with words", async (server, words) => {
    const error = await failure(oauth().start({ server }, tools));
    expect(error.message).toContain(words);
    expect(error.hint).toBeTruthy();
  });

  test("a private address is refused where it is not allowed", async () => {
    const guarded = { ...tools, http: createHttp({ allowPrivate: false, userAgent: "x" }) };
    const error = await failure(oauth().start({ server: "http://127.0.0.1:9" }, guarded));
    expect(error).toMatchObject({ kind: "rejected", rule: "mastodon.connect.unreachable" });
  });

  test("a server that is not Mastodon is named as such", async () => {
    await using twin = await start();
    twin.inject("POST /api/v1/apps", { kind: "html" });
    const error = await failure(oauth().start({ server: twin.url }, tools));
    expect(error).toMatchObject({ kind: "rejected", rule: "mastodon.connect.answer" });
    expect(error.hint).toContain("address of a Mastodon server");
  });

  test("a wrong token asks to connect again", async () => {
    await using twin = await start();
    const method = mastodon.connect.find(({ kind }) => kind === "form");
    if (method?.kind !== "form") throw new Error("No form");
    const error = await failure(method.connect({ server: twin.url, accessToken: "wrong" }, tools));
    expect(error).toMatchObject({ kind: "reconnect", words: "The access token is invalid" });
  });

  test("the server's own limits are learned, and again on refresh", async () => {
    await using twin = await start({ limits: { maxCharacters: 5000, maxPollOptions: 8 } });
    const session = await withToken(twin);
    const limit = (id: string) => mastodon.liveLimits(session.account).find((each) => each.id === id);
    expect(limit("post.text")).toMatchObject({ max: 5000, urlCounts: 23, unit: "graphemes" });
    expect(limit("poll.choices")).toMatchObject({ min: 2, max: 8 });
    const renewed = await mastodon.refresh(session);
    expect(renewed.account).toEqual(session.account);
  });
});

describe("statuses", () => {
  test("carry content warning, visibility, language, and pictures with their descriptions", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    const options = { contentWarning: "Food", visibility: "unlisted" };
    await send(
      mastodon.publishing(session),
      message("Soup", { options, pictures: [picture, { ...picture, alt: "" }] }),
    );
    const [status] = twin.statuses("demo");
    expect(status).toMatchObject({
      text: "Soup",
      spoilerText: "Food",
      visibility: "unlisted",
      sensitive: true,
      language: "en",
    });
    expect(status?.mediaIds).toHaveLength(2);
    const shown = await (await http(`${twin.url}/api/v1/statuses/${status?.id}`)).json();
    expect(shown).toMatchObject({ media_attachments: [{ description: "A red dot" }, { description: null }] });
  });

  test("that answer something private are no more public than it is", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    const first = await send(mastodon.publishing(session), message("A question"));
    const parent = { ...first, extra: { visibility: "private" } };
    await send(
      mastodon.publishing(session),
      message("Between us", { replyTo: { parent, root: parent } }),
      "another",
    );
    const sent = twin.statuses("demo").map(({ text, visibility }) => [text, visibility]);
    expect(sent).toContainEqual([expect.stringContaining("Between us"), "private"]);
  });

  test("carry a poll", async () => {
    await using twin = await start();
    const poll = { choices: ["Tea", "Coffee"], expiresInSeconds: 3600, multiple: true };
    await send(mastodon.publishing(await withToken(twin)), message("Which?", { options: { poll } }));
    expect(twin.statuses("demo")[0]?.poll).toMatchObject({
      options: ["Tea", "Coffee"],
      multiple: true,
      hideTotals: false,
    });
  });

  test("wait until slow pictures are processed", async () => {
    await using twin = await start();
    twin.slowMedia(2);
    await send(mastodon.publishing(await withToken(twin)), message("Slow", { pictures: [picture] }));
    expect(twin.statuses("demo")[0]?.mediaIds).toHaveLength(1);
    expect(twin.requests.filter(({ path }) => path.startsWith("/api/v1/media/"))).toHaveLength(3);
  });

  test("form a thread, and show on a page", async () => {
    await using twin = await start();
    const publishing = mastodon.publishing(await withToken(twin));
    const root = await send(publishing, message("One"), "1");
    const second = await send(publishing, message("Two", { replyTo: { parent: root, root } }), "2");
    await send(publishing, message("Three", { replyTo: { parent: second, root } }), "3");
    expect(twin.statuses("demo").map(({ inReplyToId }) => inReplyToId)).toEqual([
      undefined,
      root.id,
      second.id,
    ]);
    expect(await (await http(root.url)).text()).toContain("Two");
  });

  test("what is no picture is rejected in the server's words", async () => {
    await using twin = await start();
    const broken = { ...picture, bytes: () => Promise.resolve(new TextEncoder().encode("no picture")) };
    const error = await failure(
      send(mastodon.publishing(await withToken(twin)), message("x", { pictures: [broken] })),
    );
    expect(error).toMatchObject({ kind: "rejected", rule: "mastodon.picture.status-422" });
    expect(error.words).toContain("File content type is invalid");
    expect(twin.statuses("demo")).toEqual([]);
  });

  test("are edited whole: kept pictures stay, text and warning change", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    const published = await send(mastodon.publishing(session), message("Tipo", { pictures: [picture] }));
    const before = twin.statuses("demo")[0]?.mediaIds;
    await mastodon.edit(
      session,
      published,
      message("Typo", { pictures: [picture], options: { contentWarning: "W" } }),
    );
    expect(twin.statuses("demo")).toMatchObject([{ text: "Typo", spoilerText: "W", mediaIds: before }]);
    await mastodon.edit(session, published, message("None"));
    expect(twin.statuses("demo")).toMatchObject([{ text: "None", spoilerText: "", mediaIds: [] }]);
  });

  test("are withdrawn, twice without harm", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    const published = await send(mastodon.publishing(session), message("Gone soon"));
    await mastodon.withdraw(session, published);
    await mastodon.withdraw(session, published);
    expect(twin.statuses("demo")).toEqual([]);
  });
});

describe("what others did", () => {
  test("replies at any depth come as text, with who said it and what it answers", async () => {
    await using twin = await start();
    twin.addUser("anna", { displayName: "Anna" });
    const session = await withToken(twin);
    const published = await send(mastodon.publishing(session), message("Tea?"));
    const first = twin.reply(
      "anna",
      published.id,
      "@demo Yes, <b>please</b>!\nSee https://tea.example/a-rather-long-address-of-a-page\n\nBye",
    );
    twin.reply("boris", first.id, "@anna me too");
    const replies = await mastodon.replies(session, published);
    expect(replies).toMatchObject([
      {
        id: first.id,
        parentId: published.id,
        author: { name: "Anna", handle: "@anna", url: `${twin.url}/@anna` },
        text: "@demo Yes, <b>please</b>!\nSee https://tea.example/a-rather-long-address-of-a-page\n\nBye",
      },
      { parentId: first.id, author: { handle: "@boris" } },
    ]);
  });

  test("an answer mentions whom it answers", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    const root = await send(mastodon.publishing(session), message("Tea?"));
    twin.reply("anna", root.id, "@demo Yes");
    const [parent] = await mastodon.replies(session, root);
    if (!parent) throw new Error("No reply");
    await mastodon.reply(session, message("Here you are", { replyTo: { parent, root } }), "answer");
    expect(twin.statuses("demo").at(-1)).toMatchObject({
      text: "@anna Here you are",
      inReplyToId: parent.id,
    });
  });

  test("counts are read for many at once, and the missing are left out", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    const published = await send(mastodon.publishing(session), message("Like me"));
    twin.favourite("anna", published.id);
    twin.favourite("boris", published.id);
    twin.reblog("anna", published.id);
    twin.reply("anna", published.id, "@demo nice");
    const metrics = await mastodon.metrics(session, [published, { id: "1", url: "" }]);
    expect([...metrics]).toEqual([[published.id, { likes: 2, reposts: 1, replies: 1 }]]);
    twin.follow("anna", "demo");
    expect(await mastodon.audience(session)).toEqual({ followers: 1 });
  });
});

const act = async (twin: Twin) => failure(send(mastodon.publishing(await withToken(twin)), message("x")));

describe("failures are told apart", () => {
  test("429 waits as long as Retry-After says, or until the limit's reset", async () => {
    await using twin = await start();
    twin.inject("POST /api/v1/statuses", { kind: "rate-limited", retryAfterSeconds: 7 });
    expect(await act(twin)).toMatchObject({ kind: "wait", rule: "mastodon.post.rate", retryAfterMs: 7000 });
    twin.inject("POST /api/v1/statuses", { kind: "rate-limited", resetAt: new Date(Date.now() + 60_000) });
    const { retryAfterMs } = await act(twin);
    expect(retryAfterMs).toBeGreaterThan(55_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    expect(twin.statuses("demo")).toEqual([]);
  });

  test.each([
    ["drop", true],
    ["html", true],
    ["html", false],
    ["empty", true],
    ["error", true],
    ["error-in-200", false],
    ["drop", false],
  ] as const)("%s (accepted: %s) leaves it unsure", async (kind, accepted) => {
    await using twin = await start();
    twin.inject("POST /api/v1/statuses", { kind, accepted });
    expect(await act(twin)).toMatchObject({ kind: "unsure" });
  });

  test("an expired token asks to connect again", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    twin.expireTokens();
    expect(await failure(send(mastodon.publishing(session), message("x")))).toMatchObject({
      kind: "reconnect",
      rule: "mastodon.post.token",
    });
  });

  test("a server that is down was sent nothing", async () => {
    const twin = await start();
    const session = await withToken(twin);
    await twin.close();
    expect(await failure(send(mastodon.publishing(session), message("x")))).toMatchObject({ kind: "wait" });
  });

  test("reads that fail are simply tried again", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    twin.inject("GET /api/v1/statuses/:id/context", { kind: "error" });
    expect(await failure(mastodon.replies(session, { id: "1", url: "" }))).toMatchObject({ kind: "wait" });
  });
});

const kind = (software: string) => {
  const account = { externalId: "", handle: "", displayName: "", url: "", server: "", facts: { software } };
  return mastodon.publishing(toSession({ account, credentials: {} })).kind;
};

describe("finding a status again", () => {
  test("by its tracked link, among many, even after its text was edited", async () => {
    await using twin = await start();
    const session = await withToken(twin);
    const publishing = mastodon.publishing(session);
    if (publishing.kind === "staged") throw new Error("Not staged");
    const trackedUrl = "https://tea.example/l/a-very-long-slug-that-is-cut-for-the-eye";
    const since = new Date();
    const ours = twin.post("demo", `Read this: ${trackedUrl}.`);
    for (let count = 0; count < 90; count += 1) twin.post("demo", `Other https://tea.example/l/${count}`);
    const find = (mark: { trackedUrl?: string; text: string; since: Date }) =>
      publishing.kind === "keyed" ? publishing.find(mark, "k") : publishing.find(mark);
    expect(await find({ trackedUrl, text: "", since })).toMatchObject({ id: ours.id });
    expect(await find({ trackedUrl: `${trackedUrl}-2`, text: "", since })).toBeUndefined();
    expect(await find({ text: `Read this: ${trackedUrl}.`, since })).toMatchObject({ id: ours.id });
    expect(await find({ trackedUrl, text: "", since: new Date(Date.now() + 3_600_000) })).toBeUndefined();
  });

  test("the key is trusted by software, not by hope", async () => {
    expect(["mastodon", "hometown", "gotosocial", "snac", "pleroma", ""].map(kind)).toEqual([
      "keyed",
      "keyed",
      "plain",
      "plain",
      "plain",
      "plain",
    ]);
  });
});
