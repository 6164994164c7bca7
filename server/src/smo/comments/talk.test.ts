import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { createTalk, createVisitor, origin, page } from "./testing/talking.ts";

const Comment = z.object({
  id: z.uuid(),
  state: z.string(),
  html: z.string(),
  isOwn: z.boolean(),
  descendantCount: z.int(),
  reactions: z.record(z.string(), z.int()),
  replies: z.array(z.object({ id: z.uuid(), html: z.string() })),
});
const Posted = z.object({ comment: Comment, token: z.string(), form: z.string() });
const Thread = z.object({
  id: z.uuid().nullable(),
  items: z.array(Comment),
  own: z.array(Comment),
  pinned: z.array(Comment),
  next: z.string().nullable(),
  commentCount: z.int(),
  version: z.string(),
  rating: z.object({ average: z.number(), count: z.int() }).nullable(),
});
const Id = z.object({ id: z.uuid() });

/** A site whose newcomers are published at once, and whose visitors fill forms as slowly as people do. */
async function openTalk(app: TestApp) {
  const talk = await createTalk(app);
  const { id } = talk.site;
  const rules = {
    holdFirst: "never",
    fastestMs: 0,
    perAddress: 1000,
    perAuthor: 1000,
    perSite: 10_000,
    spamHold: 1,
  };
  await read(app.owner.patch(`/api/sites/${id}/moderation`, { rules }), z.unknown());
  const readTalk = (query: Readonly<Record<string, string>> = {}) =>
    read(talk.visitor.get("thread", { url: page, sort: "old", ...query }), Thread);
  return { ...talk, readTalk, api: `/api/sites/${id}` };
}

test("a comment is read by all, answered, reacted to, edited and taken away; its place stays under what hangs below it", async () => {
  await using app = await createApp();
  const { visitor, readTalk, site } = await openTalk(app);
  const root = await read(visitor.post({ body: "Good **tea** at https://leaf.example/x." }), Posted);
  expect(root.comment.html).toContain('<a href="https://leaf.example/x" rel="ugc nofollow noopener">');
  const guest = createVisitor(app.app, {
    siteKey: site.siteKey,
    agent: "Mozilla/5.0 (Windows) Chrome/140.0",
  });
  await read(
    guest.post({ name: "Boris", body: "> Good tea\n@Anna it is", parentId: root.comment.id }),
    Posted,
  );
  const seen = await readTalk();
  expect(seen.commentCount).toBe(2);
  expect(seen.items[0]).toMatchObject({ isOwn: false, descendantCount: 1 });
  expect(seen.items[0]?.replies[0]?.html).toContain("<blockquote><p>Good tea</p></blockquote>");

  const like = `comments/${root.comment.id}/reactions/like`;
  for (const time of [1, 2]) expect((await guest.send("PUT", like)).status, `time ${time}`).toBe(200);
  expect((await readTalk()).items[0]?.reactions).toEqual({ like: 1 });
  expect((await guest.send("PUT", like.replace("like", "burn"))).status).toBe(400);

  const path = `comments/${root.comment.id}`;
  expect((await guest.send("PATCH", path, { body: "mine now" })).status).toBe(403);
  const own = visitor.as(root.token);
  const edited = await read(own.send("PATCH", path, { body: "Better tea" }), Comment);
  expect(edited.html).toBe("<p>Better tea</p>");
  const gone = await read(own.send("DELETE", path), Comment);
  expect(gone).toMatchObject({ state: "deleted", html: "" });
  const late = await own.send("PATCH", path, { body: "Come back" });
  expect([late.status, await late.json()]).toMatchObject([409, { title: "The comment is deleted" }]);
  const after = await readTalk();
  expect(after).toMatchObject({ commentCount: 1, items: [{ state: "deleted" }] });

  const idle = await visitor.get("changes", { url: page, since: after.version });
  expect(idle.status).toBe(204);
});

test("what waits is seen by nobody but its author, and an author can edit for a quarter of an hour", async () => {
  await using app = await createApp();
  const { visitor, readTalk, api } = await openTalk(app);
  await read(app.owner.patch(`${api}/comment-settings`, { premoderation: "everything" }), z.unknown()); // changeCommentSettings
  const posted = await read(visitor.post({ body: "May I?" }), Posted);
  expect(posted.comment.state).toBe("held");
  expect(await readTalk()).toMatchObject({ commentCount: 0, items: [], own: [] });
  const mine = await read(visitor.as(posted.token).get("thread", { url: page }), Thread);
  expect(mine.own).toMatchObject([{ id: posted.comment.id, state: "held" }]);
  await app.advance(16 * 60_000);
  const late = await visitor
    .as(posted.token)
    .send("PATCH", `comments/${posted.comment.id}`, { body: "More" });
  expect(late.status).toBe(409);
});

