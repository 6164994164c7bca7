import type { Role } from "#src/api/operations.ts";

export const roles = ["owner", "editor", "author", "moderator", "viewer"] as const satisfies readonly Role[];
