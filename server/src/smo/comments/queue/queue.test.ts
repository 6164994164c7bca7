import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { join, openWorkspace, read } from "#src/testing/people.ts";
import type { TestClient } from "#src/testing/test-client.ts";
import { judge } from "#src/smo/moderation/index.ts";
import { addComment } from "../add-comment.ts";
import { changeCommentState } from "../change-comment-state.ts";
import { openAuthor } from "../comment-authors.ts";
import { openThread } from "../find-thread.ts";
import type { CommentState } from "../schema.ts";
import { noteReading, refreshTrust } from "./refresh-trust.ts";

let app: TestApp;
let workspaceId: string;
let siteId: string;
beforeAll(async () => {
  app = await createApp();
  const me = await read(
    app.owner.get("/api/me"),
    z.object({ workspaces: z.array(z.object({ id: z.uuid() })) }),
  );
  workspaceId = z.uuid().parse(me.workspaces[0]?.id);
  siteId = await openSite("https://tea.example");
});
afterAll(() => app[Symbol.asyncDispose]());

const openSite = async (origin: string) =>
  (await read(app.owner.post("/api/sites", { name: origin.slice(8), origin }), z.object({ id: z.uuid() })))
    .id;

interface Said {
  readonly body: string;
  readonly state?: CommentState;
  readonly path?: string;
  readonly siteId?: string;
  readonly authorId?: string;
  readonly parentId?: string;
  readonly address?: string;
  readonly email?: string;
}

/** A comment as the talk's routes keep it: judged, then kept in the given state. */
async function say(said: Said) {
  const now = app.house.now();
  return app.house.database.transact(workspaceId, async (db) => {
    const inside = app.house.inside(db);
    const site = said.siteId ?? siteId;
    const thread = await openThread(db, { siteId: site, path: said.path ?? "/tea" }, { now });
    const authorId =
      said.authorId ??
      (await openAuthor(db, { siteId: site, kind: "guest", name: "Guest", email: said.email }, now)).id;
    const row = await addComment(inside, {
      threadId: thread.id,
      authorId,
      source: "page",
      body: said.body,
      state: said.state ?? "held",
      createdAt: now,
      parentId: said.parentId ?? null,
      verdict: {
        reasons: [{ phase: "firstComment", decision: "hold", code: "newcomer" }],
        spamScore: 0.4,
        toxicityScore: 0.1,
      },
    });
    if (!row) throw new Error("It was here already");
    await judge(db, {
      siteId: site,
      workspaceId,
      commentId: row.id,
      kind: "comment",
      text: said.body,
      author: { id: authorId, trust: 0, isVerified: false },
      source: "page",
      pageUrl: "https://tea.example/tea",
      at: now,
      ...(said.address !== undefined && { address: said.address }),
    });
    return { id: row.id, authorId };
  });
}

const Queue = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      reasons: z.array(z.object({ phase: z.string(), code: z.string() })),
      reportCount: z.int(),
      author: z.object({ id: z.string(), trust: z.int(), bannedAt: z.string().nullable() }),
    }),
  ),
  next: z.string().nullable(),
});
const queue = (query: string, client: TestClient = app.owner) =>
  read(client.get(`/api/comment-queue?${query}`), Queue);

const Decided = z.object({
  id: z.uuid(),
  done: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
  skipped: z.array(z.object({ id: z.string(), state: z.string().nullable(), why: z.string() })),
  banned: z.int(),
});
const seen = (...ids: readonly string[]) => ids.map((id) => ({ id, state: "held" }));
const decide = (body: object, client: TestClient = app.owner) => client.post("/api/comment-decisions", body);

const stateOf = async (id: string) =>
  (
    await read(
      app.owner.get(`/api/comment-queue/${id}`),
      z.object({ comment: z.object({ state: z.string() }) }),
    )
  ).comment.state;

const scoreOf = async (text: string, site = siteId) =>
  read(
    app.owner.post(`/api/sites/${site}/moderation/scores`, { text }),
    z.object({ spamScore: z.number(), toxicityScore: z.number() }),
  );

