import { createServer } from "node:http";
import { once } from "node:events";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { join, read } from "#src/testing/people.ts";
import { askAkismet } from "./ask-akismet.ts";
import { hashAddress, networkOf } from "./secret.ts";
import {
  findOrigin,
  issueChallenge,
  judge,
  learnFrom,
  type Submission,
  trustLevelOf,
  unlearn,
} from "./index.ts";

let app: TestApp;
let workspaceId: string;
beforeAll(async () => {
  app = await createApp();
  const me = await read(
    app.owner.get("/api/me"),
    z.object({ workspaces: z.array(z.object({ id: z.uuid() })) }),
  );
  workspaceId = z.uuid().parse(me.workspaces[0]?.id);
});
afterAll(() => app[Symbol.asyncDispose]());

let made = 0;
async function openSite(rules: object = {}): Promise<string> {
  made += 1;
  const { id } = await read(
    app.owner.post("/api/sites", { name: `Site ${made}`, origin: `https://s${made}.example` }),
    z.object({ id: z.uuid() }),
  );
  if (Object.keys(rules).length > 0)
    expect((await app.owner.patch(`/api/sites/${id}/moderation`, { rules })).status).toBe(200);
  return id;
}

const inside = <T>(work: (db: Db) => Promise<T>) => app.house.database.transact(workspaceId, work);

const calm = "The third picture shows exactly how the tap is turned, thank you";

function submit(siteId: string, said: Partial<Submission> = {}) {
  const submission: Submission = {
    siteId,
    workspaceId,
    kind: "comment",
    text: calm,
    author: { trust: 1, isVerified: true },
    source: "page",
    filledMs: 20_000,
    pageUrl: "https://s.example/tea",
    at: app.house.now(),
    ...said,
  };
  return inside((db) => judge(db, submission));
}

const codesOf = ({ reasons }: { readonly reasons: readonly { phase: string; code: string }[] }) =>
  reasons.map(({ phase, code }) => `${phase}.${code}`);

const manyLinks = (count: number) =>
  Array.from({ length: count }, (_, at) => `see https://tea${at}.example/page for it`).join(" ");

