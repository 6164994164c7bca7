import { expect, test } from "vitest";
import { csvCell, readCsv } from "./read-csv.ts";

test("a table is read whatever divides it, with quotes, marks at its beginning and lines within cells", () => {
  expect(readCsv('\ufeffemail;name\r\na@b.example;"Olga; ""O"""\r\n\r\n"c@d.example";x\n')).toEqual([
    { line: 1, cells: ["email", "name"] },
    { line: 2, cells: ["a@b.example", 'Olga; "O"'] },
    { line: 4, cells: ["c@d.example", "x"] },
  ]);
  expect(readCsv('email,note\n"a@b.example","two\nlines"\nc@d.example,z')).toEqual([
    { line: 1, cells: ["email", "note"] },
    { line: 2, cells: ["a@b.example", "two\nlines"] },
    { line: 4, cells: ["c@d.example", "z"] },
  ]);
  expect(readCsv('a\t"b"x\tc').map(({ cells }) => cells.length)).toEqual([2]);
  expect(readCsv('"never closed\na,b')).toHaveLength(1);
  expect(readCsv("")).toEqual([]);
  expect([csvCell("=cmd()"), csvCell('a"b'), csvCell("a,b")]).toEqual(["'=cmd()", '"a""b"', '"a,b"']);
});
