/**
 * Rows of a table in CSV (RFC 4180), separated by commas, semicolons or tabs, whichever its first line has most of.
 * Quoted cells may hold anything. Each row knows the line that it begins on. A quote that is never closed ends with
 * the text, so that a row is told as faulty rather than the whole file lost.
 */
export function readCsv(
  text: string,
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const source = text.replace(/^\ufeff/, "");
  const separator = separatorOf(source.slice(0, source.search(/[\r\n]|$/)));
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)(?:"|$)|([^"\\r\\n${separator}][^\\r\\n${separator}]*)?)(${separator}|\\r?\\n|\\r|$)`,
    "y",
  );
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  let cells: string[] = [];
  while (cell.lastIndex < source.length) {
    const began = line;
    const from = cell.lastIndex;
    const found = cell.exec(source);
    if (!found) {
      // Something stands after a closing quote: the rest of the line belongs to this cell as it is.
      const end = source.slice(from).search(/\r?\n|\r|$/) + from;
      cells.push(source.slice(from, end));
      cell.lastIndex = end;
      continue;
    }
    const [all, quoted, plain, end] = found;
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? "").trim());
    line += all.split(/\r\n|\n|\r/).length - 1;
    if (end === separator) continue;
    if (cells.some((part) => part !== "")) rows.push({ line: began, cells });
    cells = [];
    if (all === "") break;
  }
  if (cells.some((part) => part !== "")) rows.push({ line, cells });
  return rows;
}

function separatorOf(head: string): string {
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ",";
}

/** A cell that a table's program will not take for a formula. */
export const csvCell = (value: string): string => {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