describe("phases", () => {
  test("calm words of somebody who is known are allowed, with no reason to give", async () => {
    const verdict = await submit(await openSite());
    expect(verdict).toMatchObject({
      decision: "allow",
      reasons: [],
      needsProofOfWork: false,
      isShadowed: false,
    });
    expect(verdict.spamScore).toBeLessThan(0.5);
  });

  test("the first words of a newcomer wait; with a link only, or never, where the owner says so", async () => {
    const newcomer = { author: { trust: 0, isVerified: false } };
    expect(codesOf(await submit(await openSite(), newcomer))).toEqual(["firstComment.newcomer"]);
    const links = await openSite({ holdFirst: "links" });
    expect((await submit(links, newcomer)).decision).toBe("allow");
    const text = `${calm} https://tea.example/picture of it`;
    expect(codesOf(await submit(links, { ...newcomer, text }))).toContain("firstComment.newcomer");
    expect((await submit(await openSite({ holdFirst: "never" }), newcomer)).decision).toBe("allow");
  });

  test("a filled honeypot is refused before anything else is asked", async () => {
    const verdict = await submit(await openSite(), { honeypot: "http://x.example" });
    expect(verdict).toMatchObject({ decision: "reject", reasons: [{ phase: "honeypot", code: "filled" }] });
  });

  test("a form that was filled too fast is doubted, and a page without a form is not", async () => {
    const siteId = await openSite();
    const verdict = await submit(siteId, { filledMs: 40 });
    expect(codesOf(verdict)).toEqual(["timeTrap.too_fast"]);
    expect(verdict.needsProofOfWork).toBe(true);
    const other = { text: `${calm} indeed`, filledMs: 40, source: "webmention" as const };
    expect((await submit(siteId, other)).decision).toBe("allow");
  });

  test("more than a minute's share from one address is refused, and the next minute is a new one", async () => {
    const siteId = await openSite({ perAddress: 3 });
    const verdicts = [];
    for (let at = 0; at < 5; at += 1)
      verdicts.push(await submit(siteId, { address: "203.0.113.7", text: `${calm}, number ${"abcde"[at]}` }));
    expect(verdicts.map(({ decision }) => decision)).toEqual(["allow", "allow", "allow", "reject", "reject"]);
    expect(codesOf(verdicts[4] ?? { reasons: [] })).toEqual(["rate.address"]);
    const later = {
      address: "203.0.113.7",
      at: new Date(app.house.now().getTime() + 61_000),
      text: `${calm}!`,
    };
    expect(codesOf(await submit(siteId, later))).not.toContain("rate.address");
  });

  test("in a flood newcomers wait and are asked for work, and those at home are not", async () => {
    const siteId = await openSite({ perSite: 5, perAddress: 1000, holdFirst: "never" });
    for (let at = 0; at < 5; at += 1) await submit(siteId, { text: `${calm} ${"abcde"[at]} once` });
    const verdict = await submit(siteId, {
      text: `${calm} of a newcomer`,
      author: { trust: 0, isVerified: false },
    });
    expect(codesOf(verdict)).toEqual(["rate.flood"]);
    expect(verdict.needsProofOfWork).toBe(true);
    const known = { text: `${calm} of a regular`, author: { trust: 2, isVerified: true } };
    expect((await submit(siteId, known)).decision).toBe("allow");
  });

  test("the same words again wait, then are refused; a short thanks may be anybody's", async () => {
    const siteId = await openSite();
    const decisions = [];
    for (let at = 0; at < 4; at += 1)
      decisions.push((await submit(siteId, { pageUrl: `https://s.example/${at}` })).decision);
    expect(decisions).toEqual(["allow", "hold", "hold", "reject"]);
    await submit(siteId, { text: "Thank you!" });
    expect((await submit(siteId, { text: "thank you" })).decision).toBe("allow");
  });

  test("too many links wait, links alone wait, and a flood of them is refused", async () => {
    const siteId = await openSite({ maxLinks: 1 });
    const author = { trust: 1, isVerified: true };
    expect(codesOf(await submit(siteId, { author, text: `${calm} ${manyLinks(3)}` }))).toContain(
      "links.too_many",
    );
    expect(codesOf(await submit(siteId, { author, text: "https://tea77.example/page" }))).toContain(
      "links.only_links",
    );
    expect(await submit(siteId, { author, text: manyLinks(500) })).toMatchObject({ decision: "reject" });
  });

  test("whoever is trusted is asked neither for links nor for scores, and is still counted", async () => {
    const siteId = await openSite({ perAuthor: 2 });
    const id = "0192f0c1-2345-7abc-8def-0123456789ab";
    const say = (text: string) => submit(siteId, { text, author: { id, trust: 3, isVerified: true } });
    const spammy = "Subscribe to my channel, free money, call 1-888-203-9661 now";
    expect(codesOf(await say(spammy))).toEqual(["trust.trusted"]);
    await say(`${calm} once more`);
    expect(codesOf(await say(`${calm} and more`))).toEqual(["rate.author"]);
  });

  test("foreign authors pass the same phases", async () => {
    const siteId = await openSite();
    for (const source of ["webmention", "fediverse", "network"] as const) {
      const text = `Subscribe to my channel for free money ${source} http://casino.example bonus`;
      const verdict = await submit(siteId, { source, text });
      expect(verdict.decision).toBe("hold");
      expect(codesOf(verdict)).toContain("spam.score");
    }
  });

  test("toxic words wait, whoever wrote them below trust", async () => {
    const verdict = await submit(await openSite(), { text: "Ты идиот и мразь, закрой рот" });
    expect(verdict.decision).toBe("hold");
    expect(codesOf(verdict)).toContain("toxicity.score");
    expect(verdict.toxicityScore).toBeGreaterThan(0.75);
  });
});

const add = (siteId: string, entry: object) =>
  app.owner.post(`/api/sites/${siteId}/moderation/entries`, entry);

