import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { channelOf } from "./channel-view.ts";
import { failureOf, problemOf } from "./network-problem.ts";
import { outsideOf } from "./outside.ts";
import { refreshChannel } from "./refresh-channel.ts";
import { Channel } from "./schema.ts";
import { getStoredChannel } from "./stored-channel.ts";

export const checkChannel = operation({
  id: "checkChannel",
  summary: "Look whether a channel still works, and learn its server's limits and its followers again",
  http: "POST /channels/:id/check",
  access: "channels.manage",
  transaction: "own",
  input: z.object({ id: z.uuid() }),
  output: Channel,
  async run(ctx, { id }) {
    const outside = outsideOf(ctx);
    try {
      await refreshChannel(outside, id);
    } catch (error) {
      // That it must be connected again is an answer: the channel says so itself.
      const problem = problemOf(error);
      if (failureOf(error).kind !== "reconnect") throw problem;
    }
    return channelOf(await ctx.transact(({ db }) => getStoredChannel(db, id)), outside);
  },
});
