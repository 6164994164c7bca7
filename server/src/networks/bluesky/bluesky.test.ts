import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createHttp } from "@samovar/http-client";
import type { Json, Message, NetworkMemory, NetworkTools, Session } from "../network.ts";
import {
  connectByForm,
  failureOf,
  redPoint,
  testTools,
  toMessage,
  toPicture,
  toSession,
} from "../testing.ts";
import { bluesky } from "./bluesky.ts";
import { parseHandle } from "./identity.ts";
import { newRecordKey, timeOfRecordKey } from "./record-key.ts";
import { startServersAlone, type RealNetwork, type RealUser } from "./start-real-network.ts";

let network: RealNetwork;
let anna: RealUser;
let boris: RealUser;
let signedIn: Session;

beforeAll(async () => {
  network = await startServersAlone();
  anna = await network.addUser("anna.test", "Anna");
  boris = await network.addUser("boris.test");
  signedIn = await connect();
}, 120_000);
afterAll(async () => network?.[Symbol.asyncDispose]());

const connect = async (user = anna, tools?: NetworkTools): Promise<Session> => {
  const values = { handle: user.handle, appPassword: user.appPassword, pds: network.pds };
  return toSession(await connectByForm(bluesky, "app-password", values), tools);
};
const publish = async (message: Message, session: Session = signedIn) => {
  const publishing = bluesky.publishing(session);
  const key = publishing.newKey(new Date());
  return { key, published: await publishing.send(message, key), publishing };
};
/** The record as the server has it. */
async function recordAt(uri: string): Promise<Record<string, unknown>> {
  const [, , repo = "", collection = "", rkey = ""] = uri.split("/");
  const { data } = await anna.agent.com.atproto.repo.getRecord({ repo, collection, rkey });
  return JSON.parse(JSON.stringify(data.value));
}
const countPosts = async (user = anna): Promise<number> => {
  const query = { repo: user.did, collection: "app.bsky.feed.post", limit: 100 };
  return (await user.agent.com.atproto.repo.listRecords(query)).data.records.length;
};

describe("connecting with an app password", () => {
  test("finds the account and keeps what is needed to act", async () => {
    const { account, credentials } = signedIn;
    expect(account).toEqual({
      externalId: anna.did,
      handle: "@anna.test",
      displayName: "Anna",
      url: "https://bsky.app/profile/anna.test",
      server: network.pds,
      facts: {},
    });
    expect(credentials).toMatchObject({ kind: "password", did: anna.did, pds: network.pds });
  });

  test("a wrong password asks to connect again, an unknown handle is rejected", async () => {
    const values = { handle: "anna.test", appPassword: "wrong", pds: network.pds };
    expect(await failureOf(connectByForm(bluesky, "app-password", values))).toMatchObject({
      kind: "reconnect",
    });
    const unknown = { ...values, handle: "nobody.test" };
    expect(await failureOf(connectByForm(bluesky, "app-password", unknown))).toMatchObject({
      kind: "rejected",
    });
  });

  test.each(["", "anna", "anna bsky", "@", "https://bsky.app/profile/anna", "anna@mail.test"])(
    "%j is no handle",
    (typed) => {
      expect(() => parseHandle(typed)).toThrow("is not a handle");
    },
  );

  test("a handle may come with an @, capitals and invisible marks", () => {
    expect(parseHandle(" @Anna.Bsky.Social\u200b\u202c")).toBe("anna.bsky.social");
    expect(parseHandle("did:plc:abc234")).toBe("did:plc:abc234");
  });

  test("a server that does not answer, or must not be asked, is named", async () => {
    const values = { handle: "anna.test", appPassword: "x", pds: "http://127.0.0.1:1" };
    expect(await failureOf(connectByForm(bluesky, "app-password", values))).toMatchObject({ kind: "wait" });
    const guarded = { ...testTools, http: createHttp({ allowPrivate: false, userAgent: "x" }) };
    const method = bluesky.connect.find(({ id }) => id === "app-password");
    if (method?.kind !== "form") throw new Error("No form");
    expect(await failureOf(method.connect(values, guarded))).toMatchObject({
      kind: "rejected",
      rule: "bluesky.connect.address",
    });
  });
});

