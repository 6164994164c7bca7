import { sql } from "kysely";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { akismetPurpose } from "./ask-akismet.ts";
import { ModerationRules, ModerationSettings } from "./schema.ts";

export const getModerationSettings = operation({
  id: "getModerationSettings",
  summary: "Get how a site's comments are moderated",
  http: "GET /sites/:siteId/moderation",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: ModerationSettings,
  async run(ctx, { siteId }) {
    await checkSite(ctx.db, siteId);
    return readSettings(ctx.db, siteId);
  },
});

export const changeModerationSettings = operation({
  id: "changeModerationSettings",
  summary: "Change how a site's comments are moderated; what is left out stays",
  http: "PATCH /sites/:siteId/moderation",
  access: "comments.moderate",
  input: z.object({
    siteId: z.uuid(),
    rules: z
      .object(
        Object.fromEntries(
          Object.entries(ModerationRules.shape).map(([name, rule]) => [name, rule.unwrap().optional()]),
        ),
      )
      .default({})
      .describe("Those of ModerationRules that are to change"),
    akismetKey: z
      .string()
      .trim()
      .max(200, "is longer than 200 characters")
      .nullish()
      .describe("The site's key of Akismet; null takes it away")
      .meta({ secret: true }),
  }),
  output: ModerationSettings,
  async run(ctx, { siteId, rules, akismetKey }) {
    await checkSite(ctx.db, siteId);
    const added = JSON.stringify(rules);
    const key = akismetKey ? ctx.vault.seal(akismetKey, akismetPurpose(siteId)) : null;
    await ctx.db
      .insertInto("moderationSettings")
      .values({ siteId, rules: added, akismetKey: key, changedAt: ctx.now() })
      .onConflict((known) =>
        known.column("siteId").doUpdateSet({
          rules: sql`moderation_settings.rules || ${added}::jsonb`,
          changedAt: ctx.now(),
          ...(akismetKey !== undefined && { akismetKey: key }),
        }),
      )
      .execute();
    return readSettings(ctx.db, siteId);
  },
});

async function readSettings(db: Db, siteId: string): Promise<z.output<typeof ModerationSettings>> {
  const row = await db
    .selectFrom("moderationSettings")
    .select(["rules", "akismetKey", "changedAt"])
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  return {
    id: siteId,
    siteId,
    rules: ModerationRules.parse(row?.rules ?? {}),
    hasAkismetKey: typeof row?.akismetKey === "string",
    changedAt: row?.changedAt ?? null,
  };
}