test("forged, replayed and broken forms are refused, and so is what is no comment", async () => {
  await using app = await createApp();
  const { visitor, readTalk, site } = await openTalk(app);
  const { form } = await read(visitor.get("form"), z.object({ form: z.string() }));
  const said = { url: page, name: "Anna", body: "Once" };
  expect((await visitor.send("POST", "comments", { ...said, form: `${form}x` })).status).toBe(403);
  await read(visitor.send("POST", "comments", { ...said, form }), Posted);
  expect((await visitor.send("POST", "comments", { ...said, form })).status).toBe(409);

  const long = await visitor.post({ body: "x".repeat(10_001) });
  expect([long.status, await long.json()]).toMatchObject([
    400,
    { title: "body: has 10001 characters; a comment may have 10000" },
  ]);
  expect((await visitor.post({ body: "x".repeat(1024 * 1024) })).status).toBe(413);
  expect((await visitor.post({ body: " \u200b\u202e " })).status).toBe(400);
  expect((await visitor.post({ body: "ok", url: "https://evil.example/" })).status).toBe(400);
  expect((await visitor.post({ body: "ok", email: "no address" })).status).toBe(400);
  expect((await visitor.post({ body: "ok", rating: 5 })).status).toBe(400);
  expect((await visitor.post({ body: "ok", parentId: site.id })).status).toBe(404);
  const stranger = createVisitor(app.app, { siteKey: site.siteKey, origin: "https://evil.example" });
  expect((await stranger.get("thread", { url: page })).status).toBe(403);
  expect((await readTalk()).commentCount).toBe(1);

  const sly = await read(
    visitor.post({
      body: `<script>alert(1)</script> a\u202eb z${"\u0300".repeat(500)} [x](javascript:alert(1))`,
    }),
    Posted,
  );
  expect(sly.comment.html).not.toMatch(/<script|\u202e|href/);
  expect(sly.comment.html.match(/\u0300/g)).toHaveLength(2);
});

test("pages of a long thread follow each other in every order, and a permalink opens at its place", async () => {
  await using app = await createApp();
  const { visitor, readTalk } = await openTalk(app);
  const ids: string[] = [];
  for (let number = 0; number < 7; number += 1) {
    ids.push(
      (await read(visitor.post({ name: `Guest ${number}`, body: `Thought number ${number}` }), Posted))
        .comment.id,
    );
  }
  await visitor.send("PUT", `comments/${ids[3]}/reactions/love`);
  const expected = { old: ids, new: ids.toReversed() };
  for (const sort of ["old", "new", "best"] as const) {
    const read1 = await readTalk({ sort, limit: "3" });
    const read2 = await readTalk({ sort, limit: "3", after: read1.next ?? "" });
    const read3 = await readTalk({ sort, limit: "3", after: read2.next ?? "" });
    const all = [read1, read2, read3].flatMap(({ items }) => items.map(({ id }) => id));
    expect(read3.next).toBeNull();
    if (sort === "best") expect([all[0], new Set(all).size]).toEqual([ids[3], 7]);
    else expect(all).toEqual(expected[sort]);
  }
  const around = await readTalk({ around: String(ids[4]) });
  expect(around.items.map(({ id }) => id)).toEqual(ids.slice(4));
  expect((await visitor.get("thread", { url: page, after: "nonsense" })).status).toBe(400);
});

test("a renamed page keeps its talk, and two threads become one with all that they count", async () => {
  await using app = await createApp();
  const { visitor, readTalk, api } = await openTalk(app);
  await read(visitor.post({ body: "On the old page" }), Posted);
  await read(visitor.post({ name: "Boris", body: "On the other", url: `${origin}/other` }), Posted);
  const { items } = await read(app.owner.get(`${api}/threads`), z.object({ items: z.array(Id) })); // listThreads
  const thread = await readTalk();
  expect(items.map(({ id }) => id)).toContain(thread.id);
  const move = (url: string) => app.owner.post(`/api/threads/${thread.id}/address`, { url }); // moveCommentThread
  expect(await read(move(`${origin}/renamed`), z.looseObject({}))).toMatchObject({
    url: `${origin}/renamed`,
  });
  expect((await readTalk()).commentCount).toBe(1);
  const merged = await read(move(`${origin}/other`), z.looseObject({ id: z.uuid() }));
  expect(merged).toMatchObject({
    commentCount: 2,
    paths: expect.arrayContaining(["/samovars", "/renamed", "/other"]),
  });
  expect((await readTalk()).commentCount).toBe(2);
  await read(app.owner.patch(`/api/threads/${merged.id}`, { isClosed: true }), Id); // changeThread
  expect((await visitor.post({ body: "Too late" })).status).toBe(409);
  await read(app.owner.get(`/api/threads/${merged.id}`), Id); // getThread
});

