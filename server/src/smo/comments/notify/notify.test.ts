import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { serveMail, type TestMailServer } from "#src/testing/serve-mail.ts";
import { addComment } from "../add-comment.ts";
import { changeCommentState } from "../change-comment-state.ts";
import { openAuthor } from "../comment-authors.ts";
import { openThread } from "../find-thread.ts";
import { keepMentions } from "../mentions.ts";
import type { CommentState } from "../schema.ts";
import { createTalk } from "../testing/talking.ts";

const from = "Tea house <letters@tea.example>";
const minuteMs = 60_000;

interface Said {
  readonly by: string;
  readonly body: string;
  readonly to?: string;
  readonly state?: CommentState;
  readonly wantsReplies?: boolean;
}

/** A site with a thread, and people who speak in it; an e-mail is theirs unless it says otherwise. */
async function openRoom(app: TestApp) {
  const { site } = await createTalk(app);
  const { database } = app.house;
  const inside = async <T>(work: (db: ReturnType<TestApp["house"]["inside"]>) => Promise<T>) => {
    const { workspaceId } = await database.transact("*", (db) =>
      db.selectFrom("site").select("workspaceId").executeTakeFirstOrThrow(),
    );
    return database.transact(workspaceId, (db) => work(app.house.inside(db)));
  };
  const person = (name: string, isEmailVerified = true) =>
    inside(({ db }) => {
      const email = `${name.toLowerCase()}@home.example`;
      return openAuthor(
        db,
        { siteId: site.id, kind: "email", subject: email, name, email, isEmailVerified },
        app.house.now(),
      );
    });
  const write = (said: Said) =>
    inside(async (all) => {
      const now = app.house.now();
      const thread = await openThread(
        all.db,
        { siteId: site.id, path: "/samovars" },
        { now, title: "Samovars <old>" },
      );
      const row = await addComment(all, {
        threadId: thread.id,
        authorId: said.by,
        source: "page",
        body: said.body,
        state: said.state ?? "published",
        createdAt: now,
        parentId: said.to ?? null,
        wantsReplies: said.wantsReplies ?? false,
      });
      if (!row) throw new Error("The comment was not kept");
      await keepMentions(all.db, { id: row.id, siteId: site.id, threadId: thread.id, body: said.body });
      return row;
    });
  const decide = (commentId: string, to: CommentState) =>
    inside((all) =>
      changeCommentState(all, { commentId, to, by: { kind: "moderator" }, now: app.house.now() }),
    );
  return { site, person, write, decide };
}

const stopUrlIn = (server: TestMailServer, to: string): string =>
  /http:\/\/samovar\.test(\/talk-letter\/[\w.-]+)/.exec(server.lastTo(to).mail.text ?? "")?.[1] ?? "no link";

test("who was answered hears of it once, whoever else is in the talk does not, and one click ends it", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { person, write } = await openRoom(app);
  const [anna, boris, vera, stranger] = [
    await person("Anna"),
    await person("Boris"),
    await person("Vera"),
    await person("Stranger", false),
  ];
  const first = await write({ by: anna.id, body: "Which coal?", wantsReplies: true });
  const quiet = await write({ by: vera.id, body: "I want no letters" });
  const unproven = await write({ by: stranger.id, body: "Mine is not proved", wantsReplies: true });
  await write({ by: anna.id, to: first.id, body: "I mean charcoal" });
  for (const to of [first.id, quiet.id, unproven.id])
    await write({ by: boris.id, to, body: "Birch <b>coal</b>\nis best" });
  await app.work();
  expect(server.taken.map(({ to }) => to[0])).toEqual(["anna@home.example"]);
  const { mail, raw } = server.lastTo("anna@home.example");
  expect(mail.subject).toBe("Boris answered you on Tea");
  expect(mail.text).toContain("> Birch <b>coal</b>");
  expect(mail.html).toContain("Birch &#60;b&#62;coal");
  expect(mail.text).toMatch(/https:\/\/tea\.example\/samovars#talk-[0-9a-f-]{36}/);
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  const path = stopUrlIn(server, "anna@home.example");
  const shown = await app.app.request(`http://samovar.test${path}`);
  expect(await shown.text()).toContain("Samovars &#60;old&#62;");
  await app.advance(20 * minuteMs);
  await write({ by: boris.id, to: first.id, body: "And pine" });
  await app.work();
  expect(server.taken).toHaveLength(2);
  const stopped = await app.app.request(`http://samovar.test${path}`, {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
  });
  expect(stopped.status).toBe(200);
  await app.advance(20 * minuteMs);
  await write({ by: boris.id, to: first.id, body: "And cones" });
  await app.work();
  expect(server.taken).toHaveLength(2);
  const forged = await app.app.request(`http://samovar.test${path.slice(0, -2)}xx`, { method: "POST" });
  expect(forged.status).toBe(404);
  await app.app.request(`http://samovar.test${path}/watch`, { method: "POST" });
  await app.advance(20 * minuteMs);
  await write({ by: vera.id, body: "A new thread of thought" });
  await app.work();
  expect(server.lastTo("anna@home.example").mail.subject).toBe("Vera wrote in a talk that you follow on Tea");
  await app.app.request(`http://samovar.test${path}?scope=thread`, { method: "POST" });
  await app.advance(20 * minuteMs);
  await write({ by: boris.id, body: "One more" });
  await app.work();
  expect(server.taken).toHaveLength(3);
});

