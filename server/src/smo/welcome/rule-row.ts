import type { Selectable } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import type { WelcomeRule as Row } from "#src/platform/database/tables.gen.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { type WelcomeRule, WelcomeSettings } from "./schema.ts";

export const defaults = {
  place: 0,
  isOn: true,
  sources: [],
  arrivedBy: "any",
  campaign: null,
  visitors: "all",
  listKey: "next",
  followUrl: null,
  followLabelEn: null,
  followLabelRu: null,
  holdOutPercent: 10,
  everyDays: 30,
} satisfies Partial<WelcomeSettings>;

export function ruleOf(row: Selectable<Row>): WelcomeRule {
  return {
    ...row,
    arrivedBy: WelcomeSettings.shape.arrivedBy.parse(row.arrivedBy),
    visitors: WelcomeSettings.shape.visitors.parse(row.visitors),
  };
}

/** Throws `not_found`. */
export async function readRule(db: Db, id: string): Promise<WelcomeRule> {
  const row = await db.selectFrom("welcomeRule").selectAll().where("id", "=", id).executeTakeFirst();
  if (row) return ruleOf(row);
  throw new Problem("not_found", say`There is no welcome rule ${id} here`, {
    hint: say`See listWelcomeRules for yours`,
  });
}
