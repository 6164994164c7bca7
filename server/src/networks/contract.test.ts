/** One suite for every network: exactly once under every fault, by the rule of the network's protocol. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HttpFailure, type Http } from "@samovar/http-client";
import { bluesky } from "./bluesky/bluesky.ts";
import { startServersAlone } from "./bluesky/start-real-network.ts";
import { checkMessage } from "./check-message.ts";
import { NetworkFailure } from "./failure.ts";
import { mastodon } from "./mastodon/mastodon.ts";
import { startMastodonTwin } from "./mastodon/twin.ts";
import type {
  Mark,
  Message,
  Network,
  NetworkTools,
  Published,
  Publishing,
  Session,
  ShownCard,
} from "./network.ts";
import {
  connectByForm,
  failureOf,
  openHttp,
  redPoint,
  testTools,
  toMessage,
  toPicture,
  toSession,
} from "./testing.ts";

/** A server of the network, with an account that is connected through the real form. */
interface Place extends AsyncDisposable {
  readonly connect: () => Promise<Session>;
  /** The texts of all that stands on the account. */
  readonly texts: () => Promise<readonly string[]>;
  /** Makes all tokens of the account worthless. */
  readonly expire: (session: Session) => Promise<void>;
  /** Whether a request is the one that publishes. */
  readonly publishes: (method: string, path: string) => boolean;
  readonly tooLong: string;
  /** Lets the network show this card under it; absent where no index runs that would show one. */
  readonly showCard?: (published: Published, card: ShownCard) => void;
}

describeNetwork("Bluesky", bluesky, startBluesky);
describeNetwork("Mastodon, honouring the key", mastodon, () => startTwin(true));
describeNetwork("Mastodon's kin, ignoring the key", mastodon, () => startTwin(false));

const link = () => `https://tea.example/l/${crypto.randomUUID()}`;

