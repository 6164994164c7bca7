import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { Address } from "./address.ts";
import { Suppression, SuppressionReason } from "./schema.ts";
import { printOfAddress, suppress } from "./suppression.ts";

const columns = ["id", "address", "reason", "detail", "since"] as const;

export const listSuppressions = operation({
  id: "listSuppressions",
  summary: "List the addresses that get no letters any more, and why; newest first",
  http: "GET /mail-suppressions",
  access: "subscribers.manage",
  input: PageRequest.extend({ address: Address.optional().describe("Whether this one is among them") }),
  output: pageOf(Suppression),
  async run({ db, vault, workspace }, { limit, after, address }) {
    const rows = await db
      .selectFrom("mailSuppression")
      .select(columns)
      .$if(address !== undefined, (query) =>
        query.where(
          "addressPrint",
          "=",
          printOfAddress(vault, { workspaceId: workspace.id, address: String(address) }),
        ),
      )
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows.map(suppressionOf), limit);
  },
});

export const createSuppression = operation({
  id: "createSuppression",
  summary: "Send nothing to an address any more",
  http: "POST /mail-suppressions",
  access: "subscribers.manage",
  input: z.object({
    address: Address,
    reason: SuppressionReason.extract(["asked", "manual"]).default("manual"),
    detail: z.string().trim().max(300).optional(),
  }),
  output: Suppression,
  async run({ db, vault, workspace, now }, { address, reason, detail = null }) {
    const entry = { workspaceId: workspace.id, address, reason, detail, now: now() };
    const { id } = await suppress(db, vault, entry);
    return suppressionOf(
      await db.selectFrom("mailSuppression").select(columns).where("id", "=", id).executeTakeFirstOrThrow(),
    );
  },
});

export const deleteSuppression = operation({
  id: "deleteSuppression",
  summary: "Let letters go to an address again",
  http: "DELETE /mail-suppressions/:id",
  access: "subscribers.manage",
  input: z.object({ id: z.uuid() }),
  output: Suppression,
  async run({ db }, { id }) {
    const row = await db
      .deleteFrom("mailSuppression")
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirst();
    if (row) return suppressionOf(row);
    throw new Problem("not_found", say`There is no suppressed address ${id} here`, {
      hint: say`See listSuppressions for them`,
    });
  },
});

function suppressionOf<Row extends { readonly reason: string }>(row: Row) {
  return { ...row, reason: SuppressionReason.parse(row.reason) };
}
