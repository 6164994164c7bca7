import type { Permission } from "#src/api/operations.ts";

/** In the order in which people read them; keys choose among the same. */
export const permissions = [
  "read",
  "posts.write",
  "posts.publish",
  "conversations.answer",
  "links.write",
  "events.write",
  "sites.manage",
  "channels.manage",
  "people.manage",
  "keys.manage",
  "workspace.manage",
] as const satisfies readonly Permission[];
