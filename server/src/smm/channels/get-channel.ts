import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { channelOf } from "./channel-view.ts";
import { Channel } from "./schema.ts";
import { channels, getStoredChannel } from "./stored-channel.ts";

export const getChannel = operation({
  id: "getChannel",
  summary: "Show a channel",
  http: "GET /channels/:id",
  access: "read",
  input: z.object({ id: z.uuid() }),
  output: Channel,
  run: async (ctx, { id }) => channelOf(await getStoredChannel(ctx.db, id), ctx),
});

export const listChannels = operation({
  id: "listChannels",
  summary: "List the connected channels, newest first",
  http: "GET /channels",
  access: "read",
  input: PageRequest,
  output: pageOf(Channel),
  async run(ctx, { limit, after }) {
    const rows = await channels(ctx.db)
      .where("channel.disconnectedAt", "is", null)
      .$if(after !== undefined, (query) => query.where("channel.id", "<", String(after)))
      .orderBy("channel.id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => channelOf(row, ctx)),
      limit,
    );
  },
});

export const deleteChannel = operation({
  id: "deleteChannel",
  summary: "Disconnect a channel; its credentials are destroyed, its publications kept",
  http: "DELETE /channels/:id",
  access: "channels.manage",
  input: z.object({ id: z.uuid() }),
  output: Channel,
  async run(ctx, { id }) {
    await getStoredChannel(ctx.db, id);
    await ctx.db
      .updateTable("channel")
      .set({ credentials: null, expiresAt: null, disconnectedAt: ctx.now() })
      .where("id", "=", id)
      .execute();
    await ctx.db.deleteFrom("channelProblem").where("channelId", "=", id).execute();
    return channelOf(await getStoredChannel(ctx.db, id), ctx);
  },
});
