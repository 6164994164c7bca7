import { expect, test } from "vitest";
import { z } from "zod";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { createApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { serveMail } from "#src/testing/serve-mail.ts";
import { askingLimits } from "./limits.ts";
import { from, origin, page, openSite, ask, open, linkIn, list } from "./testing/subscribing.ts";

test("who asks gets one letter; looking at its link confirms nothing, pressing the button does, and the consent is on record", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const site = await openSite(app);
  const asked = await ask(app, site.siteKey, {
    email: " Reader@Home.example ",
    language: "ru",
    frequency: "weekly",
    visit: { visitAge: 0 },
  });
  expect([asked.status, await asked.json()]).toEqual([202, { state: "check-mail" }]);
  await app.work();
  const letter = server.lastTo("Reader@home.example").mail;
  expect(letter.subject).toBe("Подтвердите подписку на письма «Tea & co»");
  const confirmUrl = linkIn(server, "Reader@home.example", "confirm");
  for (const method of ["GET", "HEAD", "GET"]) {
    const seen = await open(app, confirmUrl, { method });
    expect(seen.status).toBe(200);
    expect(seen.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  }
  expect(await list(app, site.id)).toMatchObject([{ address: "Reader@home.example", state: "asked" }]);
  const pressed = await open(app, confirmUrl, { method: "POST" });
  expect(await pressed.text()).toContain("Готово: вы получаете письма от «Tea &#38; co»");
  const [subscriber] = await list(app, site.id, "?state=confirmed&search=reader");
  expect(subscriber).toMatchObject({ state: "confirmed", frequency: "weekly" });
  const Shown = z.object({
    consents: z.array(
      z.object({ deed: z.string(), words: z.string().nullable(), pageUrl: z.string().nullable() }),
    ),
  });
  // listSubscribers, then getSubscriber
  const shown = await read(app.owner.get(`/api/subscribers/${subscriber?.id}`), Shown);
  expect(shown.consents).toMatchObject([
    { deed: "confirmed" },
    { deed: "asked", pageUrl: page, words: expect.stringContaining("Я хочу получать письма от «Tea & co»") },
  ]);
  await app.eventLog.flush();
  const events = await app.house.events.query({
    query: "select kind, name, page_path from event where kind = 'subscribe'",
    format: "JSONEachRow",
  });
  expect(await events.json()).toEqual([{ kind: "subscribe", name: "email", page_path: "/black" }]);
});

test("who asks that nothing be measured subscribes all the same, and no event tells of it", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const site = await openSite(app);
  expect((await ask(app, site.siteKey, { email: "quiet@home.example" })).status).toBe(202);
  await app.work();
  await open(app, linkIn(server, "quiet@home.example", "confirm"), { method: "POST" });
  expect(await list(app, site.id, "?state=confirmed")).toMatchObject([{ address: "quiet@home.example" }]);
  await app.eventLog.flush();
  const events = await app.house.events.query({
    query: "select count() as n from event where kind = 'subscribe'",
    format: "JSONEachRow",
  });
  expect(await events.json()).toEqual([{ n: 0 }]);
});

test("nobody learns who subscribes: a known address, a robot and a full mailbox get the same answer, and no other letter", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { siteKey, id } = await openSite(app);
  const same = [202, { state: "check-mail" }];
  const answer = async (body: object) => {
    const response = await ask(app, siteKey, body);
    return [response.status, await response.json()];
  };
  expect(await answer({ email: "reader@home.example" })).toEqual(same);
  await app.work();
  await open(app, linkIn(server, "reader@home.example", "confirm"), { method: "POST" });
  expect(await answer({ email: "READER@home.example" })).toEqual(same);
  await app.work();
  expect(server.lastTo("reader@home.example").mail.subject).toBe("You already get letters from Tea & co");
  expect(await list(app, id)).toHaveLength(1);
  const count = server.taken.length;
  for (let index = 0; index < 4; index += 1)
    expect(await answer({ email: "reader@home.example" })).toEqual(same);
  expect(await answer({ email: "robot@home.example", honeypot: "http://spam.example" })).toEqual(same);
  await app.work();
  expect(server.taken).toHaveLength(count);
  const bad = await ask(app, siteKey, { email: "reader@home.example\r\nBcc: all@home.example" });
  expect(bad.status).toBe(400);
  expect(await bad.json()).toMatchObject({
    code: "invalid",
    hint: expect.stringContaining("name@example.com"),
  });
});

const victim = (index: number) => ({ email: `victim${index}@home.example` });

test("other people's mailboxes can't be bombed: doubt asks for work that is taken once, and numbers end it", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { siteKey } = await openSite(app);
  for (let index = 0; index < askingLimits.doubtPerDomainAnHour; index += 1)
    expect((await ask(app, siteKey, victim(index))).status).toBe(202);
  const doubted = await ask(app, siteKey, victim(100));
  expect(doubted.status).toBe(403);
  const proofOfWork = await solve(await doubted.json());
  expect((await ask(app, siteKey, { ...victim(100), proofOfWork: "e30=" })).status).toBe(403);
  expect((await ask(app, siteKey, { ...victim(100), proofOfWork })).status).toBe(202);
  expect((await ask(app, siteKey, { ...victim(101), proofOfWork })).status).toBe(403);
  const quick = await ask(app, siteKey, { email: "q@elsewhere.example", filledMs: 20 });
  expect(quick.status).toBe(403);
  await app.work();
  expect(server.taken).toHaveLength(askingLimits.doubtPerDomainAnHour + 1);
  // A browser without a head solves every puzzle; a wave that nobody confirms is stopped all the same.
  await app.house.database.transact("*", async (db) => {
    const { id, workspaceId } = await db
      .selectFrom("site")
      .select(["id", "workspaceId"])
      .executeTakeFirstOrThrow();
    const row = { siteId: id, workspaceId, at: app.house.now(), emailPrint: "x", domainPrint: "x" };
    await db
      .insertInto("subscriptionAsking")
      .values(Array.from({ length: askingLimits.attackFrom }, () => ({ ...row, id: crypto.randomUUID() })))
      .execute();
  });
  expect((await ask(app, siteKey, { email: "late@elsewhere.example", proofOfWork })).status).toBe(429);
});