describe("the owner's lists", () => {
  test("words, hosts, e-mails and addresses are stopped, held and let pass", async () => {
    const siteId = await openSite();
    await add(siteId, { kind: "word", effect: "hold", pattern: "Кальян*" });
    await add(siteId, { kind: "host", effect: "reject", pattern: "https://www.spam.example/any" });
    await add(siteId, { kind: "email", effect: "allow", pattern: "@friends.example" });
    await add(siteId, { kind: "address", effect: "ban", pattern: "198.51.100.*" });
    expect(codesOf(await submit(siteId, { text: "Куплю кальяны оптом, недорого и быстро" }))).toContain(
      "lists.word_hold",
    );
    const host = await submit(siteId, { text: `${calm}: https://a.spam.example/x is where` });
    expect(host).toMatchObject({
      decision: "reject",
      reasons: [{ code: "host_reject", detail: "spam.example" }],
    });
    const friend = { text: "Кальян!", email: "Ann@Friends.example", author: { trust: 0, isVerified: false } };
    expect(await submit(siteId, friend)).toMatchObject({ decision: "allow" });
    expect(codesOf(await submit(siteId, { address: "198.51.100.23" }))).toEqual(["bans.banned_address"]);
  });

  test("an entry that nothing could match is refused with a sample, and one that is taken out is met no more", async () => {
    const siteId = await openSite();
    const bad = await add(siteId, { kind: "host", effect: "reject", pattern: "nonsense" });
    expect(bad.status).toBe(400);
    expect(await bad.json()).toMatchObject({ hint: expect.stringContaining("spam.example") });
    const { id } = await read(
      add(siteId, { kind: "word", effect: "reject", pattern: "samovar" }),
      z.object({ id: z.uuid() }),
    );
    const text = "The samovar in this picture is from Tula";
    expect((await submit(siteId, { text })).decision).toBe("reject");
    expect((await app.owner.delete(`/api/moderation-entries/${id}`)).status).toBe(200);
    expect(codesOf(await submit(siteId, { text }))).not.toContain("lists.word_reject");
    const list = await read(
      app.owner.get(`/api/sites/${siteId}/moderation/entries?kind=word`),
      z.object({ items: z.array(z.unknown()) }),
    );
    expect(list.items).toEqual([]);
  });

  test("whoever is shadowed is refused, and the verdict says that he is not to see it", async () => {
    const siteId = await openSite();
    const author = { id: "0192f0c1-2345-7abc-8def-0123456789ac", trust: 1, isVerified: false };
    await add(siteId, { kind: "author", effect: "shadow", pattern: author.id });
    expect(await submit(siteId, { author })).toMatchObject({ decision: "reject", isShadowed: true });
  });
});

const challengeFor = (siteId: string) =>
  inside((db) => issueChallenge(db, { siteId, workspaceId, now: app.house.now() }));

