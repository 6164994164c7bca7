import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";

/** The longest time for which a rule may remember whom it greeted. */
const maxMs = 366 * 86_400_000;

/** Forgets who was greeted, once no rule asks any more. */
export const forgetGreetings = job({
  id: "welcome.forgetGreetings",
  payload: z.object({}),
  schedule: "23 3 * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, ({ db }) =>
      db
        .deleteFrom("welcomeGreeting")
        .where("at", "<", new Date(now().getTime() - maxMs))
        .execute(),
    );
  },
});
