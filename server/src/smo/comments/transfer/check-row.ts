import { pathOfPage } from "../page-path.ts";
import { cleanText } from "../clean-text.ts";
import { maxCommentLength } from "../schema.ts";
import type { ImportedRow } from "./imported-row.ts";

export const rowFaults = ["no-page", "no-date", "no-text", "cut", "no-parent"] as const;
export type RowFault = (typeof rowFaults)[number];

/** A row that can be kept, by its page's path and its instant. */
export interface FitRow extends Omit<ImportedRow, "writtenAt" | "page"> {
  readonly path: string;
  readonly createdAt: Date;
}

/** The row as it can be kept, or why not. `cut` is kept all the same. */
export function checkRow(row: ImportedRow): { readonly fit?: FitRow; readonly fault?: RowFault } {
  const path = findPath(row.page);
  if (path === undefined) return { fault: "no-page" };
  const createdAt = instantOf(row.writtenAt);
  if (createdAt === undefined) return { fault: "no-date" };
  const body = row.state === "deleted" ? "" : cleanText(row.body);
  if (body === "" && row.state !== "deleted") return { fault: "no-text" };
  const { page: _page, writtenAt: _writtenAt, ...same } = row;
  const fit = { ...same, path, createdAt, body: body.slice(0, maxCommentLength).toWellFormed() };
  return body.length > maxCommentLength ? { fit, fault: "cut" } : { fit };
}

/** The page's path, whatever host it stood on then: a site may have moved. */
function findPath(page: string): string | undefined {
  const url = URL.parse(page, "https://page.invalid");
  if (page.trim() === "" || !url || !/^https?:$/.test(url.protocol) || url.href.length > 2000)
    return undefined;
  return pathOfPage(url.href, [url.origin]);
}

const earliest = Date.UTC(1990, 0, 1);

function instantOf(writtenAt: string | number): Date | undefined {
  const at = new Date(typeof writtenAt === "number" ? writtenAt * 1000 : writtenAt);
  const time = at.getTime();
  return Number.isNaN(time) || time < earliest || time > Date.now() + 86_400_000 ? undefined : at;
}
