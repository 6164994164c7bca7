import { inspect, stripVTControlCharacters } from "node:util";

const maxCellWidth = 48;
const maxColumns = 7;

/** For people: a list as a table, a thing as its fields, one a line. */
export function formatAnswer(answer: unknown, width: number): string {
  const { items, next }: { items?: unknown; next?: unknown } = Object(answer);
  if (!Array.isArray(items)) return formatThing(answer);
  if (items.length === 0) return "Nothing here.";
  const more = typeof next === "string" ? `\nThere is more: --after ${next}, or --all` : "";
  return `${formatTable(items, width)}${more}`;
}

function formatThing(thing: unknown): string {
  if (typeof thing !== "object" || thing === null) return String(thing);
  const names = Object.keys(thing);
  const width = Math.max(...names.map((name) => name.length), 0);
  return Object.entries(thing)
    .map(([name, value]) => `${name.padEnd(width)}  ${cell(value)}`)
    .join("\n");
}

function formatTable(items: readonly unknown[], width: number): string {
  const rows = items.map((item): Record<string, unknown> => Object(item));
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    .filter((name) => rows.some((row) => isShort(row[name])))
    .slice(0, maxColumns);
  const lines = [names, ...rows.map((row) => names.map((name) => cut(cell(row[name]))))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line))
    .join("\n");
}

const isShort = (value: unknown) =>
  value !== undefined && (typeof value !== "object" || value === null || Array.isArray(value));

const cut = (text: string) => (text.length > maxCellWidth ? `${text.slice(0, maxCellWidth - 1)}…` : text);

/** One line of text. What others wrote must not steer the terminal. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return stripVTControlCharacters(textOf(value)).replaceAll(/\p{Cc}+/gu, " ");
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((part) => typeof part !== "object")) return value.join(", ");
  return inspect(value, { breakLength: Infinity, depth: 3 });
}
