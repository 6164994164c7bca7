/** What a caller may be allowed to do. Roles are sets of these; an API key's scopes are the same words. */
export const permissions = [
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
] as const;
export type Permission = (typeof permissions)[number];

/** `public`: anyone; `signed-in`: a person, in no workspace yet; otherwise a permission in the workspace. */
export type Access = "public" | "signed-in" | Permission;
