import type { Selectable } from "kysely";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { List as Row } from "#src/platform/database/tables.gen.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { List } from "./schema.ts";
import { Ban, ListKind, ListSettings, Pin, Quota } from "./schema.ts";

/** How a list is as long as nobody has set it. The migration's column defaults say the same. */
export const defaults = {
  title: null,
  size: 5,
  isOn: true,
  holdOutPercent: 10,
  holdOutSees: "nothing",
  explorePercent: 30,
  maxAgeDays: null,
  pins: [],
  bans: [],
  quotas: [],
} satisfies Omit<ListSettings, "kind">;

/** Rows hold instants as texts within JSON. */
const Editors = z.object({ pins: z.array(Pin), bans: z.array(Ban), quotas: z.array(Quota) });

export function listOf(row: Selectable<Row>): List {
  return {
    ...row,
    kind: ListKind.parse(row.kind),
    holdOutSees: ListSettings.shape.holdOutSees.parse(row.holdOutSees),
    ...Editors.parse({ pins: row.pins, bans: row.bans, quotas: row.quotas }),
  };
}

/** Settings as columns; what is undefined is left as it is. */
export function columnsOf({ pins, bans, quotas, ...rest }: Given<ListSettings>) {
  return {
    ...rest,
    ...(pins && { pins: JSON.stringify(pins) }),
    ...(bans && { bans: JSON.stringify(bans) }),
    ...(quotas && { quotas: JSON.stringify(quotas) }),
  };
}

/** Throws `not_found`. */
export async function readList(db: Db, id: string): Promise<List> {
  const row = await db.selectFrom("list").selectAll().where("id", "=", id).executeTakeFirst();
  if (row) return listOf(row);
  throw new Problem("not_found", say`There is no list ${id} here`, { hint: say`See listLists for yours` });
}

export interface NamedSettings extends ListSettings {
  readonly key: string;
}

/** The list that goes by this key on a site: as it was set, or, where the key is a kind's, as it is by itself. */
export async function findList(db: Db, siteId: string, key: string): Promise<NamedSettings | undefined> {
  const row = await db
    .selectFrom("list")
    .selectAll()
    .where("siteId", "=", siteId)
    .where("key", "=", key)
    .executeTakeFirst();
  if (row) return listOf(row);
  const kind = ListKind.safeParse(key);
  return kind.success ? { ...defaults, key, kind: kind.data } : undefined;
}

export const noSuchList = (key: string) =>
  new Problem("not_found", say`The site has no list "${key}"`, {
    hint: say`Use one of ${ListKind.options.join(", ")}, or make a list with this key in Samovar`,
  });

type Given<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };
