import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { scoreText } from "./models.ts";

export const scoreSampleText = operation({
  id: "scoreSampleText",
  summary: "Score a text as this site's scorers do by now, without keeping anything",
  http: "POST /sites/:siteId/moderation/scores",
  access: "comments.moderate",
  changes: "nothing",
  input: z.object({
    siteId: z.uuid(),
    text: z.string().trim().min(1, "is empty").max(10_000, "is longer than 10,000 characters"),
  }),
  output: z.object({
    spamScore: z.number().describe("0 to 1"),
    toxicityScore: z.number().describe("0 to 1"),
  }),
  async run(ctx, { siteId, text }) {
    await checkSite(ctx.db, siteId);
    const asked = { db: ctx.db, submission: { siteId, text } };
    const [spam, toxicity] = [await scoreText(asked, "spam"), await scoreText(asked, "toxicity")];
    return { spamScore: spam.score, toxicityScore: toxicity.score };
  },
});
