import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { openWorkspace, read } from "#src/testing/people.ts";
import { serveMail, serveSilence } from "#src/testing/serve-mail.ts";
import { type NewMail, sendMail } from "./index.ts";
import { mailLimits } from "./limits.ts";

const from = "Tea house <letters@tea.example>";
const minuteMs = 60_000;

const Listed = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      address: z.string(),
      state: z.string(),
      attempts: z.int(),
      reply: z.string().nullable(),
    }),
  ),
});
const State = z.object({
  goesBy: z.string(),
  waiting: z.int(),
  sent: z.int(),
  failed: z.int(),
  bounced: z.int(),
  suppressed: z.int(),
  suppressedAddresses: z.int(),
  trouble: z.object({ reply: z.string() }).nullable(),
});

const mails = async ({ owner }: TestApp) => (await read(owner.get("/api/mails"), Listed)).items;
const state = ({ owner }: TestApp) => read(owner.get("/api/mail"), State);

/** Asks for a letter in a transaction of its own, as a feature would. */
async function write(app: TestApp, to: string, more: Partial<NewMail> = {}): Promise<void> {
  const { database } = app.house;
  const { id } = await database.transact("*", (db) =>
    db.selectFrom("workspace").select("id").orderBy("id").executeTakeFirstOrThrow(),
  );
  const letter = { workspaceId: id, to, subject: "Tea", text: "Tea is ready", html: "<p>Tea is ready</p>" };
  await database.transact(id, (db) =>
    sendMail(app.house.inside(db), { ...letter, kind: "test.tea", language: "en", ...more }),
  );
}

test("a letter arrives with both texts, whom it is from, and the way out of more of them", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  await write(app, "reader@home.example", {
    subject: "Чай готов",
    replyTo: "host@tea.example",
    unsubscribe: { url: "http://samovar.test/letter/leave/abc" },
    language: "ru",
  });
  await app.work();
  const { mail, raw } = server.lastTo("reader@home.example");
  expect(mail).toMatchObject({ subject: "Чай готов", text: "Tea is ready", html: "<p>Tea is ready</p>" });
  expect(mail.from?.value).toEqual([{ address: "letters@tea.example", name: "Tea house" }]);
  expect(mail.replyTo?.value[0]?.address).toBe("host@tea.example");
  expect(raw).toContain("List-Unsubscribe: <http://samovar.test/letter/leave/abc>");
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(raw).toContain("Auto-Submitted: auto-generated");
  expect(await mails(app)).toMatchObject([{ address: "reader@home.example", state: "sent", attempts: 1 }]);
});

test("no header can be smuggled in by a subject, a name or an address", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  await write(app, "reader@home.example", {
    subject: "Tea\r\nBcc: all@home.example\r\n\r\nBuy now",
    fromName: 'Olga"\r\nX-Evil: 1\u202e',
  });
  await expect(write(app, "reader@home.example\r\nBcc: all@home.example")).rejects.toThrow(
    "no e-mail address",
  );
  await expect(write(app, "a@home.example, b@home.example")).rejects.toThrow("no e-mail address");
  await app.work();
  const { mail, to, raw } = server.lastTo("reader@home.example");
  expect(to).toEqual(["reader@home.example"]);
  expect(mail.subject).toBe("Tea Bcc: all@home.example Buy now");
  expect(mail.bcc).toBeUndefined();
  expect(raw).not.toMatch(/^X-Evil/m);
});

test("an address with a domain in another script goes out by its ASCII spelling", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  await write(app, "olga@Чай.рф");
  await app.work();
  expect(server.taken[0]?.raw).toContain("To: olga@xn--80as4b.xn--p1ai");
});

test("a letter that is asked for twice under one key is sent once", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  await write(app, "reader@home.example", { key: "issue 1" });
  await write(app, "reader@home.example", { key: "issue 1" });
  await app.work();
  expect(server.taken).toHaveLength(1);
});

