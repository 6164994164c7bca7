/** All that needs the network's libraries; loaded by the first call. */
export { connectWithPassword, finish, refresh, start } from "./connect.ts";
export { readAudience, readCard, readMetrics, readReplies } from "./conversation.ts";
export { clientMetadata } from "./oauth-client.ts";
export { findPost, sendPost, withdrawPost } from "./publish.ts";