function describeNetwork(name: string, network: Network, start: () => Promise<Place>): void {
  describe(name, { timeout: 60_000 }, () => {
    let place: Place;
    let session: Session;
    beforeAll(async () => {
      place = await start();
      session = await place.connect();
    }, 120_000);
    afterAll(async () => place?.[Symbol.asyncDispose]());

    const count = async (text: string) => (await place.texts()).filter((each) => each.includes(text)).length;
    test.each(faults)("publishes exactly once when %s", async (_, fault) => {
      const trackedUrl = link();
      const faulty = { ...session, tools: { ...testTools, http: faultyOnce(place, fault) } };
      const message = toMessage(`Read ${trackedUrl}`, { pictures: [toPicture(redPoint, "Red")] });
      const published = await publishOnce(network, faulty, message);
      expect(published?.url).toMatch(/^https?:/);
      expect(await count(trackedUrl)).toBe(1);
    });

    test("a clean publication is found by its mark", async () => {
      const trackedUrl = link();
      const since = new Date();
      const publishing = network.publishing(session);
      const key = publishing.kind === "keyed" ? publishing.newKey(since) : "";
      const sent = await send(publishing, toMessage(`Found ${trackedUrl}`), key);
      const otherKey = publishing.kind === "keyed" ? publishing.newKey(since) : "";
      expect(await find(publishing, { trackedUrl, text: "", since }, otherKey)).toEqual(sent);
      expect(await find(publishing, { trackedUrl: link(), text: "", since }, otherKey)).toBeUndefined();
    });

    test("what is over the limit is found before it is sent, and rejected by the server all the same", async () => {
      const message = toMessage(place.tooLong);
      expect(checkMessage(network, session.account, message)).toMatchObject([
        { rule: `${network.id}.post.text`, kind: "too-long", severity: "error" },
      ]);
      const error = await failureOf(send(network.publishing(session), message, newKey(network, session)));
      expect(error).toMatchObject({ kind: "rejected" });
      expect(error.rule).toMatch(new RegExp(`^${network.id}\\.post\\.`));
      expect(error.words).toBeTruthy();
    });

    test("too many pictures are found before they are sent", () => {
      const pictures = Array.from({ length: 5 }, () => toPicture(redPoint, "x"));
      expect(checkMessage(network, session.account, toMessage("x", { pictures }))).toMatchObject([
        { rule: `${network.id}.post.pictures`, value: 5, limit: 4 },
      ]);
    });

    test("a thread is published segment by segment", async () => {
      const publishing = network.publishing(session);
      const root = await send(publishing, toMessage(`1 ${link()}`), newKey(network, session));
      const next = toMessage(`2 ${link()}`, { replyTo: { parent: root, root } });
      const second = await send(publishing, next, newKey(network, session));
      expect(second.id).not.toBe(root.id);
    });

    test("what was withdrawn is no longer found", async () => {
      const trackedUrl = link();
      const key = newKey(network, session);
      const since = new Date();
      const publishing = network.publishing(session);
      const sent = await send(publishing, toMessage(trackedUrl), key);
      await network.withdraw?.(session, sent);
      expect(await find(publishing, { trackedUrl, text: "", since }, key)).toBeUndefined();
    });

    test("options that are not the network's are refused by their schema", () => {
      for (const value of [1, null, [], "x"]) expect(network.options.safeParse(value).success).toBe(false);
      expect(network.options.safeParse({}).success).toBe(true);
    });

    test("the card under a publication is read back, once the network shows one", async () => {
      if (!place.showCard || !network.card) return expect(network.card).toBeTypeOf("function");
      const sent = await send(network.publishing(session), toMessage(link()), newKey(network, session));
      expect(await network.card(session, sent)).toBeUndefined();
      const card = {
        url: "https://tea.example/page",
        title: "Tea",
        description: "",
        imageUrl: null,
        siteName: "The tea house",
      };
      place.showCard(sent, card);
      expect(await network.card(session, sent)).toEqual(card);
    });

    test("a dead account asks to connect again", async () => {
      const dead = await place.connect();
      await place.expire(dead);
      const error = await failureOf(send(network.publishing(dead), toMessage("x"), newKey(network, dead)));
      expect(error).toMatchObject({ kind: "reconnect" });
      expect(error.hint).toContain("Connect the account again");
    });
  });
}

type Fault =
  | "drop-after"
  | "drop-before"
  | "hang-after"
  | "html-after"
  | "empty-after"
  | "error-after"
  | "rate"
  | "none";
const faults: readonly (readonly [string, Fault])[] = [
  ["nothing goes wrong", "none"],
  ["the request is carried out and the connection drops", "drop-after"],
  ["the connection drops before the request arrives", "drop-before"],
  ["the request is carried out and no answer comes", "hang-after"],
  ["the request is carried out and a proxy answers a page", "html-after"],
  ["the request is carried out and the answer is empty", "empty-after"],
  ["the request is carried out and the answer is an error", "error-after"],
  ["the server says 429 and when to come back", "rate"],
];

/** The fault befalls the first request that publishes; it lies on the wire, so that every server can have it. */
function faultyOnce(place: Place, fault: Fault): Http {
  let left = 1;
  return async (url, init) => {
    const { pathname } = new URL(url);
    if (left === 0 || !place.publishes(init?.method ?? "GET", pathname)) return openHttp(url, init);
    left -= 1;
    if (fault === "drop-before") throw new HttpFailure("maybe-sent", "socket hang up");
    if (fault === "rate")
      return new Response('{"error":"Too many requests"}', { status: 429, headers: { "retry-after": "1" } });
    const answer = await openHttp(url, init);
    return fault === "none" ? answer : lost(fault);
  };
}