describe("the queue", () => {
  test("lists what waits, newest first, page by page, with reasons, and by site", async () => {
    const other = await openSite("https://queue.example");
    const said = [];
    for (let at = 0; at < 5; at += 1)
      said.push(await say({ siteId: other, body: `Comment ${at} about cups` }));
    const first = await queue(`siteId=${other}&limit=3`);
    const second = await queue(`siteId=${other}&limit=3&after=${first.next}`);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual(said.map(({ id }) => id).toReversed());
    expect(second.next).toBeNull();
    expect(first.items[0]?.reasons).toEqual([
      expect.objectContaining({ phase: "firstComment", code: "newcomer" }),
    ]);
    const counts = await app.owner.get(`/api/comment-queue/counts?siteId=${other}`);
    expect(await counts.json()).toEqual({ held: 5, reported: 0, spam: 0, rejected: 0 });
  });

  test("shows what readers reported, and a decision settles it", async () => {
    const { id } = await say({ body: "Published, and not liked by everybody", state: "published" });
    await app.house.database.transact(workspaceId, async (db) => {
      await db
        .insertInto("commentReport")
        .values({ commentId: id, voter: "1", reason: "abuse", text: "rude", at: app.house.now() })
        .execute();
      await db.updateTable("comment").set({ reportCount: 1 }).where("id", "=", id).execute();
    });
    expect((await queue("reported=true")).items).toMatchObject([{ id, reportCount: 1 }]);
    const found = await read(
      app.owner.get(`/api/comment-queue/${id}`),
      z.object({ reports: z.array(z.object({ reason: z.string(), text: z.string() })) }),
    );
    expect(found.reports).toEqual([{ reason: "abuse", text: "rude" }]);
    await read(decide({ comments: [{ id, state: "published" }], decision: "publish" }), Decided);
    expect((await queue("reported=true")).items).toEqual([]);
  });

  test("shows a comment's case: what it answers, what answers it, and what became of it", async () => {
    const root = await say({ body: "The root", state: "published", path: "/case" });
    const answer = await say({ body: "The answer", path: "/case", parentId: root.id });
    const below = await say({ body: "Below it", path: "/case", parentId: answer.id });
    await read(decide({ comments: seen(answer.id), decision: "publish" }), Decided);
    const found = await read(
      app.owner.get(`/api/comment-queue/${answer.id}`),
      z.object({
        changes: z.array(z.object({ byName: z.string(), fromState: z.string(), toState: z.string() })),
        above: z.array(z.object({ id: z.string() })),
        below: z.array(z.object({ id: z.string() })),
      }),
    );
    expect(found.changes).toEqual([{ byName: "Olga Owner", fromState: "held", toState: "published" }]);
    expect(found.above.map(({ id }) => id)).toEqual([root.id]);
    expect(found.below.map(({ id }) => id)).toEqual([below.id]);
  });

  test("is nobody's but the workspace's moderators'", async () => {
    const { id } = await say({ body: "Ours alone" });
    const elsewhere = await openWorkspace(app.owner, "Coffee house");
    expect((await queue("", elsewhere.owner)).items).toEqual([]);
    expect((await decide({ comments: seen(id), decision: "publish" }, elsewhere.owner)).status).toBe(404);
    const viewer = await join(app, app.owner, "viewer");
    expect((await viewer.get("/api/comment-queue")).status).toBe(403);
    const moderator = await join(app, app.owner, "moderator");
    expect((await decide({ comments: seen(id), decision: "publish" }, moderator)).status).toBe(201);
  });
});

