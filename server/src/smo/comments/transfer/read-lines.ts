import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { CommentState } from "../schema.ts";
import { htmlToBody } from "./html-to-body.ts";
import type { ImportedRow, ReadExport } from "./imported-row.ts";

const text = z.string().nullish();

const Remark = z.object({
  id: z.string(),
  pid: text,
  text,
  orig: text,
  user: z.object({ name: text }),
  locator: z.object({ url: z.string() }),
  time: z.string(),
  delete: z.boolean().nullish(),
  title: text,
});

/** remark42's backup: a line about the whole, then a line a comment. */
export const readRemark42: ReadExport = async function* read(pieces) {
  for await (const value of readJsonLines(pieces)) {
    const row = Remark.safeParse(value);
    if (row.success) yield remarkOf(row.data);
    else if (isComment(value)) yield broken(value);
  }
};

const isComment = (value: unknown) => "locator" in Object(value) || "pid" in Object(value);

function remarkOf(row: z.output<typeof Remark>): ImportedRow {
  return {
    sourceId: row.id,
    parentId: row.pid || undefined,
    page: row.locator.url,
    pageTitle: row.title || undefined,
    name: row.user.name ?? "",
    email: undefined,
    url: undefined,
    body: row.orig || htmlToBody(row.text ?? ""),
    writtenAt: row.time,
    state: row.delete === true ? "deleted" : "published",
  };
}

const Own = z.object({
  id: z.string(),
  parentId: text,
  page: z.string(),
  pageTitle: text,
  name: z.string(),
  email: text,
  url: text,
  body: z.string(),
  createdAt: z.string(),
  state: CommentState,
});

/** What our own export writes. */
export const readSamovar: ReadExport = async function* read(pieces) {
  for await (const value of readJsonLines(pieces)) {
    const row = Own.safeParse(value);
    if (!row.success) {
      yield broken(value);
      continue;
    }
    const { id, parentId, pageTitle, email, url, createdAt, ...same } = row.data;
    yield {
      ...same,
      sourceId: id,
      parentId: parentId ?? undefined,
      pageTitle: pageTitle ?? undefined,
      email: email ?? undefined,
      url: url ?? undefined,
      writtenAt: createdAt,
    };
  }
};

/** A row that lacks what it needs: the report names it by what is left of it. */
const broken = (value: unknown): ImportedRow => ({
  sourceId: String(Object(value).id ?? ""),
  parentId: undefined,
  page: "",
  pageTitle: undefined,
  name: "",
  email: undefined,
  url: undefined,
  body: "",
  writtenAt: "",
  state: "held",
});

async function* readJsonLines(pieces: AsyncIterable<string>): AsyncIterable<unknown> {
  let rest = "";
  let number = 0;
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield* parseLine(line, (number += 1));
  }
  yield* parseLine(rest, number + 1);
}

function* parseLine(line: string, number: number): Iterable<unknown> {
  if (line.trim() === "") return;
  try {
    yield JSON.parse(line);
  } catch (cause) {
    throw new Problem("invalid", say`file: line ${number} is not JSON: "${line.slice(0, 80)}"`, {
      hint: say`Export it again, and unpack it if it came as an archive`,
      cause,
    });
  }
}
