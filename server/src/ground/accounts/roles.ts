import type { Permission } from "#src/platform/operation/permissions.ts";

export const roles = ["owner", "editor", "author", "moderator", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Who may do what. The docs and the People page print this very table. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [
    "read",
    "posts.write",
    "posts.publish",
    "conversations.answer",
    "links.write",
    "events.write",
    "comments.moderate",
    "content.edit",
    "subscribers.manage",
    "reports.write",
    "sites.manage",
    "channels.manage",
    "people.manage",
    "keys.manage",
    "workspace.manage",
  ],
  editor: [
    "read",
    "posts.write",
    "posts.publish",
    "conversations.answer",
    "links.write",
    "events.write",
    "comments.moderate",
    "content.edit",
    "subscribers.manage",
    "reports.write",
    "sites.manage",
    "channels.manage",
  ],
  author: ["read", "posts.write", "links.write"],
  moderator: ["read", "conversations.answer", "comments.moderate"],
  viewer: ["read"],
};
