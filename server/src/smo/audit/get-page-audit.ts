import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { readPlace, viewAudit } from "./page-view.ts";
import { Language, PageAuditView } from "./schema.ts";
import { readStoredAudit } from "./stored-audit.ts";

export const getPageAudit = operation({
  id: "getPageAudit",
  summary:
    "Show a page's latest audit: what is wrong and what to do, and its card as each network would show it",
  http: "GET /page-audits/:id",
  access: "read",
  input: z.object({
    id: z.uuid(),
    language: Language.default("en").describe("For the cards; findings come in both languages"),
  }),
  output: PageAuditView,
  async run({ db }, { id, language }) {
    const row = await db
      .selectFrom("auditPage")
      .select(["id", "siteId", "audit"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) {
      throw new Problem("not_found", say`There is no page audit ${id} here`, {
        hint: say`See listPageAudits for a site's`,
      });
    }
    return viewAudit(readStoredAudit(row.audit), language, await readPlace(db, row));
  },
});
