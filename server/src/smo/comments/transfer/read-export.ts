import type { ImportedRow, ImportFormat } from "./imported-row.ts";
import { readDisqus } from "./read-disqus.ts";
import { readIsso } from "./read-isso.ts";
import { readRemark42, readSamovar } from "./read-lines.ts";
import { readWordpress } from "./read-wordpress.ts";

/** The rows of an export. Text is decoded piece by piece; only a database is read whole. */
export async function* readExport(file: Blob, format: ImportFormat): AsyncIterable<ImportedRow> {
  if (format === "isso") return yield* readIsso(new Uint8Array(await file.arrayBuffer()));
  yield* readers[format](piecesOf(file));
}

const readers = {
  disqus: readDisqus,
  wordpress: readWordpress,
  remark42: readRemark42,
  samovar: readSamovar,
} as const;

async function* piecesOf(file: Blob): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for await (const bytes of file.stream()) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}
