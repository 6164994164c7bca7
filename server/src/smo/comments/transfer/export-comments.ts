import { sql } from "kysely";
import type { Database } from "#src/platform/database/database.ts";

const rowsAtOnce = 500;

export interface ExportedSite {
  readonly workspaceId: string;
  readonly siteId: string;
  readonly origin: string;
}

/** All comments of a site, thread by thread and in each as they were written; five hundred in memory at a time. */
export async function* readForExport(database: Database, { workspaceId, siteId }: ExportedSite) {
  let after: { readonly threadId: string; readonly id: string } | undefined;
  for (;;) {
    const rows = await database.transact(workspaceId, (db) =>
      db
        .selectFrom("comment")
        .innerJoin("commentAuthor as author", "author.id", "comment.authorId")
        .innerJoin("commentThread as thread", "thread.id", "comment.threadId")
        .select([
          "comment.id",
          "comment.threadId",
          "comment.parentId",
          "comment.body",
          "comment.html",
          "comment.rating",
          "comment.state",
          "comment.source",
          "comment.sourceUrl",
          "comment.createdAt",
          "comment.editedAt",
          "author.name",
          "author.email",
          "author.url",
          "thread.path",
          "thread.title",
        ])
        .where("comment.siteId", "=", siteId)
        .$if(after !== undefined, (query) =>
          query.where(
            sql<boolean>`(comment.thread_id, comment.id) > (${after?.threadId}::uuid, ${after?.id}::uuid)`,
          ),
        )
        .orderBy("comment.threadId")
        .orderBy("comment.id")
        .limit(rowsAtOnce)
        .execute(),
    );
    yield* rows;
    after = rows.at(-1);
    if (rows.length < rowsAtOnce) return;
  }
}

export type ExportedRow = ReturnType<typeof readForExport> extends AsyncIterable<infer Row> ? Row : never;

/** One JSON object a line: what `importComments` takes as `samovar`. */
export async function* writeLines(rows: AsyncIterable<ExportedRow>, origin: string): AsyncIterable<string> {
  for await (const row of rows) {
    const { id, parentId, name, email, url, body, rating, state, source, sourceUrl } = row;
    const page = `${origin}${row.path}`;
    const at = { createdAt: row.createdAt.toISOString(), editedAt: row.editedAt?.toISOString() ?? null };
    const line = { id, parentId, page, pageTitle: row.title, name, email, url, body, rating, state, ...at };
    yield `${JSON.stringify({ ...line, source, sourceUrl })}\n`;
  }
}

/** WordPress eXtended RSS 1.2: what WordPress and most other engines import. */
export async function* writeWxr(rows: AsyncIterable<ExportedRow>, origin: string): AsyncIterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>${escapeXml(origin)}</title>
<link>${escapeXml(origin)}</link>
<wp:wxr_version>1.2</wp:wxr_version>
`;
  const numbers = new Map<string, number>();
  let threadId: string | undefined;
  for await (const row of rows) {
    if (row.threadId !== threadId) {
      if (threadId !== undefined) yield "</item>\n";
      numbers.clear();
      threadId = row.threadId;
      yield itemOf(row, origin);
    }
    yield commentOf(row, numbers);
  }
  yield `${threadId === undefined ? "" : "</item>\n"}</channel>\n</rss>\n`;
}

const itemOf = ({ title, path }: ExportedRow, origin: string) => `<item>
<title>${escapeXml(title ?? path)}</title>
<link>${escapeXml(`${origin}${path}`)}</link>
<wp:post_type>post</wp:post_type>
<wp:status>publish</wp:status>
`;

/** WordPress counts comments in whole numbers; they need only differ within an item, and parents come first. */
function commentOf(row: ExportedRow, numbers: Map<string, number>): string {
  const number = numbers.size + 1;
  numbers.set(row.id, number);
  const at = row.createdAt.toISOString().slice(0, 19).replace("T", " ");
  return `<wp:comment>
<wp:comment_id>${number}</wp:comment_id>
<wp:comment_author>${escapeXml(row.name)}</wp:comment_author>
<wp:comment_author_email>${escapeXml(row.email ?? "")}</wp:comment_author_email>
<wp:comment_author_url>${escapeXml(row.url ?? "")}</wp:comment_author_url>
<wp:comment_date>${at}</wp:comment_date>
<wp:comment_date_gmt>${at}</wp:comment_date_gmt>
<wp:comment_content>${escapeXml(row.html)}</wp:comment_content>
<wp:comment_approved>${approvals[row.state] ?? "0"}</wp:comment_approved>
<wp:comment_type>comment</wp:comment_type>
<wp:comment_parent>${numbers.get(row.parentId ?? "") ?? 0}</wp:comment_parent>
</wp:comment>
`;
}

const approvals: Readonly<Record<string, string>> = {
  published: "1",
  held: "0",
  spam: "spam",
  rejected: "trash",
  deleted: "trash",
};

const escapeXml = (text: string) =>
  text
    .replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    // XML 1.0 has no form for these at all.
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