async function solve(siteId: string): Promise<string> {
  const challenge = await challengeFor(siteId);
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

describe("proof of work", () => {
  test("a good one takes the doubt away, once; a forged one is refused", async () => {
    const siteId = await openSite();
    const fast = { filledMs: 10, address: "203.0.113.50" };
    expect((await submit(siteId, fast)).needsProofOfWork).toBe(true);
    const proofOfWork = await solve(siteId);
    // The very same words, as the element sends them again.
    expect(await submit(siteId, { ...fast, proofOfWork })).toMatchObject({ decision: "allow", reasons: [] });
    const again = { ...fast, proofOfWork, text: `${calm}, said again` };
    expect(codesOf(await submit(siteId, again))).toEqual(["work.spent"]);
    const foreign = await solve(await openSite());
    expect(codesOf(await submit(siteId, { ...fast, proofOfWork: foreign, text: `${calm} too` }))).toEqual([
      "work.forged",
    ]);
    expect(
      codesOf(await submit(siteId, { ...fast, proofOfWork: "bm9uc2Vuc2U=", text: `${calm} also` })),
    ).toEqual(["work.forged"]);
  });

  test("it lets nobody through for whom there are other reasons to wait", async () => {
    const siteId = await openSite();
    const verdict = await submit(siteId, {
      filledMs: 10,
      author: { trust: 0, isVerified: false },
      proofOfWork: await solve(siteId),
    });
    expect(codesOf(verdict)).toEqual(["firstComment.newcomer"]);
    expect(verdict.needsProofOfWork).toBe(false);
  });
});

const scoreOf = async (siteId: string, text: string) =>
  read(
    app.owner.post(`/api/sites/${siteId}/moderation/scores`, { text }),
    z.object({ spamScore: z.number(), toxicityScore: z.number() }),
  );

const trays = "our trays for teapots are on the market square every Sunday";
const offer = "hand painted trays on the market square, come and see them on Sunday";

const manyLessons = (siteId: string) =>
  Array.from({ length: 30 }, (_, at) => ({
    siteId,
    text: `${at % 2 ? offer : calm} number ${"abcdefghijklmnopqrstuvwxyzäöüß"[at]}`,
    isSpam: at % 2 === 1,
  }));

describe("learning", () => {
  test("a decision changes what the site's scorer says, and taking it back takes that back", async () => {
    const siteId = await openSite();
    const before = await scoreOf(siteId, trays);
    await inside((db) => learnFrom(db, { siteId, text: offer, isSpam: true }));
    const taught = await scoreOf(siteId, trays);
    expect(taught.spamScore).toBeGreaterThan(before.spamScore);
    expect(taught.toxicityScore).toBe(before.toxicityScore);
    await inside((db) => unlearn(db, { siteId, text: offer, isSpam: true }));
    expect((await scoreOf(siteId, trays)).spamScore).toBe(before.spamScore);
  });

  test("taking one of many back leaves what the others alone would have taught", async () => {
    const [one, other] = [await openSite(), await openSite()];
    await inside((db) => learnFrom(db, manyLessons(one)));
    await inside((db) => learnFrom(db, { siteId: one, text: trays, isSpam: false }));
    await inside((db) => unlearn(db, { siteId: one, text: trays, isSpam: false }));
    await inside((db) => learnFrom(db, manyLessons(other)));
    expect(await scoreOf(one, trays)).toEqual(await scoreOf(other, trays));
  });

  test("a contrary decision about the same words replaces the former one", async () => {
    const [one, other] = [await openSite(), await openSite()];
    await inside((db) => learnFrom(db, { siteId: one, text: offer, isSpam: true }));
    await inside((db) => learnFrom(db, { siteId: one, text: offer, isSpam: false }));
    await inside((db) => learnFrom(db, { siteId: other, text: offer, isSpam: false }));
    expect(await scoreOf(one, trays)).toEqual(await scoreOf(other, trays));
  });

  test("a thousand copies of one text are one lesson, and taking back one of them takes nothing", async () => {
    const siteId = await openSite();
    const copies = Array.from({ length: 50 }, () => ({ siteId, text: offer, isSpam: true }));
    await inside((db) => learnFrom(db, copies));
    const taught = await scoreOf(siteId, trays);
    const { scorers } = await read(
      app.owner.get(`/api/sites/${siteId}/moderation/learning`),
      z.object({ scorers: z.array(z.object({ scorer: z.string(), lessons: z.int() })) }),
    );
    expect(scorers.find(({ scorer }) => scorer === "spam")?.lessons).toBe(1);
    await inside((db) => unlearn(db, { siteId, text: offer, isSpam: true }));
    expect(await scoreOf(siteId, trays)).toEqual(taught);
  });

  test("moderators who decide at once lose nothing of each other", async () => {
    const siteId = await openSite();
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        inside((db) =>
          learnFrom(db, { siteId, text: `${offer} stall ${"abcdefgh"[at]}`, isSpam: at % 2 === 0 }),
        ),
      ),
    );
    const { scorers } = await read(
      app.owner.get(`/api/sites/${siteId}/moderation/learning`),
      z.object({ scorers: z.array(z.object({ lessons: z.int() })) }),
    );
    expect(scorers[0]?.lessons).toBe(8);
  });

  test("what a moderator called spam is refused when it comes again, and its host is known", async () => {
    const siteId = await openSite();
    const text = "See what I found at https://bad.example/offer today, friends";
    const wave = Array.from({ length: 4 }, (_, at) => ({
      siteId,
      text: at === 0 ? text : `${"abcd"[at]} other words go to https://bad.example/${at} with them`,
      isSpam: true,
    }));
    await inside((db) => learnFrom(db, wave));
    expect(codesOf(await submit(siteId, { text }))).toEqual(["repeat.known_spam"]);
    const host = { text: `${calm} and https://bad.example/new for all of you` };
    expect(await submit(siteId, host)).toMatchObject({
      decision: "reject",
      reasons: [{ phase: "links", code: "spam_host", detail: "bad.example" }],
    });
  });

  test("it refuses by score only when it has learned enough", async () => {
    const siteId = await openSite({ spamReject: 0.9, lessonsToReject: 12 });
    const text =
      "subscribe to my channel and earn money with bitcoin at http://casino.example bonus call now";
    expect((await submit(siteId, { text })).decision).toBe("hold");
    const lessons = Array.from({ length: 12 }, (_, at) => ({
      siteId,
      text: `${at % 2 ? "earn money with a bitcoin bonus" : calm} ${"abcdefghijkl"[at]} lesson`,
      isSpam: at % 2 === 1,
    }));
    await inside((db) => learnFrom(db, lessons));
    const verdict = await submit(siteId, { text: `earn ${text}` });
    expect(verdict).toMatchObject({ decision: "reject" });
    expect(codesOf(verdict)).toContain("spam.score");
  });
});

