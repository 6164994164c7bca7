import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { destroyOldSalts } from "./visitor.ts";

/** Once an hour, so that a house without visitors keeps its promise too. */
export const destroyVisitorSalts = job({
  id: "events.destroyVisitorSalts",
  payload: z.object({}),
  schedule: "5 * * * *",
  async run(ctx) {
    await ctx.transact(wholeHouse, ({ db }) => destroyOldSalts(db, ctx.now()));
  },
});
