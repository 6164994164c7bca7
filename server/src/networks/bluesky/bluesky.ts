import { z } from "zod";
import type { Network } from "../network.ts";
import { connect } from "./connect-methods.ts";
import { limits } from "./limits.ts";
import { PostOptions } from "./options.ts";
import { newRecordKey } from "./record-key.ts";

/** The libraries take 110 MB and half a second: the first call loads them, not the start of the house. */
const acting = () => import("./acting.ts");

/** Bluesky, and any network of servers that speak its protocol (atproto). */
export const bluesky = {
  id: "bluesky",
  name: "Bluesky",
  kind: "social",
  previewId: "bluesky",
  color: "#0285FF",
  iconPath:
    "M12 10.8c-1.087-2.114-4.046-6.053-6.798-7.995C2.566.944 1.561 1.266.902 1.565.139 1.908 0 3.08 0 3.768c0 .69.378 5.65.624 6.479.815 2.736 3.713 3.66 6.383 3.364.136-.02.275-.039.415-.056-.138.022-.276.04-.415.056-3.912.58-7.387 2.005-2.83 7.078 5.013 5.19 6.87-1.113 7.823-4.308.953 3.195 2.05 9.271 7.733 4.308 4.267-4.308 1.172-6.498-2.74-7.078a8.741 8.741 0 0 1-.415-.056c.14.017.279.036.415.056 2.67.297 5.568-.628 6.383-3.364.246-.828.624-5.79.624-6.478 0-.69-.139-1.861-.902-2.206-.659-.298-1.664-.62-4.3 1.24C16.046 4.748 13.087 8.687 12 10.8Z",
  limits,
  connect,
  options: PostOptions,
  canThread: true,
  // A key is a place in the account's repository: it protects for ever.
  publishing: (session) => ({
    kind: "keyed",
    newKey: newRecordKey,
    send: async (message, key) => (await acting()).sendPost(session, message, key),
    find: async (mark, key) => (await acting()).findPost(session, mark, key),
  }),
  refresh: async (session) => (await acting()).refresh(session),
  replies: async (session, published) => (await acting()).readReplies(session, published),
  reply: async (session, message, key) => (await acting()).sendPost(session, message, key),
  metrics: async (session, published) => (await acting()).readMetrics(session, published),
  card: async (session, published) => (await acting()).readCard(session, published),
  audience: async (session) => (await acting()).readAudience(session),
  withdraw: async (session, published) => (await acting()).withdrawPost(session, published),
  documents: async (tools) => {
    const metadata = await (await acting()).clientMetadata(tools);
    return { "client-metadata.json": z.json().parse(JSON.parse(JSON.stringify(metadata))) };
  },
} satisfies Network;
