import { keyOfAddress, parseAddress } from "#src/ground/mail/index.ts";
import { readCsv } from "#src/platform/csv/read-csv.ts";
import { Frequency, Language } from "./letters-schema.ts";
import type { Topic } from "./read-settings.ts";

interface Fallback {
  readonly language: Language;
  readonly frequency?: Frequency | undefined;
  readonly frequencies: readonly Frequency[];
  readonly topics: readonly Topic[];
}

export interface ImportRow {
  readonly line: number;
  readonly address: string;
  readonly language: Language;
  readonly frequency: Frequency;
  readonly topicIds: readonly string[];
  readonly confirmedAt: Date | undefined;
}

interface Fault {
  readonly line: number;
  readonly value: string;
  readonly reason: string;
}

/** What a table says: rows that can be taken, each address once; and each row that can't, with its line and value. */
export function readImport(csv: string, fallback: Fallback) {
  const table = readCsv(csv);
  const [head] = table;
  const names = headOf(head?.cells ?? []);
  const body = names ? table.slice(1) : table;
  const columns = names ?? { email: 0 };
  const rows = new Map<string, ImportRow>();
  const faulty: Fault[] = [];
  let repeated = 0;
  for (const { line, cells } of body) {
    const read = readRow(line, cells, { columns, fallback });
    if ("reason" in read) faulty.push(read);
    else if (rows.has(keyOfAddress(read.address))) repeated += 1;
    else rows.set(keyOfAddress(read.address), read);
  }
  return { count: body.length, rows: [...rows.values()], faulty, repeated };
}

const aliases: Readonly<Record<string, string>> = {
  email: "email",
  "e-mail": "email",
  mail: "email",
  address: "email",
  "email address": "email",
  почта: "email",
  адрес: "email",
  language: "language",
  язык: "language",
  frequency: "frequency",
  частота: "frequency",
  topics: "topics",
  темы: "topics",
  confirmed_at: "confirmed_at",
  confirmed: "confirmed_at",
};

type Columns = Readonly<Record<string, number>>;

/** Which column is which; undefined where the first row is no head. */
function headOf(cells: readonly string[]): Columns | undefined {
  const named = cells.flatMap((cell, index) => {
    const name = aliases[cell.toLowerCase()];
    return name === undefined ? [] : [[name, index] as const];
  });
  return named.some(([name]) => name === "email") ? Object.fromEntries(named) : undefined;
}

interface Look {
  readonly columns: Columns;
  readonly fallback: Fallback;
}

function readRow(line: number, cells: readonly string[], { columns, fallback }: Look): ImportRow | Fault {
  const cell = (name: string) => {
    const index = columns[name];
    return index === undefined ? "" : (cells[index] ?? "");
  };
  const address = parseAddress(cell("email"));
  const language = readLanguage(cell("language"), fallback);
  const frequency = readFrequency(cell("frequency"), fallback);
  const topicIds = readTopicNames(cell("topics"), fallback.topics);
  const confirmedAt = readTime(cell("confirmed_at"));
  const fault = (value: string, reason: string): Fault => ({ line, value: value.slice(0, 100), reason });
  if (address === undefined) return fault(cell("email"), "is no e-mail address");
  if (language === undefined) return fault(cell("language"), "is no language of letters; use ru or en");
  if (frequency === undefined) return fault(cell("frequency"), "is no frequency; use each, daily or weekly");
  if (typeof topicIds === "string") return fault(topicIds, "is no topic of this site");
  if (confirmedAt === null)
    return fault(cell("confirmed_at"), "is no time in the past, such as 2025-01-31T12:00:00Z");
  return { line, address, language, frequency, topicIds, confirmedAt };
}

const readLanguage = (text: string, { language }: Fallback) =>
  text === "" ? language : Language.safeParse(text.slice(0, 2).toLowerCase()).data;

const readFrequency = (text: string, { frequency, frequencies }: Fallback) =>
  text === "" ? (frequency ?? frequencies[0]) : Frequency.safeParse(text.toLowerCase()).data;

/** Undefined where none is said, null where it is no time that has been. */
function readTime(text: string): Date | undefined | null {
  if (text === "") return undefined;
  const at = new Date(text);
  return isPast(at) ? at : null;
}

const isPast = (at: Date) => at.getTime() > 0 && at.getTime() <= Date.now();

/** Names divided by `|` or `;`; a name that the site does not have is the answer. */
function readTopicNames(text: string, topics: readonly Topic[]): readonly string[] | string {
  const names = text
    .split(/[|;]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const ids: string[] = [];
  for (const name of names) {
    const topic = topics.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!topic) return name;
    ids.push(topic.id);
  }
  return ids;
}