test("a refusal for now is tried again later and later; one for ever ends it, and its address gets no more", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  server.refusals.set("grey@home.example", "450 4.7.1 Come back later");
  server.refusals.set("gone@home.example", "550 5.1.1 No such user");
  server.refusals.set("strict@home.example", "550 5.7.1 We don't like your face");
  for (const name of ["grey", "gone", "strict"]) await write(app, `${name}@home.example`);
  await app.work();
  expect(await state(app)).toMatchObject({ waiting: 1, bounced: 1, failed: 1, suppressedAddresses: 1 });
  expect((await state(app)).trouble?.reply).toContain("Come back later");
  await app.advance(30_000);
  await app.work();
  expect((await mails(app)).find(({ address }) => address.startsWith("grey"))?.attempts).toBe(1);
  server.refusals.delete("grey@home.example");
  await app.advance(2 * minuteMs);
  await app.work();
  expect(server.lastTo("grey@home.example").mail.subject).toBe("Tea");
  await write(app, "GONE@home.example");
  await app.work();
  expect((await mails(app))[0]).toMatchObject({ state: "suppressed", attempts: 0 });
  expect(server.taken).toHaveLength(1);
});

test("a mailbox that refuses for three days is given up", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  server.refusals.set("grey@home.example", "451 Try again");
  await write(app, "grey@home.example");
  for (let round = 0; round < 16; round += 1) {
    await app.work();
    await app.advance(6 * 60 * minuteMs);
  }
  const [mail] = await mails(app);
  expect(mail).toMatchObject({ state: "failed", reply: expect.stringContaining("Try again") });
  expect(mail?.attempts).toBeLessThan(16);
});

test("a server that takes the line and is silent is asked once, not by every letter, and again after a rest", async () => {
  await using silence = await serveSilence();
  await using app = await createApp({ mail: { smtpUrl: silence.smtpUrl, from, timeoutMs: 200 } });
  for (let index = 0; index < 12; index += 1) await write(app, `r${index}@home.example`);
  await app.work();
  expect(silence.visits()).toBe(1);
  expect(await state(app)).toMatchObject({ waiting: 12, failed: 0 });
  expect((await state(app)).trouble?.reply).toMatch(/timeout|timed out|never received/i);
  await app.advance(31_000);
  await app.work();
  expect(silence.visits()).toBe(2);
  expect((await mails(app)).every(({ attempts }) => attempts === 0)).toBe(true);
});

test("without a mail server letters wait and the app says so; a server of the workspace's own sends them", async () => {
  await using server = await serveMail({ user: "tea", password: "p@ss:word/%" });
  await using app = await createApp();
  await write(app, "reader@home.example");
  await app.work();
  expect(await state(app)).toMatchObject({ goesBy: "none", waiting: 1 });
  const early = await app.owner.post("/api/mail-settings/test-mails");
  expect(early.status).toBe(409);
  expect(await early.json()).toMatchObject({ hint: expect.stringContaining("SMTP_URL") });
  const settings = {
    host: "127.0.0.1",
    port: server.port,
    security: "none",
    user: "tea",
    from: "letters@tea.example",
  };
  const put = (more: object) =>
    app.owner.request("/api/mail-settings", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...settings, ...more }),
    });
  expect((await put({ password: "wrong" })).status).toBe(200);
  const refused = await read(
    app.owner.post("/api/mail-settings/test-mails"),
    z.object({ isSent: z.boolean(), reply: z.string() }),
  );
  expect(refused).toMatchObject({ isSent: false, reply: expect.stringMatching(/^535|Wrong user/) });
  expect((await put({ password: "p@ss:word/%" })).status).toBe(200);
  expect(await (await put({ fromName: "Tea" })).json()).toMatchObject({
    goesBy: "own",
    hasPassword: true,
    fromName: "Tea",
  });
  const tested = await app.owner.post("/api/mail-settings/test-mails", { language: "ru" });
  expect(await tested.json()).toMatchObject({ isSent: true, to: "olga@samovar.test" });
  expect(server.lastTo("olga@samovar.test").mail.subject).toBe("Пробное письмо из Самовара");
  await sweep(app);
  expect(server.lastTo("reader@home.example").mail.subject).toBe("Tea");
  const history = JSON.stringify(await (await app.owner.get("/api/history")).json());
  expect(history).toContain("changeMailSettings");
  expect(history).not.toContain("p@ss:word");
  const shown = await (await app.owner.get("/api/mail-settings")).text();
  expect(shown).not.toContain("p@ss");
  expect((await app.owner.delete("/api/mail-settings")).status).toBe(200);
  expect(await state(app)).toMatchObject({ goesBy: "none" });
});

