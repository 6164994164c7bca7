import { expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { read } from "#src/testing/people.ts";
import { createTalk, page, type TestVisitor } from "../testing/talking.ts";

const wave = 1000;
const atOnce = 16;
/** A minute or so where others work too; a machine that is ten times slower needs its time. */
const timeoutMs = 1_200_000;

const Items = z.object({ items: z.array(z.object({ id: z.uuid(), state: z.string(), body: z.string() })) });

/** No two are alike. */
const spamOf = (at: number) => ({
  name: `Visitor ${at}`,
  body: `Subscribe to channel number ${at.toString(36)}${at % 7} and earn money at https://casino${at}.example now, offer ${at}`,
});

const Form = z.object({ form: z.string() });
const takeForm = async (visitor: TestVisitor) => (await read(visitor.get("form"), Form)).form;

const send = (visitor: TestVisitor, form: string, said: object) =>
  visitor.send("POST", "comments", { url: page, form, filledMs: 9000, ...said });

/** All forms first, as a script does that knows of the time trap; then all comments, some at once. */
async function flood(app: TestApp, visitor: TestVisitor): Promise<readonly number[]> {
  const forms: string[] = [];
  for (let at = 0; at < wave; at += atOnce)
    forms.push(...(await Promise.all(Array.from({ length: atOnce }, () => takeForm(visitor)))));
  await app.advance(10_000);
  const statuses: number[] = [];
  for (let from = 0; from < wave; from += atOnce) {
    const part = forms.slice(from, Math.min(wave, from + atOnce));
    const answers = await Promise.all(part.map((form, at) => send(visitor, form, spamOf(from + at))));
    statuses.push(...answers.map(({ status }) => status));
  }
  return statuses;
}

test(
  `of ${wave} comments that a script sends at once next to nothing is kept, nothing is shown, and nobody hears of it`,
  { timeout: timeoutMs },
  async () => {
    await using app = await createApp();
    const { site, visitor } = await createTalk(app);
    const form = await takeForm(visitor);
    await app.advance(10_000);
    const words = "The second picture is from Tula, is it not?";
    expect((await send(visitor, form, { name: "Anna", body: words })).status).toBe(201);
    await app.work();
    const mailBefore = await countRows(app, "mail");
    const beganAt = app.house.now();
    const statuses = await flood(app, visitor);
    const minutes = Math.ceil((app.house.now().getTime() - beganAt.getTime()) / 60_000) + 1;
    expect(statuses).toHaveLength(wave);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    // Beyond the site's sixty a minute whoever has no proof of work is not even kept.
    expect(await countRows(app, "comment")).toBeLessThanOrEqual(60 * minutes + 1);
    await app.work();
    expect(await countRows(app, "mail")).toBe(mailBefore);
    const published = await app.owner.get(`/api/comment-queue?state=published&siteId=${site.id}`);
    expect(await published.json()).toMatchObject({ items: [] });
    await clean(app, words);
  },
);

/** The one who has something to say is published, and the rest of the queue is called spam, in a few strokes. */
async function clean(app: TestApp, words: string): Promise<void> {
  for (;;) {
    const { items } = await read(app.owner.get("/api/comment-queue?limit=100"), Items);
    if (items.length === 0) return;
    const spam = items.filter(({ body }) => body !== words);
    for (const [comments, decision] of [
      [items.filter(({ body }) => body === words), "publish"],
      [spam, "spam"],
    ] as const)
      if (comments.length > 0) {
        const seen = comments.map(({ id, state }) => ({ id, state }));
        expect((await app.owner.post("/api/comment-decisions", { comments: seen, decision })).status).toBe(
          201,
        );
      }
  }
}

const countRows = (app: TestApp, table: "mail" | "comment") =>
  app.house.database.transact(wholeHouse, async (db) => {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  });
