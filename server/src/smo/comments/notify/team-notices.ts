import { z } from "zod";
import { Address } from "#src/ground/mail/index.ts";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";

const Recipient = z.object({
  address: Address,
  language: z.enum(["ru", "en"]),
  every: z.enum(["hour", "day"]).describe("At most so often, and only while something waits"),
});

const Told = Recipient.extend({ address: z.string() });
const Output = z.object({ siteId: z.uuid(), recipients: z.array(Told) });

export const getCommentTeamNotices = operation({
  id: "getCommentTeamNotices",
  summary: "Show who of the team is told by mail that comments wait for a decision",
  http: "GET /sites/:siteId/comment-team-notices",
  access: "comments.moderate",
  input: z.object({ siteId: z.uuid() }),
  output: Output,
  async run({ db }, { siteId }) {
    await checkSite(db, siteId);
    return showRecipients(db, siteId);
  },
});

export const changeCommentTeamNotices = operation({
  id: "changeCommentTeamNotices",
  summary: "Set who of the team is told by mail that comments wait for a decision; nobody unless named",
  http: "PUT /sites/:siteId/comment-team-notices",
  access: "comments.moderate",
  input: z.object({ siteId: z.uuid(), recipients: z.array(Recipient).max(20) }),
  output: Output,
  async run({ db, now, workspace }, { siteId, recipients }) {
    await checkSite(db, siteId);
    await db.deleteFrom("commentTeamNotice").where("siteId", "=", siteId).execute();
    for (const recipient of recipients) {
      await db
        .insertInto("commentTeamNotice")
        .values({ siteId, workspaceId: workspace.id, ...recipient, toldAt: now() })
        .onConflict((known) => known.columns(["siteId", "address"]).doNothing())
        .execute();
    }
    return showRecipients(db, siteId);
  },
});

async function showRecipients(db: Db, siteId: string) {
  const rows = await db
    .selectFrom("commentTeamNotice")
    .select(["address", "language", "every"])
    .where("siteId", "=", siteId)
    .orderBy("address")
    .execute();
  return { siteId, recipients: z.array(Told).parse(rows) };
}
