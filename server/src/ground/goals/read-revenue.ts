import { z } from "zod";
import { EventId } from "#src/ground/events/index.ts";
import { readCsv } from "#src/platform/csv/read-csv.ts";
import { Currency } from "./currency.ts";

export interface RevenueRow {
  readonly line: number;
  readonly orderId: string;
  readonly at: Date;
  /** Below zero: a refund. */
  readonly value: number;
  readonly currency: string;
  readonly s: string | undefined;
  readonly visitor: string | undefined;
}

export interface Fault {
  readonly line: number;
  readonly value: string;
  readonly reason: string;
}

interface Given {
  /** Of rows that name none. */
  readonly currency: string | undefined;
  readonly now: Date;
}

/** Payments of a table, each order's payment and refund once; and each row that can't be taken, with its line. */
export function readRevenue(csv: string, given: Given) {
  const [head, ...body] = readCsv(csv);
  const columns = columnsOf(head?.cells ?? []);
  const rows = new Map<string, RevenueRow>();
  const faulty = faultsOfHead(head, columns);
  let repeated = 0;
  for (const { line, cells } of faulty.length > 0 ? [] : body) {
    const read = readRow({ line, cell: (name) => cells[columns.get(name) ?? -1] ?? "", given });
    if ("reason" in read) faulty.push(read);
    else if (rows.has(keyOf(read))) repeated += 1;
    else rows.set(keyOf(read), read);
  }
  return { count: body.length, rows: [...rows.values()], faulty, repeated };
}

function faultsOfHead(
  head: ReturnType<typeof readCsv>[number] | undefined,
  columns: ReadonlyMap<Column, number>,
): Fault[] {
  const missing = needed.filter((name) => !columns.has(name));
  if (missing.length === 0) return [];
  const reason = `names no column ${missing.join(", ")}; begin with a line such as order_id,at,value,currency`;
  return [{ line: head?.line ?? 1, value: (head?.cells ?? []).join(",").slice(0, 100), reason }];
}

const keyOf = ({ orderId, value }: RevenueRow) => `${value < 0 ? "refund" : "order"}:${orderId}`;

const names = {
  order_id: ["order_id", "order id", "order", "заказ", "номер заказа"],
  at: ["at", "date", "time", "paid_at", "дата", "время"],
  value: ["value", "amount", "total", "revenue", "сумма"],
  currency: ["currency", "валюта"],
  s: ["s", "smv"],
  visitor: ["visitor", "посетитель"],
} as const;
type Column = keyof typeof names;
const needed = ["order_id", "at", "value"] as const satisfies readonly Column[];

function columnsOf(cells: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map(cells.map((cell, index) => [cell.toLowerCase(), index]));
  const columns = new Map<Column, number>();
  for (const [name, aliases] of Object.entries(names)) {
    const place = aliases.map((alias) => places.get(alias)).find((index) => index !== undefined);
    if (place !== undefined) columns.set(name as Column, place); // a key of `names`
  }
  return columns;
}

interface Look {
  readonly line: number;
  readonly cell: (name: Column) => string;
  readonly given: Given;
}

const Row = z.object({
  order_id: z.string().regex(/^[\w.:/#-]{1,80}$/, "must be 1 to 80 letters, digits and . _ : / # -"),
  at: z.date("is no time from 2000 until now, such as 2025-01-31T12:00:00+03:00; without a zone: UTC"),
  value: z.number("is no amount of money, such as 1990.50 or -1990.50"),
  currency: Currency,
  s: EventId.optional(),
  visitor: z
    .string()
    .min(16, "is shorter than the 16 characters of a visitor's lasting id")
    .max(64, "is longer than the 64 characters of a visitor's lasting id")
    .optional(),
});

function readRow({ line, cell, given }: Look): RevenueRow | Fault {
  const read = Row.safeParse({
    order_id: cell("order_id"),
    at: readTime(cell("at"), given.now),
    value: readMoney(cell("value")),
    currency: cell("currency") || (given.currency ?? ""),
    s: cell("s") || undefined,
    visitor: cell("visitor") || undefined,
  });
  if (read.success) {
    const { order_id: orderId, at, value, currency, s, visitor } = read.data;
    return { line, orderId, at, value, currency, s, visitor };
  }
  const [issue] = read.error.issues;
  const name = Row.keyof().safeParse(issue?.path[0]).data ?? "order_id";
  return { line, value: cell(name).slice(0, 100), reason: `${name}: ${issue?.message ?? ""}` };
}

const earliest = Date.UTC(2000, 0, 1);
const isoTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Never by this machine's own zone: what names none is UTC. */
function readTime(text: string, now: Date): Date | undefined {
  const [, day, time = "00:00", zone = "Z"] = isoTime.exec(text) ?? [];
  if (day === undefined) return undefined;
  const ms = Date.parse(`${day}T${time}${zone.replace(/^(...)(\d\d)$/, "$1:$2")}`);
  // Of 30 February a parser makes 2 March.
  const midnight = new Date(`${day}T00:00Z`);
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  return isDay && ms >= earliest && ms <= now.getTime() ? new Date(ms) : undefined;
}

/** A point or a comma before the cents; `1,234` could be either, and is not guessed. */
function readMoney(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-");
  if (!/^-?\d{1,10}(?:\.\d{1,4}|,\d{1,2})?$/.test(plain)) return undefined;
  const value = Number(plain.replace(",", "."));
  return Math.abs(value) <= 1e9 ? value : undefined;
}
