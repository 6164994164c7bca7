import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import type { Command, Field } from "./commands.ts";
import { UsageError } from "./failure.ts";

type Values = Readonly<Record<string, unknown>>;

export interface Typed {
  readonly arguments: readonly (string | undefined)[];
  readonly options: Values;
  /** Where `--input -` reads from. */
  readonly stdin: Readable;
}

/** The operation's input: the JSON of `--input`, and over it what was typed field by field. */
export async function readInput(command: Command, typed: Typed): Promise<Record<string, unknown>> {
  const whole = await readWhole(typed);
  const fields = [
    ...command.arguments.map((field, index) => [field, typed.arguments[index]] as const),
    ...command.options.map((field) => [field, typed.options[camel(field.flag)]] as const),
  ];
  const input: Record<string, unknown> = { ...whole };
  for (const [field, value] of fields) {
    if (value !== undefined) input[field.name] = await valueOf(field, value);
  }
  for (const [field] of fields) {
    if (!field.isRequired || input[field.name] !== undefined) continue;
    const place = command.arguments.includes(field) ? `<${field.flag}>` : `--${field.flag}`;
    throw new UsageError(`${place} is missing`, `See: samovar ${command.name} --help`);
  }
  return input;
}

async function readWhole({ options, stdin }: Typed): Promise<Values> {
  const place = options["input"];
  if (typeof place !== "string") return {};
  const json = place === "-" ? await text(stdin) : await readFile(place, "utf8").catch(cannotRead(place));
  const value: unknown = parseJson(json, "--input");
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new UsageError("--input holds no JSON object", 'Give one such as {"name": "…"}');
}

async function valueOf({ kind, flag }: Field, typed: unknown): Promise<unknown> {
  if (kind === "json") return parseJson(String(typed), `--${flag}`);
  if (kind === "number") return numberOf(String(typed), flag);
  if (kind !== "file") return typed;
  const path = String(typed);
  const bytes = await readFile(path).catch(cannotRead(path));
  return new File([bytes], basename(path));
}

function numberOf(typed: string, flag: string): number {
  const number = Number(typed);
  if (typed.trim() !== "" && Number.isFinite(number)) return number;
  throw new UsageError(`--${flag}: "${typed}" is no number`, "Write it in digits, as in 10");
}

function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UsageError(`${place} is not JSON: ${String(error)}`, "Put it into single quotes for the shell");
  }
}

const cannotRead = (path: string) => (error: unknown) => {
  throw new UsageError(
    `${path} can't be read: ${error instanceof Error ? error.message : String(error)}`,
    "See the path",
  );
};

const camel = (flag: string) => flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
