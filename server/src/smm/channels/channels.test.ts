import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startMastodonTwin, type Twin } from "#src/networks/mastodon/twin.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { Channel } from "./schema.ts";

let app: TestApp;
let twin: Twin;
beforeAll(async () => {
  [app, twin] = await Promise.all([createApp(), startMastodonTwin({ honoursIdempotencyKey: true })]);
});
afterAll(async () => {
  expect(twin.unknown).toEqual([]);
  await twin.close();
  await app[Symbol.asyncDispose]();
});

test("listNetworks tells limits, ways to connect and choices as data", async () => {
  const { items } = z
    .object({
      items: z.array(
        z.looseObject({
          id: z.string(),
          limits: z.array(z.unknown()),
          options: z.looseObject({ type: z.string() }),
        }),
      ),
    })
    .parse(await (await app.owner.get("/api/networks")).json());
  expect(items.length).toBeGreaterThanOrEqual(2);
  for (const network of items) {
    expect(network.limits.length).toBeGreaterThan(0);
    expect(network.options.type).toBe("object");
  }
});

test("an account is connected by a token, and its server's limits are learned", async () => {
  const channel = await connect("demo");
  expect(channel).toMatchObject({ state: "connected", protocol: "keyed", problem: null, server: twin.url });
  expect(channel.limits.length).toBeGreaterThan(0);
  const listed = await app.owner.get("/api/channels");
  expect(await listed.json()).toMatchObject({ items: [{ id: channel.id }] });
});

test("the same account connected again is the same channel", async () => {
  const first = await connect("twice");
  const second = await connect("twice");
  expect(second.id).toBe(first.id);
});

test("credentials are nowhere to be read: neither in answers, nor in the history, nor in the tables", async () => {
  twin.addUser("secretive");
  const token = twin.tokenFor("secretive");
  const response = await start({ server: twin.url, accessToken: token });
  expect(await response.text()).not.toContain(token);
  expect(await (await app.owner.get("/api/history")).text()).not.toContain(token);
  const rows = await app.house.database.transact("*", (db) =>
    db.selectFrom("channel").select("credentials").execute(),
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { credentials } of rows) expect(credentials).not.toContain(token);
});

