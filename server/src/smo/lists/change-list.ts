import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { columnsOf, listOf, readList } from "./list-row.ts";
import { List, ListKey, ListSettings } from "./schema.ts";

const wished = ListSettings.partial().required({ kind: true });

export const createList = operation({
  id: "createList",
  summary: "Set up a list of materials for a site; what is left out is as the kind's own",
  http: "POST /lists",
  access: "content.edit",
  input: wished.extend({
    siteId: z.uuid(),
    key: ListKey.optional().describe("What the element calls it by; left out: its kind"),
  }),
  output: List,
  async run({ db, now }, { siteId, key, ...settings }) {
    await checkSite(db, siteId);
    const named = key ?? settings.kind;
    const at = now();
    const row = await db
      .insertInto("list")
      .values({
        ...columnsOf(settings),
        id: uuidv7(),
        siteId,
        key: named,
        kind: settings.kind,
        createdAt: at,
        changedAt: at,
      })
      .onConflict((taken) => taken.columns(["siteId", "key"]).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row) return listOf(row);
    throw new Problem("conflict", say`The site has a list "${named}" already`, {
      hint: say`Change that one, or choose another key`,
    });
  },
});

export const changeList = operation({
  id: "changeList",
  summary: "Change a list: its settings, and the editor's pins, bans and quotas as a whole",
  http: "PATCH /lists/:id",
  access: "content.edit",
  input: ListSettings.partial().extend({
    id: z.uuid(),
    revision: z
      .int()
      .optional()
      .describe("The revision that the change is made to: refused when somebody was faster"),
  }),
  output: List,
  async run({ db, now }, { id, revision, ...settings }) {
    const before = await readList(db, id);
    const row = await db
      .updateTable("list")
      .set({ ...columnsOf(settings), changedAt: now() })
      .set((list) => ({ revision: list("revision", "+", 1) }))
      .where("id", "=", id)
      .$if(revision !== undefined, (query) => query.where("revision", "=", Number(revision)))
      .returningAll()
      .executeTakeFirst();
    if (row) return listOf(row);
    throw new Problem(
      "conflict",
      say`The list "${before.key}" has been changed since: it is at revision ${before.revision}, not ${revision}`,
      { hint: say`Look at it again, and make your change to what it is now` },
    );
  },
});

export const deleteList = operation({
  id: "deleteList",
  summary: "Delete a list's settings; where its key is a kind's, it goes on as it is by itself",
  http: "DELETE /lists/:id",
  access: "content.edit",
  input: z.object({ id: z.uuid() }),
  output: List,
  async run({ db }, { id }) {
    const list = await readList(db, id);
    await db.deleteFrom("list").where("id", "=", id).execute();
    return list;
  },
});
