import type { Context, Inside } from "#src/platform/operation/context.ts";
import { addComment } from "../add-comment.ts";
import { openAuthor } from "../comment-authors.ts";
import { openThread } from "../find-thread.ts";
import type { FitRow } from "./check-row.ts";
import type { ImportFormat } from "./imported-row.ts";

const rowsAtOnce = 100;

interface Import {
  readonly siteId: string;
  readonly format: ImportFormat;
  readonly rows: readonly FitRow[];
}

interface Kept {
  readonly added: number;
  readonly existing: number;
  readonly withoutParent: readonly string[];
}

/**
 * Keeps rows in the order in which they were written, a hundred in a transaction. Whoever is cut off begins again: what
 * is here already is found by its id there, and not kept twice.
 */
export async function keepRows(ctx: Pick<Context, "transact" | "now">, asked: Import): Promise<Kept> {
  const rows = asked.rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const ids = new Map<string, string>();
  const withoutParent: string[] = [];
  let added = 0;
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await ctx.transact(async (inside) => {
      for (const row of rows.slice(from, from + rowsAtOnce)) {
        if (row.parentId !== undefined && !ids.has(row.parentId)) withoutParent.push(row.sourceId);
        const { id, isNew } = await keepRow(inside, { ...asked, row, parent: ids.get(row.parentId ?? "") });
        ids.set(row.sourceId, id);
        if (isNew) added += 1;
      }
    });
  return { added, existing: rows.length - added, withoutParent };
}

interface Keeping {
  readonly siteId: string;
  readonly format: ImportFormat;
  readonly row: FitRow;
  readonly parent: string | undefined;
}

async function keepRow(inside: Inside, { siteId, format, row, parent }: Keeping) {
  const { db } = inside;
  const sourceId = `${format}:${row.sourceId}`;
  const known = await db
    .selectFrom("comment")
    .select("id")
    .where("siteId", "=", siteId)
    .where("source", "=", "import")
    .where("sourceId", "=", sourceId)
    .executeTakeFirst();
  if (known) return { id: known.id, isNew: false };
  const thread = await openThread(
    db,
    { siteId, path: row.path },
    { title: row.pageTitle?.slice(0, 300), now: row.createdAt },
  );
  const author = await openAuthor(db, authorOf({ siteId, format, row }), row.createdAt);
  const kept = await addComment(inside, {
    threadId: thread.id,
    parentId: parent ?? null,
    authorId: author.id,
    source: "import",
    sourceId,
    body: row.body,
    state: row.state,
    createdAt: row.createdAt,
  });
  if (!kept) throw new Error(`The comment ${sourceId} was kept by somebody else in the meantime`);
  return { id: kept.id, isNew: true };
}

/** The same name and address are the same person, and nobody can sign in as him. */
const authorOf = ({ siteId, format, row }: Omit<Keeping, "parent">) => ({
  siteId,
  kind: "foreign" as const,
  subject: `import:${format}:${(row.email ?? row.name).toLowerCase().slice(0, 200)}`,
  name: row.name || "—",
  email: row.email?.slice(0, 320),
  url: row.url !== undefined && /^https?:\/\//.test(row.url) ? row.url.slice(0, 500) : undefined,
});