async function solve(answer: unknown): Promise<string> {
  const { challenge } = z
    .object({ challenge: z.object({ parameters: z.record(z.string(), z.unknown()), signature: z.string() }) })
    .parse(answer);
  const solution = await solveChallenge({ challenge: challenge as never, deriveKey }); // as the server made it
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

test("one address asks for few letters an hour, and is told when to come back", async () => {
  await using app = await createApp();
  const { siteKey } = await openSite(app);
  const statuses: number[] = [];
  for (let index = 0; index < 4; index += 1) {
    const asked = await app.app.request(
      `http://samovar.test/letters/${siteKey}/subscriptions`,
      {
        method: "POST",
        headers: { Origin: origin, "Content-Type": "application/json" },
        body: JSON.stringify({ page, filledMs: 5000, email: `r${index}@d${index}.example` }),
      },
      { incoming: { socket: { remoteAddress: "203.0.113.7", remoteFamily: "IPv4" } } },
    );
    statuses.push(asked.status);
  }
  expect(statuses).toEqual([202, 202, 403, 403]);
});

test("a subscriber chooses, leaves by one click of his mail program, comes back, sees what is known and is forgotten", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { id, siteKey } = await openSite(app);
  const settings = await app.owner.request(`/api/sites/${id}/subscription-settings`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      frequencies: ["daily", "weekly"],
      feedUrl: "https://tea.example/feed.xml",
      topics: [{ name: "Black tea" }, { name: "Green <tea>" }],
    }),
  });
  const { topics } = z.object({ topics: z.array(z.object({ id: z.uuid() })) }).parse(await settings.json());
  // What changeSubscriptionSettings kept, getSubscriptionSettings shows.
  expect(await (await app.owner.get(`/api/sites/${id}/subscription-settings`)).json()).toMatchObject({
    frequencies: ["daily", "weekly"],
    hasPush: true,
    formUrl: `http://samovar.test/letters/${siteKey}/form`,
  });
  const offer = await app.app.request(`http://samovar.test/letters/${siteKey}`, {
    headers: { Origin: origin },
  });
  expect(await offer.json()).toMatchObject({
    siteName: "Tea & co",
    frequencies: ["daily", "weekly"],
    feedUrl: "https://tea.example/feed.xml",
    topics: [{ name: "Black tea" }, { name: "Green <tea>" }],
    pushKey: expect.stringMatching(/^[\w-]{87}$/),
  });
  await ask(app, siteKey, {
    email: "reader@home.example",
    topics: [topics[0]?.id, crypto.randomUUID()],
    frequency: "each",
  });
  await app.work();
  await open(app, linkIn(server, "reader@home.example", "confirm"), { method: "POST" });
  expect(await list(app, id)).toMatchObject([{ frequency: "daily", topicIds: [topics[0]?.id] }]);
  await ask(app, siteKey, { email: "reader@home.example" });
  await app.work();
  const { mail, raw } = server.lastTo("reader@home.example");
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  const wishesUrl = linkIn(server, "reader@home.example", "wishes");
  const shown = await (await open(app, wishesUrl)).text();
  expect(shown).toContain("Green &#60;tea&#62;");
  const kept = await open(app, wishesUrl, {
    method: "POST",
    body: new URLSearchParams([
      ["topics", topics[1]?.id ?? ""],
      ["frequency", "weekly"],
      ["language", "ru"],
    ]),
  });
  expect(await kept.text()).toContain("Сохранено.");
  const leaveUrl = /https?:\S+\/letter\/leave\/[\w.-]+/.exec(mail.text ?? "")?.[0] ?? "";
  expect((await open(app, leaveUrl)).status).toBe(200);
  expect(await list(app, id)).toMatchObject([
    { state: "confirmed", frequency: "weekly", topicIds: [topics[1]?.id] },
  ]);
  const left = await open(app, leaveUrl, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(left.status).toBe(200);
  expect(await list(app, id)).toMatchObject([{ state: "left" }]);
  await open(app, leaveUrl.replace("/leave/", "/return/"), { method: "POST" });
  expect(await list(app, id)).toMatchObject([{ state: "confirmed" }]);
  const data = await (await open(app, wishesUrl.replace("/wishes/", "/data/"))).json();
  expect(data).toMatchObject({ address: "reader@home.example", topics: ["Green <tea>"] });
  expect(JSON.stringify(data)).toContain('"deed":"left"');
  const forgetUrl = wishesUrl.replace("/wishes/", "/forget/");
  expect((await open(app, forgetUrl)).status).toBe(200);
  expect(await list(app, id)).toHaveLength(1);
  expect((await open(app, forgetUrl, { method: "POST" })).status).toBe(200);
  expect(await list(app, id)).toEqual([]);
  expect((await open(app, wishesUrl)).status).toBe(404);
  expect(await (await app.owner.get("/api/mails")).text()).not.toContain("reader@home.example");
});
