import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Decision, ModerationDecision, Reason } from "./schema.ts";

export const listModerationDecisions = operation({
  id: "listModerationDecisions",
  summary: "List what the phases decided about each submission to a site, and why; newest first",
  http: "GET /sites/:siteId/moderation/decisions",
  access: "comments.moderate",
  input: PageRequest.extend({
    siteId: z.uuid(),
    decision: Decision.optional(),
    commentId: z.uuid().optional(),
  }),
  output: pageOf(ModerationDecision),
  async run(ctx, { siteId, limit, after, decision, commentId }) {
    await checkSite(ctx.db, siteId);
    const rows = await ctx.db
      .selectFrom("moderationDecision")
      .select([
        "id",
        "siteId",
        "commentId",
        "at",
        "source",
        "decision",
        "reasons",
        "spamScore",
        "toxicityScore",
        "pagePath",
      ])
      .where("siteId", "=", siteId)
      .$if(decision !== undefined, (query) => query.where("decision", "=", String(decision)))
      .$if(commentId !== undefined, (query) => query.where("commentId", "=", String(commentId)))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => ({
        ...row,
        decision: Decision.parse(row.decision),
        reasons: z.array(Reason).parse(row.reasons),
      })),
      limit,
    );
  },
});
