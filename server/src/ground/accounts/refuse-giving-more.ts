import type { Context } from "#src/platform/operation/context.ts";
import type { Permission } from "#src/platform/operation/permissions.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** Nobody hands on what he does not have: else a key that may make keys could make itself one that may do all. */
export function refuseGivingMore(
  { permissions }: Pick<Context, "permissions">,
  wanted: readonly Permission[],
): void {
  const missing = wanted.filter((permission) => !permissions.has(permission));
  if (missing.length === 0) return;
  throw new Problem("forbidden", say`You can't give ${missing.join(", ")}: you don't have it here yourself`, {
    hint: say`Give less, or ask an owner of the workspace`,
  });
}
