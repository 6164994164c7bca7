import { expect, test } from "vitest";
import { z } from "zod";
import { HttpFailure } from "@samovar/http-client";
import { connectByForm, openHttp as http, toMessage, toSession } from "../testing.ts";
import { RemoteStatus } from "./entities.ts";
import { mastodon } from "./mastodon.ts";
import { startMastodonTwin } from "./twin.ts";

const start = () => startMastodonTwin({ honoursIdempotencyKey: true });
const as = (token: string, body?: Record<string, string>) => ({
  ...(body && { method: "POST", body: new URLSearchParams(body) }),
  headers: { authorization: `Bearer ${token}` },
});

test("a request that the reference does not know is answered 501 and kept", async () => {
  await using twin = await start();
  const response = await http(`${twin.url}/api/v1/trends/links`);
  expect(response.status).toBe(501);
  expect(twin.unknown).toEqual(["GET /api/v1/trends/links"]);
});

test("forms work as well as JSON, and others react through the API", async () => {
  await using twin = await start();
  const anna = twin.tokenFor("anna");
  const posted = await http(
    `${twin.url}/api/v1/statuses`,
    as(anna, { status: "Hello @demo #tea", "poll[options][]": "x" }),
  );
  expect(posted.status).toBe(422);
  const made = await http(`${twin.url}/api/v1/statuses`, as(anna, { status: "Hello @demo #tea" }));
  const { id, content, tags } = RemoteStatus.extend({ tags: z.array(z.unknown()) }).parse(await made.json());
  expect(content).toContain('class="u-url mention"');
  expect(tags).toMatchObject([{ name: "tea" }]);
  for (const path of ["favourite", "reblog"]) {
    const response = await http(`${twin.url}/api/v1/statuses/${id}/${path}`, as(twin.tokenFor("boris"), {}));
    expect(response.status).toBe(200);
  }
  const listed = await (await http(`${twin.url}/api/v1/timelines/public`)).json();
  expect(listed).toMatchObject([{ id, favourites_count: 1, reblogs_count: 1, account: { acct: "anna" } }]);
  expect(twin.unknown).toEqual([]);
});

test("a token may do what its scopes say, and no more", async () => {
  await using twin = await start();
  const reader = twin.tokenFor("demo", ["read"]);
  expect((await http(`${twin.url}/api/v1/accounts/verify_credentials`, as(reader))).status).toBe(200);
  expect((await http(`${twin.url}/api/v1/statuses`, as(reader, { status: "x" }))).status).toBe(403);
  expect((await http(`${twin.url}/api/v1/statuses`, as("nobody", { status: "x" }))).status).toBe(401);
});

test("private statuses are for followers, and their page is for nobody", async () => {
  await using twin = await start();
  const session = toSession(
    await connectByForm(mastodon, "token", { server: twin.url, accessToken: twin.tokenFor("demo") }),
  );
  const publishing = mastodon.publishing(session);
  if (publishing.kind !== "keyed") throw new Error("Not keyed");
  const { id, url } = await publishing.send(
    toMessage("Friends only", { options: { visibility: "private" } }),
    "1",
  );
  const look = async (name: string) =>
    (await http(`${twin.url}/api/v1/statuses/${id}`, as(twin.tokenFor(name)))).status;
  expect((await http(url)).status).toBe(404);
  expect(await look("anna")).toBe(404);
  twin.follow("anna", "demo");
  expect(await look("anna")).toBe(200);
});

test("a key is remembered for an hour, where the twin honours it at all", async () => {
  let now = new Date("2026-11-24T10:00:00Z");
  for (const honoursIdempotencyKey of [true, false]) {
    await using twin = await startMastodonTwin({ honoursIdempotencyKey, now: () => now });
    const post = () => {
      const init = as(twin.tokenFor("demo"), { status: "Once" });
      return http(`${twin.url}/api/v1/statuses`, {
        ...init,
        headers: { ...init.headers, "idempotency-key": "k" },
      });
    };
    await post();
    await post();
    expect(twin.statuses("demo")).toHaveLength(honoursIdempotencyKey ? 1 : 2);
    now = new Date(now.getTime() + 3_600_001);
    await post();
    expect(twin.statuses("demo")).toHaveLength(honoursIdempotencyKey ? 2 : 3);
  }
});

test("a request that hangs is given up, though it was carried out", async () => {
  await using twin = await start();
  twin.inject("POST /api/v1/statuses", { kind: "hang", accepted: true });
  const init = { ...as(twin.tokenFor("demo"), { status: "Lost answer" }), timeoutMs: 200 };
  await expect(http(`${twin.url}/api/v1/statuses`, init)).rejects.toThrow(HttpFailure);
  expect(twin.statuses("demo")).toMatchObject([{ text: "Lost answer" }]);
});
