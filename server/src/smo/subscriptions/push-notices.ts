import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { sendNotice } from "./send-notice.job.ts";

const PushNotice = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  topicId: z.uuid().nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  sent: z.int(),
  failed: z.int(),
  gone: z.int().describe("Browsers that want no more: their push service said so, and they were taken off"),
  endedAt: Instant.nullable(),
});

const columns = [
  "id",
  "siteId",
  "title",
  "body",
  "url",
  "topicId",
  "createdAt",
  "createdBy",
  "sent",
  "failed",
  "gone",
  "endedAt",
] as const;

export const sendPushNotice = operation({
  id: "sendPushNotice",
  summary: "Tell the browsers that agreed to it of something new",
  http: "POST /sites/:siteId/push-notices",
  access: "subscribers.manage",
  input: z.object({
    siteId: z.uuid(),
    title: z.string().trim().min(1, "is empty").max(120),
    body: z.string().trim().max(300).default(""),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .describe("Where a click on it leads"),
    topicId: z.uuid().nullable().default(null).describe("Only those who want this topic, or everything"),
  }),
  output: PushNotice,
  async run(ctx, { siteId, ...notice }) {
    await checkSite(ctx.db, siteId);
    const row = await ctx.db
      .insertInto("pushNotice")
      .values({
        id: uuidv7(),
        siteId,
        ...notice,
        createdAt: ctx.now(),
        createdBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    await ctx.enqueue(sendNotice, { workspaceId: ctx.workspace.id, noticeId: row.id, after: null });
    return row;
  },
});

export const listPushNotices = operation({
  id: "listPushNotices",
  summary: "List a site's notices to browsers, newest first, and how they went",
  http: "GET /sites/:siteId/push-notices",
  access: "read",
  input: PageRequest.extend({ siteId: z.uuid() }),
  output: pageOf(PushNotice),
  async run({ db }, { siteId, limit, after }) {
    await checkSite(db, siteId);
    const rows = await db
      .selectFrom("pushNotice")
      .select(columns)
      .where("siteId", "=", siteId)
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows, limit);
  },
});