test("what is held or spam notifies nobody; approved it does, once; taken back before the letter it does not", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { person, write, decide } = await openRoom(app);
  const [anna, boris] = [await person("Anna"), await person("Boris")];
  const first = await write({ by: anna.id, body: "Which coal?", wantsReplies: true });
  const held = await write({ by: boris.id, to: first.id, body: "@Anna birch", state: "held" });
  await write({ by: boris.id, to: first.id, body: "@Anna buy pills", state: "spam" });
  const hasty = await write({ by: boris.id, to: first.id, body: "Oh no" });
  await decide(hasty.id, "deleted");
  await app.work();
  expect(server.taken).toEqual([]);
  await app.advance(20 * minuteMs);
  await decide(held.id, "published");
  await app.work();
  expect(server.taken).toHaveLength(1);
  await decide(held.id, "held");
  await decide(held.id, "published");
  await app.advance(20 * minuteMs);
  await app.work();
  expect(server.taken).toHaveLength(1);
});

test("a mention is told, and a lively talk within minutes comes as one letter, in the language of the talk", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { person, write } = await openRoom(app);
  const [anna, boris] = [await person("Anna"), await person("Борис")];
  await write({ by: anna.id, body: "I am here" });
  await write({ by: boris.id, body: "Здравствуй, @Anna, какой уголь лучше?" });
  await app.work();
  expect(server.lastTo("anna@home.example").mail.subject).toBe("Вас упомянули на «Tea»: Борис");
  for (const body of ["@Anna раз", "@Anna два", "@Anna три"]) await write({ by: boris.id, body });
  await app.work();
  expect(server.taken).toHaveLength(1);
  await app.advance(11 * minuteMs);
  await app.work();
  expect(server.taken).toHaveLength(2);
  const { mail } = server.lastTo("anna@home.example");
  expect(mail.subject).toBe("Для вас на «Tea»: 3 комментария");
  for (const word of ["раз", "два", "три"]) expect(mail.text).toContain(`> @Anna ${word}`);
});

test("the team is told of what waits only where somebody chose it, and only while something new waits", async () => {
  await using server = await serveMail();
  await using app = await createApp({ mail: { smtpUrl: server.smtpUrl, from } });
  const { site, person, write } = await openRoom(app);
  const anna = await person("Anna");
  const tell = async () => {
    await app.advance(61 * minuteMs);
    await sql`select graphile_worker.add_job('comments.tellTeam', '{}'::json)`.execute(
      app.house.database.kysely,
    );
    await app.work();
  };
  await write({ by: anna.id, body: "Look at me", state: "held" });
  await tell();
  expect(server.taken).toEqual([]);
  // changeCommentTeamNotices sets it, getCommentTeamNotices shows it.
  const path = `/api/sites/${site.id}/comment-team-notices`;
  const Recipients = z.object({ recipients: z.array(z.object({ address: z.string() })) });
  const set = await app.owner.request(path, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ recipients: [{ address: "Team@tea.example", language: "ru", every: "hour" }] }),
  });
  expect(set.status).toBe(200);
  expect((await read(app.owner.get(path), Recipients)).recipients).toMatchObject([
    { address: "Team@tea.example" },
  ]);
  await tell();
  expect(server.taken).toEqual([]);
  await write({ by: anna.id, body: "Look again", state: "held" });
  await tell();
  expect(server.lastTo("Team@tea.example").mail.subject).toBe("На «Tea» ждёт решения: 1 комментарий");
  await tell();
  expect(server.taken).toHaveLength(1);
});
