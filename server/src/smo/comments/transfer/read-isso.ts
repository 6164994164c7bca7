import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { ImportedRow } from "./imported-row.ts";

/** isso/db/comments.py: 1 accepted, 2 in the moderation queue, 4 deleted but with answers. */
const states: Readonly<Record<number, ImportedRow["state"]>> = { 1: "published", 2: "held", 4: "deleted" };

const Row = z.object({
  id: z.number(),
  parent: z.number().nullable(),
  uri: z.string(),
  title: z.string().nullable(),
  created: z.number(),
  mode: z.number(),
  text: z.string().nullable(),
  author: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
});

/** isso keeps its comments in a file of SQLite's, which is its export. Throws `invalid` for any other file. */
export async function* readIsso(bytes: Uint8Array): AsyncIterable<ImportedRow> {
  const folder = await mkdtemp(join(tmpdir(), "samovar-isso-"));
  try {
    const file = join(folder, "comments.db");
    await writeFile(file, bytes);
    const database = open(file);
    try {
      for (const row of select(database)) yield rowOf(Row.parse(row));
    } finally {
      database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true, enableForeignKeyConstraints: false });
  } catch (cause) {
    throw notIsso(cause);
  }
}

function select(database: DatabaseSync): Iterable<unknown> {
  try {
    return database
      .prepare(
        `select comments.id, comments.parent, threads.uri, threads.title, comments.created, comments.mode,
          comments.text, comments.author, comments.email, comments.website
        from comments join threads on threads.id = comments.tid order by comments.id`,
      )
      .all();
  } catch (cause) {
    throw notIsso(cause);
  }
}

const notIsso = (cause: unknown) =>
  new Problem("invalid", say`file: is no database of isso`, {
    hint: say`Upload the file that isso's setting dbpath names`,
    cause,
  });

const rowOf = (row: z.output<typeof Row>): ImportedRow => ({
  sourceId: String(row.id),
  parentId: row.parent === null ? undefined : String(row.parent),
  page: row.uri,
  pageTitle: row.title ?? undefined,
  name: row.author ?? "",
  email: row.email ?? undefined,
  url: row.website ?? undefined,
  body: row.text ?? "",
  writtenAt: row.created,
  state: states[row.mode] ?? "held",
});