test.each([
  ["an unknown network", { networkId: "nowhere" }, "there is no network"],
  ["an unknown method", { methodId: "fax" }, "is not connected by"],
  ["a missing field", { values: { server: "x" } }, "values.accessToken"],
  [
    "a field that does not exist",
    { values: { server: "x", accessToken: "y", colour: "red" } },
    "values.colour",
  ],
  ["a value of the wrong type", { values: { server: 5 } }, "values.server"],
  ["an endless value", { values: { server: "x".repeat(2001) } }, "2,000 characters"],
  [
    "a channel of another workspace",
    { channelId: "0198c0de-0000-7000-8000-000000000009" },
    "There is no channel",
  ],
])("%s is refused, and the answer names it", async (_kind, wrong, said) => {
  const response = await app.owner.post("/api/connections", {
    networkId: "mastodon",
    methodId: "token",
    values: { server: twin.url, accessToken: "t" },
    ...wrong,
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(await response.text()).toContain(said);
});

test("a wrong token is refused in words, and no channel is left behind", async () => {
  const before = await countChannels();
  const response = await start({ server: twin.url, accessToken: "wrong" });
  expect(response.status).toBe(400);
  expect(z.object({ title: z.string(), hint: z.string() }).parse(await response.json()).hint).not.toBe("");
  expect(await countChannels()).toBe(before);
});

test("a server that answers HTML instead of the API is named", async () => {
  twin.inject("GET /api/v1/accounts/verify_credentials", { kind: "html" });
  const response = await start({ server: twin.url, accessToken: twin.tokenFor("demo") });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.text()).toContain("127.0.0.1");
});

test("OAuth: the browser goes out, comes back without cookies to 127.0.0.1, and the channel is there; once", async () => {
  twin.addUser("oauthy", { password: "pw" });
  const { authorizeUrl } = await startOAuth();
  const back = await authorize(authorizeUrl, "oauthy", "pw");
  const returned = await app.anonymous.request(back);
  expect(returned.status).toBe(303);
  const target = new URL(String(returned.headers.get("location")));
  expect(target.searchParams.get("failed")).toBeNull();
  const channel = await app.owner.get(`/api/channels/${target.searchParams.get("connected")}`);
  expect(await channel.json()).toMatchObject({ state: "connected" });
  const again = await app.anonymous.request(back);
  expect(new URL(String(again.headers.get("location"))).searchParams.get("failed")).toContain(
    "finished already",
  );
});

test("OAuth: a return after 15 minutes is refused", async () => {
  twin.addUser("slow", { password: "pw" });
  const { authorizeUrl } = await startOAuth();
  const back = await authorize(authorizeUrl, "slow", "pw");
  await app.advance(16 * 60_000);
  const returned = await app.anonymous.request(back);
  expect(new URL(String(returned.headers.get("location"))).searchParams.get("failed")).toContain(
    "15 minutes",
  );
});

test("OAuth: a return with nothing, or with a state that nobody started, is refused", async () => {
  for (const query of ["", "?state=guess&code=1"]) {
    const returned = await app.anonymous.request(`/networks/mastodon/return${query}`);
    expect(new URL(String(returned.headers.get("location"))).searchParams.get("failed")).toContain(
      "finished already",
    );
  }
});

test("a document that a network fetches is served; another is not found", async () => {
  const found = await app.anonymous.get("/networks/bluesky/client-metadata.json");
  expect(await found.json()).toMatchObject({ client_name: expect.any(String) });
  expect((await app.anonymous.get("/networks/bluesky/constructor")).status).toBe(404);
  expect((await app.anonymous.get("/networks/nowhere/x.json")).status).toBe(404);
});

test("checkChannel counts followers; a dead token shows on the channel, with the way out, until it is connected again", async () => {
  const channel = await connect("mortal");
  twin.addUser("fan");
  twin.follow("fan", "mortal");
  expect(await (await app.owner.post(`/api/channels/${channel.id}/check`)).json()).toMatchObject({
    followers: 1,
    state: "connected",
  });
  twin.expireTokens();
  const checked = Channel.parse(await (await app.owner.post(`/api/channels/${channel.id}/check`)).json());
  expect(checked.state).toBe("needs-reconnect");
  expect(checked.problem?.title).not.toBe("");
  const other = await start({ server: twin.url, accessToken: twin.tokenFor("fan") }, channel.id);
  expect(other.status).toBe(409);
  expect(await other.text()).toContain("@fan");
  const again = await start({ server: twin.url, accessToken: twin.tokenFor("mortal") }, channel.id);
  expect(await again.json()).toMatchObject({
    channel: { id: channel.id, state: "connected", problem: null },
  });
});

test("a network that is down for the check is no dead token", async () => {
  const channel = await connect("patient");
  twin.inject("GET /api/v1/accounts/verify_credentials", { kind: "error", status: 503 });
  expect((await app.owner.post(`/api/channels/${channel.id}/check`)).status).toBe(503);
  expect(await (await app.owner.get(`/api/channels/${channel.id}`)).json()).toMatchObject({
    state: "connected",
  });
});

test("deleteChannel destroys the credentials and takes the channel off the list", async () => {
  const channel = await connect("leaving");
  const gone = await app.owner.delete(`/api/channels/${channel.id}`);
  expect(await gone.json()).toMatchObject({ state: "disconnected" });
  expect(await (await app.owner.get("/api/channels")).text()).not.toContain(channel.id);
  expect((await app.owner.post(`/api/channels/${channel.id}/check`)).status).toBe(409);
});

test("each channel is looked at once a day by itself", async () => {
  const channel = await connect("daily");
  twin.follow("demo", "daily");
  await app.advance(24 * 3_600_000);
  await app.house.database.pool.query(
    "select graphile_worker.add_job('channels.refreshChannels', '{}'::json)",
  );
  await app.work();
  expect(await (await app.owner.get(`/api/channels/${channel.id}`)).json()).toMatchObject({ followers: 1 });
});

function start(values: Record<string, string>, channelId?: string): Promise<Response> {
  return app.owner.post("/api/connections", { networkId: "mastodon", methodId: "token", values, channelId });
}

async function connect(username: string): Promise<Channel> {
  twin.addUser(username);
  const response = await start({ server: twin.url, accessToken: twin.tokenFor(username) });
  expect(response.status).toBe(201);
  return z.object({ channel: Channel }).parse(await response.json()).channel;
}

async function startOAuth() {
  const response = await app.owner.post("/api/connections", {
    networkId: "mastodon",
    methodId: "oauth",
    values: { server: twin.url },
  });
  expect(response.status).toBe(201);
  return z.object({ authorizeUrl: z.string() }).parse(await response.json());
}

/** Signs in at the twin and allows; answers the path that the browser is sent back to. */
async function authorize(url: string, username: string, password: string): Promise<string> {
  const signedIn = await send(new URL("/auth/sign_in", url), { username, password, next: url });
  const [cookie = ""] = String(signedIn.headers.get("set-cookie")).split(";");
  const query = Object.fromEntries(new URL(url).searchParams);
  const response = await send(new URL("/oauth/authorize", url), { ...query, decision: "approve" }, cookie);
  const back = new URL(String(response.headers.get("location")));
  return `${back.pathname}${back.search}`;
}

const send = (url: URL, fields: Record<string, string>, cookie = "") =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", headers: { cookie } });

async function countChannels(): Promise<number> {
  return z.object({ items: z.array(z.unknown()) }).parse(await (await app.owner.get("/api/channels")).json())
    .items.length;
}