const Facets = z.array(
  z.object({
    index: z.object({ byteStart: z.number(), byteEnd: z.number() }),
    features: z.tuple([
      z.object({ uri: z.string().optional(), did: z.string().optional(), tag: z.string().optional() }),
    ]),
  }),
);

describe("posts", () => {
  test("carry links, mentions and tags at byte offsets, and languages", async () => {
    const text = "Привет 👋🏽 @boris.test! Читайте https://tea.example/l/чай?a=1, #самовар";
    const { published } = await publish(toMessage(text, { languages: ["ru", "en"] }));
    const record = await recordAt(published.id);
    expect(record).toMatchObject({ text, langs: ["ru", "en"] });
    const bytes = Buffer.from(text);
    const facets = Facets.parse(JSON.parse(JSON.stringify(record["facets"])));
    const found = facets.map(({ index, features: [feature] }) => [
      bytes.subarray(index.byteStart, index.byteEnd).toString(),
      feature.uri ?? feature.did ?? feature.tag,
    ]);
    expect(found).toEqual([
      ["@boris.test", boris.did],
      ["https://tea.example/l/чай?a=1", "https://tea.example/l/чай?a=1"],
      ["#самовар", "самовар"],
    ]);
  });

  test("a tracked link on this machine is a link too", async () => {
    const { published } = await publish(toMessage("See http://127.0.0.1:3000/l/abc"));
    expect(await recordAt(published.id)).toMatchObject({
      facets: [{ features: [{ uri: "http://127.0.0.1:3000/l/abc" }] }],
    });
  });

  test("carry up to four pictures with descriptions and proportions", async () => {
    const wide = new Uint8Array(
      await sharp({ create: { width: 80, height: 20, channels: 3, background: "red" } })
        .png()
        .toBuffer(),
    );
    const pictures = [
      toPicture(redPoint, "Red"),
      toPicture(wide, ""),
      toPicture(redPoint, "3"),
      toPicture(redPoint, "4"),
    ];
    const { published } = await publish(toMessage("Four", { pictures }));
    expect(await recordAt(published.id)).toMatchObject({
      embed: {
        $type: "app.bsky.embed.images",
        images: [
          { alt: "Red", aspectRatio: { width: 1, height: 1 }, image: { mimeType: "image/png" } },
          { alt: "", aspectRatio: { width: 80, height: 20 } },
          { alt: "3" },
          { alt: "4" },
        ],
      },
    });
  });

  test("a picture that is too large is made smaller on the way", async () => {
    const noise = { width: 1200, height: 800, channels: 3 } as const;
    const large = new Uint8Array(
      await sharp(randomBytes(1200 * 800 * 3), { raw: noise })
        .png()
        .toBuffer(),
    );
    expect(large.byteLength).toBeGreaterThan(2_000_000);
    const { published } = await publish(toMessage("Large", { pictures: [toPicture(large, "Noise")] }));
    const { embed } = JSON.parse(JSON.stringify(await recordAt(published.id)));
    expect(embed.images[0].image.mimeType).toBe("image/jpeg");
    expect(embed.images[0].image.size).toBeLessThanOrEqual(2_000_000);
    expect(embed.images[0].aspectRatio.width / embed.images[0].aspectRatio.height).toBeCloseTo(1.5, 1);
  });

  test("what is no picture is rejected before anything is sent", async () => {
    const before = await countPosts();
    const broken = toPicture(new TextEncoder().encode("no picture"), "x");
    const error = await failureOf(publish(toMessage("x", { pictures: [broken] })));
    expect(error).toMatchObject({ kind: "rejected", rule: "bluesky.picture.unreadable" });
    expect(error.hint).toContain("JPEG");
    expect(await countPosts()).toBe(before);
  });

  test("carry a card with its picture", async () => {
    const card = {
      url: "https://tea.example/",
      title: "Tea",
      description: "All of it",
      picture: toPicture(redPoint, ""),
    };
    const { published } = await publish(toMessage("Look", { card }));
    expect(await recordAt(published.id)).toMatchObject({
      embed: {
        $type: "app.bsky.embed.external",
        external: { uri: card.url, title: "Tea", description: "All of it", thumb: { mimeType: "image/png" } },
      },
    });
  });

  test("carry the author's own warnings", async () => {
    const { published } = await publish(
      toMessage("Warned", { options: { contentLabels: ["graphic-media"] } }),
    );
    expect(await recordAt(published.id)).toMatchObject({ labels: { values: [{ val: "graphic-media" }] } });
  });

  test("form a thread", async () => {
    const session = signedIn;
    const { published: root } = await publish(toMessage("One"), session);
    const { published: second } = await publish(
      toMessage("Two", { replyTo: { parent: root, root } }),
      session,
    );
    const { published: third } = await publish(
      toMessage("Three", { replyTo: { parent: second, root } }),
      session,
    );
    expect(await recordAt(third.id)).toMatchObject({
      reply: { root: { uri: root.id }, parent: { uri: second.id } },
    });
  });

  test("too long a text is rejected by the server itself, in its words", async () => {
    const error = await failureOf(publish(toMessage("x".repeat(301))));
    expect(error).toMatchObject({ kind: "rejected" });
    expect(error.words).toBeTruthy();
  });

  test("are withdrawn, twice without harm", async () => {
    const session = signedIn;
    const before = await countPosts();
    const { published } = await publish(toMessage("Gone soon"), session);
    await bluesky.withdraw(session, published);
    await bluesky.withdraw(session, published);
    expect(await countPosts()).toBe(before);
  });
});