test("the team answers and pins, readers rate and vote, and an erased author is gone with his words", async () => {
  await using app = await createApp();
  const { visitor, readTalk, api } = await openTalk(app);
  await read(
    app.owner.patch(`${api}/comment-settings`, { hasRatings: true, teamName: "Tea team" }),
    z.unknown(),
  );
  expect(await read(app.owner.get(`${api}/comment-settings`), z.looseObject({}))).toMatchObject({
    hasRatings: true,
  }); // getCommentSettings
  expect((await visitor.post({ name: "tea TEAM", body: "It is us" })).status).toBe(400);
  const review = await read(
    visitor.post({ body: "Four of five", rating: 4, email: "anna@tea.example" }),
    Posted,
  );
  expect((await visitor.as(review.token).post({ body: "Again", rating: 1 })).status).toBe(409);
  const answer = { body: "Thank you", isPinned: true };
  const said = await read(app.owner.post(`/api/comments/${review.comment.id}/answers`, answer), Id); // answerComment
  const seen = await readTalk();
  expect(seen).toMatchObject({ rating: { average: 4, count: 1 }, pinned: [{ id: said.id }] });
  await read(app.owner.delete(`/api/comments/${said.id}/pin`), Id); // unpinComment
  await read(app.owner.post(`/api/comments/${review.comment.id}/pin`), Id); // pinComment
  expect((await readTalk()).pinned).toMatchObject([{ id: review.comment.id }]);
  const report = { reason: "spam", text: "look" };
  expect((await visitor.send("POST", `comments/${review.comment.id}/reports`, report)).status).toBe(201);

  const poll = await read(app.owner.post(`${api}/polls`, { question: "Milk?", options: ["Yes", "No"] }), Id); // createPoll
  const vote = () => visitor.send("POST", `polls/${poll.id}/votes`, { options: [1] });
  expect(await read(vote(), z.looseObject({}))).toMatchObject({ voterCount: 1, mine: [1] });
  expect((await vote()).status).toBe(409);
  await read(app.owner.post(`/api/polls/${poll.id}/closing`), Id); // closePoll
  expect(await read(visitor.get(`polls/${poll.id}`), z.looseObject({}))).toMatchObject({ isClosed: true });
  expect((await read(app.owner.get(`${api}/polls`), z.object({ items: z.array(Id) }))).items).toHaveLength(1); // listPolls
  await read(app.owner.delete(`/api/polls/${poll.id}`), Id); // deletePoll
  expect((await visitor.get(`polls/${poll.id}`)).status).toBe(404);

  const found = await read(
    app.owner.get(`${api}/comment-authors?email=anna@tea.example`), // listCommentAuthors
    z.object({ items: z.array(Id) }),
  );
  await read(app.owner.delete(`/api/comment-authors/${found.items[0]?.id}`), Id); // eraseCommentAuthor
  await app.work();
  expect(await readTalk()).toMatchObject({ rating: null, commentCount: 1, items: [{ state: "deleted" }] });
  expect((await visitor.as(review.token).get("thread", { url: page })).status).toBe(401);
});

test("a site's own user is known by its token; a forged, foreign or expired one is refused in words", async () => {
  await using app = await createApp();
  const { visitor, site, api } = await openTalk(app);
  const { secret } = await read(
    app.owner.post(`${api}/comment-sso-secret`),
    z.object({ secret: z.string() }),
  ); // makeCommentSsoSecret
  const soon = Math.floor(Date.now() / 1000) + 600;
  const enter = async (sso: Promise<string>) => visitor.send("POST", "tokens", { sso: await sso });
  const { token } = await read(enter(sign(secret, site.siteKey, soon)), z.object({ token: z.string() }));
  await read(app.owner.patch(`${api}/comment-settings`, { whoMayPost: "own" }), z.unknown());
  expect((await visitor.post({ body: "I am a guest" })).status).toBe(401);
  expect((await visitor.as(token).post({ body: "I am Olga" })).status).toBe(201);
  for (const [sso, title] of [
    [sign("another secret", site.siteKey, soon), "The token was not signed with this site's secret"],
    [sign(secret, "another-site", soon), `The token's "aud" is missing or not as it should be`],
    [sign(secret, site.siteKey, soon - 6000), "The token has expired"],
    [sign(secret, site.siteKey, soon + 86_400), "The token is good for longer than an hour"],
    [Promise.resolve("nonsense"), "What was given is no token that this site signs"],
  ] as const) {
    const refused = await enter(sso);
    expect([refused.status, await refused.json()]).toMatchObject([401, { title }]);
  }
  await read(visitor.as(token).send("DELETE", "tokens"), z.unknown());
  expect((await visitor.as(token).post({ body: "Still here" })).status).toBe(401);
});

/** A token as the site's own server signs one for its user. */
const sign = (key: string, audience: string, exp: number) =>
  new SignJWT({ name: "Olga" })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("42")
    .setAudience(audience)
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(key));
