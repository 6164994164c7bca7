import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { defaults, readRule, ruleOf } from "./rule-row.ts";
import { WelcomeRule, WelcomeSettings } from "./schema.ts";

export const listWelcomeRules = operation({
  id: "listWelcomeRules",
  summary: "List the rules by which visitors are greeted, newest first",
  http: "GET /welcome-rules",
  access: "read",
  input: PageRequest.extend({ siteId: z.uuid().optional() }),
  output: pageOf(WelcomeRule),
  async run({ db }, { siteId, limit, after }) {
    const rows = await db
      .selectFrom("welcomeRule")
      .selectAll()
      .$if(siteId !== undefined, (query) => query.where("siteId", "=", String(siteId)))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows.map(ruleOf), limit);
  },
});

export const createWelcomeRule = operation({
  id: "createWelcomeRule",
  summary: "Greet visitors by where they came from",
  http: "POST /welcome-rules",
  access: "content.edit",
  input: WelcomeSettings.partial()
    .required({ name: true, textEn: true, textRu: true })
    .extend({ siteId: z.uuid() }),
  output: WelcomeRule,
  async run({ db, now }, { siteId, ...settings }) {
    await checkSite(db, siteId);
    const rule = WelcomeSettings.parse({ ...defaults, ...settings });
    checkWords(rule);
    const at = now();
    const row = await db
      .insertInto("welcomeRule")
      .values({ ...rule, id: uuidv7(), siteId, createdAt: at, changedAt: at })
      .returningAll()
      .executeTakeFirstOrThrow();
    return ruleOf(row);
  },
});

export const changeWelcomeRule = operation({
  id: "changeWelcomeRule",
  summary: "Change a welcome rule: whom it greets, with what, and its place among the rules",
  http: "PATCH /welcome-rules/:id",
  access: "content.edit",
  input: WelcomeSettings.partial().extend({
    id: z.uuid(),
    revision: z
      .int()
      .optional()
      .describe("The revision that the change is made to: refused when somebody was faster"),
  }),
  output: WelcomeRule,
  async run({ db, now }, { id, revision, ...settings }) {
    const before = await readRule(db, id);
    checkWords({ ...before, ...settings });
    const row = await db
      .updateTable("welcomeRule")
      .set({ ...settings, changedAt: now() })
      .set((rule) => ({ revision: rule("revision", "+", 1) }))
      .where("id", "=", id)
      .$if(revision !== undefined, (query) => query.where("revision", "=", Number(revision)))
      .returningAll()
      .executeTakeFirst();
    if (row) return ruleOf(row);
    throw new Problem(
      "conflict",
      say`The welcome rule "${before.name}" has been changed since: it is at revision ${before.revision}, not ${revision}`,
      { hint: say`Look at it again, and make your change to what it is now` },
    );
  },
});

export const deleteWelcomeRule = operation({
  id: "deleteWelcomeRule",
  summary: "Delete a welcome rule",
  http: "DELETE /welcome-rules/:id",
  access: "content.edit",
  input: z.object({ id: z.uuid() }),
  output: WelcomeRule,
  async run({ db }, { id }) {
    const rule = await readRule(db, id);
    await db.deleteFrom("welcomeRule").where("id", "=", id).execute();
    return rule;
  },
});

type Spoken = Pick<Partial<WelcomeSettings>, "textEn" | "textRu">;
type Said = { readonly [Name in keyof Spoken]?: string | undefined };

/** One language may be left out; then the other speaks to all. */
function checkWords({ textEn, textRu }: Said): void {
  if (textEn || textRu) return;
  throw new Problem("invalid", say`The greeting has no words`, {
    hint: say`Write it in English, in Russian, or in both`,
  });
}