describe("a decision", () => {
  test("is made about many at once, teaches the scorers, and is taken back whole", async () => {
    const site = await openSite("https://many.example");
    const text = "trays for teapots on the market square every Sunday morning";
    const before = await scoreOf(text, site);
    const ids = [];
    for (const part of ["hand painted", "cheap and new", "bring your friends to"])
      ids.push((await say({ siteId: site, body: `${part} trays on the market square` })).id);
    const decided = await read(decide({ comments: seen(...ids), decision: "spam" }), Decided);
    expect(decided.done.map(({ from, to }) => `${from}>${to}`)).toEqual(Array(3).fill("held>spam"));
    expect((await scoreOf(text, site)).spamScore).toBeGreaterThan(before.spamScore);
    const undone = await read(app.owner.delete(`/api/comment-decisions/${decided.id}`), Decided);
    expect(undone.done.map(({ to }) => to)).toEqual(["held", "held", "held"]);
    expect((await scoreOf(text, site)).spamScore).toBe(before.spamScore);
    const again = await app.owner.delete(`/api/comment-decisions/${decided.id}`);
    expect(again.status).toBe(409);
    const restored = await queue(`siteId=${site}`);
    expect(restored.items[0]?.reasons).toEqual([expect.objectContaining({ code: "newcomer" })]);
  });

  test("to reject as toxic teaches what is toxic here, and nothing about spam", async () => {
    const site = await openSite("https://toxic.example");
    const text = "people who drink tea from bags should not be let in here";
    const before = await scoreOf(text, site);
    const { id } = await say({ siteId: site, body: `${text}, ever` });
    await read(decide({ comments: seen(id), decision: "reject", rejectedAs: "toxic" }), Decided);
    const after = await scoreOf(text, site);
    expect(after.toxicityScore).toBeGreaterThan(before.toxicityScore);
    expect(after.spamScore).toBe(before.spamScore);
  });

  test("by two at once is made once: the second is told what happened", async () => {
    const { id } = await say({ body: "Two moderators look at this" });
    const answers = await Promise.all([
      decide({ comments: seen(id), decision: "publish" }),
      decide({ comments: seen(id), decision: "spam" }),
    ]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, 409]);
    const refused = await answers.find(({ status }) => status === 409)?.json();
    expect(refused).toMatchObject({ title: expect.stringMatching(/by now/), hint: expect.any(String) });
  });

  test("about what its author has edited or deleted in the meantime is not made blindly", async () => {
    const [edited, deleted, same] = [
      await say({ body: "Was harmless" }),
      await say({ body: "Is gone soon" }),
      await say({ body: "Stays as it is" }),
    ];
    await app.house.database.transact(workspaceId, async (db) => {
      await db
        .updateTable("comment")
        .set({ editedAt: app.house.now(), body: "Is harmless no more" })
        .where("id", "=", edited.id)
        .execute();
      const by = { kind: "author" } as const;
      await changeCommentState(app.house.inside(db), {
        commentId: deleted.id,
        to: "deleted",
        by,
        now: app.house.now(),
      });
    });
    const alone = await decide({ comments: seen(edited.id), decision: "publish" });
    expect(alone.status).toBe(409);
    expect(await alone.json()).toMatchObject({ title: "The author has edited the comment since you saw it" });
    expect((await decide({ comments: seen(deleted.id), decision: "publish" })).status).toBe(409);
    const many = await read(
      decide({ comments: seen(edited.id, deleted.id, same.id), decision: "publish" }),
      Decided,
    );
    expect(many.done).toEqual([{ id: same.id, from: "held", to: "published" }]);
    expect(many.skipped).toEqual(
      expect.arrayContaining([
        { id: edited.id, state: "held", why: "edited" },
        { id: deleted.id, state: "deleted", why: "gone" },
      ]),
    );
    expect(await stateOf(edited.id)).toBe("held");
  });

  test("with a ban stops account, e-mail and address, and undoing it lifts them", async () => {
    const { id, authorId } = await say({
      body: "Buy nothing from me",
      email: "bad@bad.example",
      address: "203.0.113.66",
    });
    const decided = await read(
      decide({
        comments: seen(id),
        decision: "spam",
        ban: { effect: "ban", author: true, email: true, address: true },
      }),
      Decided,
    );
    expect(decided.banned).toBe(3);
    const knock = (submission: object) =>
      app.house.database.transact(workspaceId, (db) =>
        judge(db, {
          siteId,
          workspaceId,
          kind: "comment",
          text: `Other words of ${JSON.stringify(submission)}`,
          author: { trust: 1, isVerified: false },
          source: "page",
          pageUrl: "https://tea.example/",
          at: app.house.now(),
          ...submission,
        }),
      );
    const codes = async (submission: object) => (await knock(submission)).reasons.map(({ code }) => code);
    expect(await codes({ address: "203.0.113.66" })).toEqual(["banned_address"]);
    expect(await codes({ email: "Bad@bad.example" })).toEqual(["banned_email"]);
    expect(await codes({ author: { id: authorId, trust: 1, isVerified: false } })).toEqual(["banned_author"]);
    expect((await queue(`state=spam&authorId=${authorId}`)).items[0]?.author.bannedAt).not.toBeNull();
    await read(app.owner.delete(`/api/comment-decisions/${decided.id}`), Decided);
    expect(await codes({ address: "203.0.113.66" })).not.toContain("banned_address");
    expect((await queue(`authorId=${authorId}`)).items[0]?.author.bannedAt).toBeNull();
  });

  test("to delete is for good, and says so", async () => {
    const { id } = await say({ body: "Delete me" });
    const decided = await read(decide({ comments: seen(id), decision: "delete" }), Decided);
    const undo = await app.owner.delete(`/api/comment-decisions/${decided.id}`);
    expect(undo.status).toBe(409);
    expect(await undo.json()).toMatchObject({ title: "What was deleted does not come back" });
  });

  test("about a comment that is not there is refused by its id", async () => {
    const id = "0192f0c1-2345-7abc-8def-0123456789ab";
    const answer = await decide({ comments: seen(id), decision: "publish" });
    expect(answer.status).toBe(404);
    expect(JSON.stringify(await answer.json())).toContain(id);
  });
});

test("an author rises by approved talk and reading days, and falls by what is called spam", async () => {
  const author = await app.house.database.transact(workspaceId, (db) =>
    openAuthor(
      db,
      {
        siteId,
        kind: "email",
        subject: "ann@a.example",
        name: "Ann",
        email: "ann@a.example",
        isEmailVerified: true,
      },
      app.house.now(),
    ),
  );
  const trustOf = () =>
    app.house.database.transact(workspaceId, async (db) => {
      await refreshTrust(db, { authorIds: [author.id], now: app.house.now() });
      const row = await db
        .selectFrom("commentAuthor")
        .select("trust")
        .where("id", "=", author.id)
        .executeTakeFirstOrThrow();
      return row.trust;
    });
  expect(await trustOf()).toBe(0);
  const ids = [];
  for (let at = 0; at < 6; at += 1)
    ids.push((await say({ authorId: author.id, body: `Ann's comment ${at}`, path: `/ann/${at}` })).id);
  await read(decide({ comments: seen(...ids), decision: "publish" }), Decided);
  expect(await trustOf()).toBe(1);
  for (let day = 0; day < 8; day += 1) {
    await app.advance(86_400_000);
    await app.house.database.transact(workspaceId, (db) =>
      noteReading(db, { authorId: author.id, now: app.house.now() }),
    );
  }
  expect(await trustOf()).toBe(2);
  const spam = ids.slice(0, 2).map((id) => ({ id, state: "published" }));
  await read(decide({ comments: spam, decision: "spam" }), Decided);
  expect(await trustOf()).toBe(0);
});
