import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import { FoundAnswer, Query } from "./schema.ts";
import { searchSite } from "./search-site.ts";

export const tryAnswers = operation({
  id: "tryAnswers",
  summary: "Ask a site's search as a visitor would; nothing is counted",
  http: "GET /sites/:siteId/answers",
  access: "read",
  input: z.object({ siteId: z.uuid(), q: Query.min(1, "is empty") }),
  output: z.object({
    corrected: z.string().nullable(),
    isFound: z.boolean(),
    answers: z.array(
      FoundAnswer.extend({
        score: z.number().describe("What the order is by"),
        held: z.number().describe("The share of the query's weight that the passage holds, 0 to 1"),
      }),
    ),
  }),
  async run({ db, publicUrl }, { siteId, q }) {
    const site = await db.selectFrom("site").select("siteKey").where("id", "=", siteId).executeTakeFirst();
    if (!site) {
      throw new Problem("not_found", say`There is no site ${siteId} here`, {
        hint: say`See listSites for yours`,
      });
    }
    const asked = { siteId, query: q, limit: 10, faqUrl: `${publicUrl}/answers/${site.siteKey}/page` };
    const { corrected, isFound, answers } = await searchSite(db, asked, new TtlCache({ maxEntries: 1000 }));
    return { corrected, isFound, answers: [...answers] };
  },
});