function lost(fault: Exclude<Fault, "none" | "rate" | "drop-before">): Response {
  switch (fault) {
    case "drop-after":
      throw new HttpFailure("maybe-sent", "socket hang up");
    case "hang-after":
      throw new HttpFailure("maybe-sent", "gave no whole answer within 15000 ms");
    case "html-after":
      return new Response("<h1>502 Bad Gateway</h1>", { headers: { "content-type": "text/html" } });
    case "empty-after":
      return new Response("");
    case "error-after":
      return new Response('{"error":"InternalServerError"}', {
        status: 500,
        headers: { "content-type": "application/json" },
      });
  }
}

/** The rule of design for each protocol, as whoever publishes must follow it. */
async function publishOnce(
  network: Network,
  session: Session,
  message: Message,
): Promise<Published | undefined> {
  const publishing = network.publishing(session);
  const key = newKey(network, session);
  const mark = { trackedUrl: message.text.slice("Read ".length), text: message.text, since: new Date() };
  try {
    return await send(publishing, message, key);
  } catch (error) {
    if (!(error instanceof NetworkFailure)) throw error;
    expect(["unsure", "wait"]).toContain(error.kind);
    if (error.kind === "wait") expect(error.retryAfterMs).toBe(1000);
    if (publishing.kind === "plain" && error.kind === "unsure") {
      return (await find(publishing, mark, key)) ?? send(publishing, message, key);
    }
    return send(publishing, message, key);
  }
}

const newKey = (network: Network, session: Session): string => {
  const publishing = network.publishing(session);
  return publishing.kind === "keyed" ? publishing.newKey(new Date()) : "";
};

function send(publishing: Publishing, message: Message, key: string): Promise<Published> {
  if (publishing.kind === "staged") throw new Error("No network here is staged");
  return publishing.kind === "keyed" ? publishing.send(message, key) : publishing.send(message);
}

function find(publishing: Publishing, mark: Mark, key: string): Promise<Published | undefined> {
  if (publishing.kind === "staged") throw new Error("No network here is staged");
  return publishing.kind === "keyed" ? publishing.find(mark, key) : publishing.find(mark);
}

async function startBluesky(): Promise<Place> {
  const network = await startServersAlone();
  const user = await network.addUser("anna.test");
  const connectNow = (tools: NetworkTools = testTools) =>
    connectByForm(bluesky, "app-password", {
      handle: user.handle,
      appPassword: user.appPassword,
      pds: network.pds,
    }).then((connection) => toSession(connection, tools));
  return {
    connect: () => connectNow(),
    texts: async () => {
      const query = { repo: user.did, collection: "app.bsky.feed.post", limit: 100 };
      const { data } = await user.agent.com.atproto.repo.listRecords(query);
      return data.records.map(({ value }) => String(value["text"]));
    },
    expire: async (session) => {
      await user.agent.com.atproto.server.revokeAppPassword({ name: "samovar" });
      await session.saveCredentials({ ...session.credentials, accessJwt: "x", refreshJwt: "x" });
    },
    publishes: (method, path) => method === "POST" && path === "/xrpc/com.atproto.repo.putRecord",
    tooLong: "ы".repeat(301),
    [Symbol.asyncDispose]: () => network[Symbol.asyncDispose](),
  };
}

async function startTwin(honoursIdempotencyKey: boolean): Promise<Place> {
  const twin = await startMastodonTwin({ honoursIdempotencyKey });
  return {
    connect: async () =>
      toSession(
        await connectByForm(mastodon, "token", { server: twin.url, accessToken: twin.tokenFor("demo") }),
      ),
    texts: async () => twin.statuses("demo").map(({ text }) => text),
    expire: async () => twin.expireTokens(),
    publishes: (method, path) => method === "POST" && path === "/api/v1/statuses",
    tooLong: "ы".repeat(501),
    showCard: ({ id }, { imageUrl, siteName, ...card }) =>
      twin.showCard(id, { ...card, image: imageUrl ?? undefined, providerName: siteName ?? "" }),
    async [Symbol.asyncDispose]() {
      await twin.close();
      expect(twin.unknown).toEqual([]);
    },
  };
}
