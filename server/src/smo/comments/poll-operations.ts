import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { cleanLine } from "./clean-text.ts";

const Poll = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    question: z.string(),
    takesMany: z.boolean().describe("Whether a visitor may choose several answers"),
    createdAt: Instant,
    closesAt: Instant.nullable(),
    voterCount: z.int(),
    options: z.array(z.object({ position: z.int(), text: z.string(), voteCount: z.int() })),
    embedLine: z.string().describe("What to put where the poll is to stand"),
  })
  .meta({ id: "Poll" });

const Line = z
  .string()
  .max(300)
  .transform((text) => cleanLine(text))
  .refine((text) => text !== "", "is empty");

export const createPoll = operation({
  id: "createPoll",
  summary: "Make a poll for the pages of a site",
  http: "POST /sites/:siteId/polls",
  access: "content.edit",
  input: z.object({
    siteId: z.uuid(),
    question: Line,
    options: z.array(Line).min(2, "needs two answers at least").max(12, "holds more than twelve answers"),
    takesMany: z.boolean().default(false),
    closesAt: Instant.optional(),
  }),
  output: Poll,
  async run({ db, now }, { siteId, question, options, takesMany, closesAt }) {
    await checkSite(db, siteId);
    const id = uuidv7();
    await db
      .insertInto("commentPoll")
      .values({ id, siteId, question, takesMany, createdAt: now(), closesAt: closesAt ?? null })
      .execute();
    await db
      .insertInto("commentPollOption")
      .values(options.map((text, position) => ({ pollId: id, position, text })))
      .execute();
    return readPollView(db, id);
  },
});

export const listPolls = operation({
  id: "listPolls",
  summary: "List the polls of a site with what came of them, newest first",
  http: "GET /sites/:siteId/polls",
  access: "read",
  input: PageRequest.extend({ siteId: z.uuid() }),
  output: pageOf(Poll),
  async run({ db }, { siteId, limit, after }) {
    await checkSite(db, siteId);
    const rows = await db
      .selectFrom("commentPoll")
      .selectAll()
      .where("siteId", "=", siteId)
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(await viewPolls(db, rows), limit);
  },
});

export const closePoll = operation({
  id: "closePoll",
  summary: "Close a poll now; what came of it stays to be seen",
  http: "POST /polls/:id/closing",
  access: "content.edit",
  input: z.object({ id: z.uuid() }),
  output: Poll,
  async run({ db, now }, { id }) {
    await readPollView(db, id);
    await db.updateTable("commentPoll").set({ closesAt: now() }).where("id", "=", id).execute();
    return readPollView(db, id);
  },
});

export const deletePoll = operation({
  id: "deletePoll",
  summary: "Delete a poll with its votes",
  http: "DELETE /polls/:id",
  access: "content.edit",
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run({ db }, { id }) {
    await readPollView(db, id);
    await db.deleteFrom("commentPoll").where("id", "=", id).execute();
    return { id };
  },
});

interface Row {
  readonly id: string;
  readonly siteId: string;
  readonly question: string;
  readonly takesMany: boolean;
  readonly createdAt: Date;
  readonly closesAt: Date | null;
  readonly voterCount: number;
}

async function readPollView(db: Db, id: string): Promise<z.output<typeof Poll>> {
  const row = await db.selectFrom("commentPoll").selectAll().where("id", "=", id).executeTakeFirst();
  const [poll] = row ? await viewPolls(db, [row]) : [];
  if (poll) return poll;
  throw new Problem("not_found", say`There is no poll ${id} here`, { hint: say`See listPolls` });
}

async function viewPolls(db: Db, rows: readonly Row[]): Promise<z.output<typeof Poll>[]> {
  if (rows.length === 0) return [];
  const options = await db
    .selectFrom("commentPollOption")
    .select(["pollId", "position", "text", "voteCount"])
    .where(
      "pollId",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("position")
    .execute();
  const byPoll = Map.groupBy(options, ({ pollId }) => pollId);
  return rows.map(({ id, siteId, question, takesMany, createdAt, closesAt, voterCount }) => ({
    id,
    siteId,
    question,
    takesMany,
    createdAt,
    closesAt,
    voterCount,
    options: byPoll.get(id) ?? [],
    embedLine: `<samovar-poll poll="${id}"></samovar-poll>`,
  }));
}
