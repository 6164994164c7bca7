import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import type { PostOffice } from "./post-office.ts";
import { Mail, MailSettings, MailState } from "./schema.ts";

const monthMs = 30 * 24 * 3_600_000;

export const getMailState = (office: PostOffice) =>
  operation({
    id: "getMailState",
    summary:
      "How the mail goes: by which server, what waits, what failed within 30 days, and what is in the way",
    http: "GET /mail",
    access: "read",
    input: z.object({}),
    output: z.object({
      goesBy: MailSettings.shape.goesBy,
      from: z.string().nullable(),
      waiting: z.int(),
      sent: z.int(),
      failed: z.int(),
      bounced: z.int(),
      suppressed: z.int(),
      suppressedAddresses: z.int(),
      trouble: z
        .object({ at: Instant, reply: z.string() })
        .nullable()
        .describe("What the server said to the letter that has waited longest, if anything"),
    }),
    async run({ db, now }) {
      const since = new Date(now().getTime() - monthMs);
      const counts = await countStates(db, since);
      const own = await db.selectFrom("mailServer").select("workspaceId").executeTakeFirst();
      const { count } = await db
        .selectFrom("mailSuppression")
        .select((row) => row.fn.countAll<string>().as("count"))
        .executeTakeFirstOrThrow();
      return {
        goesBy: own ? ("own" as const) : office.house ? ("house" as const) : ("none" as const),
        from: own ? null : (office.house?.from ?? null),
        ...counts,
        suppressedAddresses: Number(count),
        trouble: await findTrouble(db),
      };
    },
  });

async function countStates(db: Db, since: Date) {
  const rows = await db
    .selectFrom("mail")
    .select(["state", (row) => row.fn.countAll<string>().as("count")])
    .where((row) => row.or([row("state", "=", "waiting"), row("endedAt", ">", since)]))
    .groupBy("state")
    .execute();
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return {
    waiting: of("waiting"),
    sent: of("sent"),
    failed: of("failed"),
    bounced: of("bounced"),
    suppressed: of("suppressed"),
  };
}

async function findTrouble(db: Db) {
  const row = await db
    .selectFrom("mail")
    .select(["createdAt", "reply"])
    .where("state", "=", "waiting")
    .where("reply", "is not", null)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.createdAt, reply: row.reply ?? "" } : null;
}

export const listMails = operation({
  id: "listMails",
  summary: "List letters of the last 30 days, newest first: to whom, what for, and what became of them",
  http: "GET /mails",
  access: "subscribers.manage",
  input: PageRequest.extend({
    state: MailState.optional(),
    kind: z.string().max(60).optional(),
  }),
  output: pageOf(Mail),
  async run({ db }, { limit, after, state, kind }) {
    const rows = await db
      .selectFrom("mail")
      .select(["id", "kind", "address", "subject", "state", "attempts", "createdAt", "dueAt"])
      .select(["endedAt", "reply"])
      .$if(state !== undefined, (query) => query.where("state", "=", String(state)))
      .$if(kind !== undefined, (query) => query.where("kind", "=", String(kind)))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => ({ ...row, state: MailState.parse(row.state) })),
      limit,
    );
  },
});
