import { feature } from "#src/platform/operation/feature.ts";
import { checkChannel } from "./check-channel.ts";
import { deleteChannel, getChannel, listChannels } from "./get-channel.ts";
import { listNetworks } from "./list-networks.ts";
import { refreshChannelJob, refreshChannels } from "./refresh-channels.job.ts";
import { startConnection } from "./start-connection.ts";

/** Connected accounts, pages and groups on networks. */
export const channels = feature({
  name: "channels",
  operations: [listNetworks, startConnection, listChannels, getChannel, checkChannel, deleteChannel],
  jobs: [refreshChannels, refreshChannelJob],
});

export { failureOf, problemOf } from "./network-problem.ts";
export { type Outside, outsideOf, outsideOfJob } from "./outside.ts";
export { channelRoutes } from "./routes.ts";
export { Channel } from "./schema.ts";
export { callChannel, openChannel, type OpenChannel } from "./session.ts";
export { accountOf, networkOf, readChannels, type StoredChannel } from "./stored-channel.ts";
export { endTurn, keepTurn, takeTurn, turnMs } from "./turn.ts";