describe("exactly once", () => {
  test("the same key makes one post, however often it is sent", async () => {
    const before = await countPosts();
    const message = toMessage("Once", { pictures: [toPicture(redPoint, "Red")] });
    const { key, published, publishing } = await publish(message);
    expect(await publishing.send(message, key)).toEqual(published);
    expect(await Promise.all([publishing.send(message, key), publishing.send(message, key)])).toEqual([
      published,
      published,
    ]);
    expect(await countPosts()).toBe(before + 1);
  });

  test("a second sending never overwrites, even if the message has changed", async () => {
    const { key, published, publishing } = await publish(toMessage("First"));
    expect(await publishing.send(toMessage("Second"), key)).toEqual(published);
    expect(await recordAt(published.id)).toMatchObject({ text: "First" });
  });

  test("a post is found by its key, by its tracked link, by its text, and not by what is missing", async () => {
    const since = new Date(Date.now() - 1000);
    const trackedUrl = `https://tea.example/l/${Date.now()}`;
    const { key, published, publishing } = await publish(toMessage(`Read ${trackedUrl}`));
    const other = newRecordKey(new Date());
    expect(await publishing.find({ text: "", since }, key)).toEqual(published);
    expect(await publishing.find({ trackedUrl, text: "", since }, other)).toEqual(published);
    expect(await publishing.find({ text: `Read ${trackedUrl}`, since }, other)).toEqual(published);
    expect(await publishing.find({ trackedUrl: `${trackedUrl}0`, text: "", since }, other)).toBeUndefined();
    const later = new Date(Date.now() + 60_000);
    expect(await publishing.find({ trackedUrl, text: "", since: later }, other)).toBeUndefined();
  });

  test("keys sort by time and tell when they were made", () => {
    const now = new Date("2026-11-24T10:00:00.123Z");
    const earlier = newRecordKey(now);
    const later = newRecordKey(new Date(now.getTime() + 1));
    expect(earlier).toMatch(/^[234567abcdefghij][234567a-z]{12}$/);
    expect(earlier < later).toBe(true);
    expect(timeOfRecordKey(earlier)).toEqual(now);
    expect(newRecordKey(now)).not.toBe(earlier);
  });
});