/** The job that looks for letters that were left. */
async function sweep(app: TestApp): Promise<void> {
  await sql`select graphile_worker.add_job('mail.sendWaitingMail', '{}'::json)`.execute(
    app.house.database.kysely,
  );
  await app.work();
}

test("a letter whose worker died is sent by the next", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  await write(app, "reader@home.example");
  await app.house.database.transact("*", (db) =>
    db.updateTable("mail").set({ takenAt: app.house.now() }).execute(),
  );
  await app.work();
  expect(server.taken).toHaveLength(0);
  await app.advance(11 * minuteMs);
  await sweep(app);
  expect(server.taken).toHaveLength(1);
});

test("one address gets no more letters in an hour than a person would read; the rest wait and come", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  for (let index = 0; index < mailLimits.toOneAddress + 3; index += 1)
    await write(app, "Reader@home.example");
  await app.work();
  expect(server.taken).toHaveLength(mailLimits.toOneAddress);
  expect(await state(app)).toMatchObject({ waiting: 3 });
  await app.advance(61 * minuteMs);
  await app.work();
  expect(server.taken).toHaveLength(mailLimits.toOneAddress + 3);
});

test("what came back is reported as an address or as the report itself, and can be forgiven", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  expect((await app.owner.post("/api/mail-bounces", {})).status).toBe(400);
  const message = "Final-Recipient: rfc822; gone@home.example\r\nAction: failed\r\nStatus: 5.1.1\r\n";
  const told = await app.owner.post("/api/mail-bounces", {
    address: "Angry@home.example",
    kind: "complaint",
    message,
  });
  expect(await told.json()).toMatchObject({
    suppressed: [{ address: "Angry@home.example" }, { address: "gone@home.example" }],
  });
  await app.owner.post("/api/mail-suppressions", { address: "no@home.example", detail: "asked by phone" });
  const Suppressions = z.object({
    items: z.array(z.object({ id: z.string(), address: z.string(), reason: z.string() })),
  });
  const { items } = await read(app.owner.get("/api/mail-suppressions"), Suppressions);
  expect(items.map(({ address, reason }) => [address, reason])).toEqual([
    ["no@home.example", "manual"],
    ["gone@home.example", "bounce"],
    ["Angry@home.example", "complaint"],
  ]);
  const found = await read(
    app.owner.get("/api/mail-suppressions?address=ANGRY%40home.example"),
    Suppressions,
  );
  expect(found.items).toHaveLength(1);
  await app.owner.delete(`/api/mail-suppressions/${items[2]?.id}`);
  await write(app, "angry@home.example");
  await write(app, "gone@home.example");
  await app.work();
  expect(server.taken.map(({ to }) => to[0])).toEqual(["angry@home.example"]);
  const other = await openWorkspace(app.owner, "Coffee house");
  expect(await read(other.owner.get("/api/mail-suppressions"), Suppressions)).toEqual({ items: [] });
  expect(await read(other.owner.get("/api/mails"), z.object({ items: z.array(z.unknown()) }))).toEqual({
    items: [],
  });
});
