import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { formsUsedBefore } from "./form-token.ts";

/** What is over is forgotten: forms that were used, sign-ins, tokens. */
export const forgetTalk = job({
  id: "comments.forgetTalk",
  payload: z.object({}),
  schedule: "37 * * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, async ({ db }) => {
      const at = now();
      await db.deleteFrom("commentFormUse").where("usedAt", "<", formsUsedBefore(at)).execute();
      await db.deleteFrom("commentSignIn").where("expiresAt", "<", at).execute();
      await db.deleteFrom("commentToken").where("expiresAt", "<", at).execute();
    });
  },
});