/** Makes the stored access token look and be expired. */
const expire = async (session: Session) => {
  const stale = Buffer.from(JSON.stringify({ exp: 1 })).toString("base64url");
  await session.saveCredentials({ ...session.credentials, accessJwt: `x.${stale}.x` });
  return session;
};

describe("tokens", () => {
  test("an access token that has run out is renewed and stored, once for many calls", async () => {
    const session = await expire(await connect());
    const before = session.credentials["refreshJwt"];
    await Promise.all([
      publish(toMessage("A"), session),
      publish(toMessage("B"), session),
      publish(toMessage("C"), session),
    ]);
    expect(session.credentials["refreshJwt"]).not.toBe(before);
  });

  test("when the refresh token is dead too, the app password opens the door again", async () => {
    const session = await expire(await connect());
    await session.saveCredentials({ ...session.credentials, refreshJwt: "dead" });
    await publish(toMessage("Back again"), session);
    expect(session.credentials["refreshJwt"]).not.toBe("dead");
  });

  test("when the app password was withdrawn, the owner must connect again", async () => {
    const { data } = await boris.agent.com.atproto.server.createAppPassword({ name: "short-lived" });
    const session = await expire(await connect({ ...boris, appPassword: data.password }));
    await boris.agent.com.atproto.server.revokeAppPassword({ name: "short-lived" });
    const error = await failureOf(publish(toMessage("x"), session));
    expect(error).toMatchObject({ kind: "reconnect" });
    expect(error.hint).toContain("Connect the account again");
  });

  test("incomplete credentials ask to connect again", async () => {
    const session = await connect();
    await session.saveCredentials({});
    expect(await failureOf(publish(toMessage("x"), session))).toMatchObject({ kind: "reconnect" });
  });

  test("refreshing renews the tokens and learns the name again", async () => {
    const session = await connect();
    const before = session.credentials["accessJwt"];
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await anna.agent.upsertProfile((profile) => ({ ...profile, displayName: "Anna K." }));
    const { account, credentials } = await bluesky.refresh(session);
    expect(account.displayName).toBe("Anna K.");
    expect(credentials["accessJwt"]).not.toBe(before);
    await anna.agent.upsertProfile((profile) => ({ ...profile, displayName: "Anna" }));
  });
});

const remembering = (): NetworkMemory => {
  const kept = new Map<string, Json>();
  return {
    recall: async (key) => kept.get(key),
    remember: async (key, value) => void kept.set(key, value),
    forget: async (key) => void kept.delete(key),
  };
};

describe("documents for OAuth", () => {
  test("a public server is a client with a key of its own, and shows no secret", async () => {
    const tools = { publicUrl: "https://samovar.example", memory: remembering() };
    const { "client-metadata.json": document } = await bluesky.documents(tools);
    expect(document).toMatchObject({
      client_id: "https://samovar.example/networks/bluesky/client-metadata.json",
      redirect_uris: ["https://samovar.example/networks/bluesky/return"],
      token_endpoint_auth_method: "private_key_jwt",
      dpop_bound_access_tokens: true,
      jwks: { keys: [{ kty: "EC", crv: "P-256" }] },
    });
    expect(JSON.stringify(document)).not.toContain('"d":');
    expect(await bluesky.documents(tools)).toEqual({ "client-metadata.json": document });
  });

  test("without a memory the client is public", async () => {
    const { "client-metadata.json": document } = await bluesky.documents({
      publicUrl: "https://samovar.example",
    });
    expect(document).toMatchObject({ token_endpoint_auth_method: "none" });
  });
});