const submissionTo = (siteId: string): Submission => ({
  siteId,
  workspaceId,
  kind: "comment",
  text: calm,
  address: "203.0.113.7",
  author: { trust: 1, isVerified: true },
  source: "page",
  pageUrl: "https://s.example/tea",
});

async function ask(
  siteId: string,
  answer: { status?: number; body: string; headers?: Record<string, string> },
) {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked.push(new URLSearchParams(body));
      response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  try {
    const opinion = await askAkismet(app.house, submissionTo(siteId), `http://127.0.0.1:${port}/`);
    return { opinion, asked };
  } finally {
    server.close();
  }
}

describe("Akismet", () => {
  test("is not asked where nobody has wanted it", async () => {
    const { opinion, asked } = await ask(await openSite(), { body: "true" });
    expect(opinion).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test("is asked with the site's own key, which nobody can read again, and its word is heard", async () => {
    const siteId = await openSite({ akismet: true });
    const settings = await app.owner.patch(`/api/sites/${siteId}/moderation`, { akismetKey: "key-123" });
    const text = await settings.text();
    expect(text).not.toContain("key-123");
    expect(JSON.parse(text)).toMatchObject({ hasAkismetKey: true, rules: { akismet: true } });
    const fine = await ask(siteId, { body: "false" });
    expect(fine.opinion).toEqual({ answer: "fine" });
    expect(fine.asked[0]?.get("api_key")).toBe("key-123");
    expect((await ask(siteId, { body: "true" })).opinion).toEqual({ answer: "spam" });
    const discard = { "X-akismet-pro-tip": "discard" };
    expect((await ask(siteId, { body: "true", headers: discard })).opinion).toEqual({ answer: "blatant" });
    expect(codesOf(await submit(siteId, { akismet: { answer: "spam" } }))).toEqual(["akismet.spam"]);
    const blatant = { akismet: { answer: "blatant" as const }, text: `${calm} again` };
    expect((await submit(siteId, blatant)).decision).toBe("reject");
  });

  test("when it does not answer, the comment waits for a person", async () => {
    const siteId = await openSite({ akismet: true });
    await app.owner.patch(`/api/sites/${siteId}/moderation`, { akismetKey: "key-123" });
    const wrong = await ask(siteId, { body: "invalid", headers: { "X-akismet-debug-help": "Empty key" } });
    expect(wrong.opinion).toEqual({ answer: "failed", detail: "Empty key" });
    expect((await ask(siteId, { status: 500, body: "" })).opinion).toMatchObject({ answer: "failed" });
    const nobody = await askAkismet(app.house, submissionTo(siteId), "http://127.0.0.1:1/");
    expect(nobody).toMatchObject({ answer: "failed" });
    expect(await submit(siteId, { akismet: { answer: "failed" } })).toMatchObject({
      decision: "hold",
      reasons: [{ phase: "akismet", code: "no_answer" }],
    });
    expect((await submit(siteId, { text: `${calm}, not asked` })).decision).toBe("hold");
  });
});

describe("what is kept", () => {
  test("each decision with its reasons, and the address as a hash alone", async () => {
    const siteId = await openSite();
    const commentId = "0192f0c1-2345-7abc-8def-0123456789ad";
    await submit(siteId, { address: "203.0.113.99", honeypot: "x", commentId });
    const list = await read(
      app.owner.get(`/api/sites/${siteId}/moderation/decisions?decision=reject`),
      z.object({ items: z.array(z.object({ commentId: z.string(), reasons: z.array(z.unknown()) })) }),
    );
    expect(list.items).toMatchObject([{ commentId, reasons: [{ phase: "honeypot" }] }]);
    const origin = await inside((db) => findOrigin(db, commentId));
    expect(origin?.addressHash).toMatch(/^[\w-]{24}$/);
    expect(origin?.addressHash).not.toContain("203");
  });

  test("is forgotten when nobody needs it any more", async () => {
    const siteId = await openSite();
    await submit(siteId, { address: "203.0.113.98" });
    await app.advance(91 * 86_400_000);
    const { forgetArrivals } = await import("./forget-arrivals.job.ts");
    const { database, now } = app.house;
    await forgetArrivals.run(
      {
        ...app.house,
        now,
        signal: undefined,
        transact: (id, work) => database.transact(id, (db) => work(app.house.inside(db))),
      },
      {},
    );
    const left = await inside((db) =>
      db.selectFrom("moderationDecision").select("id").where("siteId", "=", siteId).execute(),
    );
    expect(left).toEqual([]);
  });

  test("only moderators may set rules and lists", async () => {
    const siteId = await openSite();
    const viewer = await join(app, app.owner, "viewer");
    expect((await viewer.get(`/api/sites/${siteId}/moderation`)).status).toBe(200);
    expect((await viewer.patch(`/api/sites/${siteId}/moderation`, { rules: { maxLinks: 9 } })).status).toBe(
      403,
    );
    const fault = await app.owner.patch(`/api/sites/${siteId}/moderation`, { rules: { maxLinks: 1e9 } });
    expect(fault.status).toBe(400);
    const settings = await read(
      app.owner.get(`/api/sites/${siteId}/moderation`),
      z.object({ rules: z.object({ maxLinks: z.int() }), changedAt: z.null() }),
    );
    expect(settings.rules.maxLinks).toBe(2);
  });
});

test("an address of the sixth version counts by its network, one of the fourth in either form by itself", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:0db8:1::6")).toBe("2001:db8:1:0::/64");
  expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(hashAddress("a", "203.0.113.7")).not.toBe(hashAddress("b", "203.0.113.7"));
});

test("trust is earned by reading and approved talk, and lost by what is refused", () => {
  const new0 = {
    publishedCount: 0,
    refusedCount: 0,
    threadCount: 0,
    readDays: 40,
    daysKnown: 90,
    isVerified: true,
  };
  expect(trustLevelOf(new0)).toBe(0);
  expect(trustLevelOf({ ...new0, publishedCount: 1, threadCount: 1 })).toBe(1);
  const home = { ...new0, publishedCount: 6, threadCount: 3, readDays: 3, daysKnown: 8 };
  expect(trustLevelOf(home)).toBe(2);
  expect(trustLevelOf({ ...home, readDays: 1 })).toBe(1);
  expect(trustLevelOf({ ...home, isVerified: false })).toBe(1);
  const regular = { ...new0, publishedCount: 25, threadCount: 12 };
  expect(trustLevelOf(regular)).toBe(3);
  expect(trustLevelOf({ ...regular, refusedCount: 1 })).toBe(2);
  expect(trustLevelOf({ ...regular, refusedCount: 10 })).toBe(0);
});
