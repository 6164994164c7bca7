import type { catalogue as wholeCatalogue, OperationId } from "@samovar/client";

/** What the catalogue says of an operation, as far as a command needs it. */
export interface CatalogueEntry {
  readonly id: OperationId;
  readonly summary: string;
  readonly access: string;
  readonly method: string;
  readonly path: string;
  readonly input: object;
}

type Kind = "text" | "number" | "flag" | "list" | "json" | "file";

/** One field of an operation's input, as it is typed in a terminal. */
export interface Field {
  /** As the operation calls it: `siteId`. */
  readonly name: string;
  /** As the terminal calls it: `site-id`. */
  readonly flag: string;
  readonly kind: Kind;
  readonly isRequired: boolean;
  readonly description: string;
  readonly choices: readonly string[];
}

/** An operation as a command. Segments of its path are arguments, all else are options. */
export interface Command {
  readonly id: OperationId;
  readonly name: string;
  readonly summary: string;
  readonly access: string;
  readonly arguments: readonly Field[];
  readonly options: readonly Field[];
  /** Answers page by page. */
  readonly isList: boolean;
}

/** One command for each operation of the catalogue. */
export function commandsOf(entries: readonly CatalogueEntry[] | typeof wholeCatalogue): readonly Command[] {
  return entries.map(commandOf);
}

function commandOf({ id, summary, access, method, path, input }: CatalogueEntry): Command {
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);
  const fields = fieldsOf(input);
  const named = new Map(fields.map((field) => [field.name, field]));
  return {
    id,
    name: kebab(id),
    summary,
    access,
    arguments: inPath.flatMap((name) => named.get(name ?? "") ?? []),
    options: fields.filter(({ name }) => !inPath.includes(name)),
    isList: method === "GET" && named.has("after"),
  };
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

function fieldsOf(input: object): Field[] {
  const { properties = {}, required = [] }: Schema = input;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    flag: kebab(name),
    kind: kindOf(schema),
    isRequired: required.includes(name),
    description: describe(schema),
    choices: (schema.enum ?? schema.items?.enum ?? []).map(String),
  }));
}

function kindOf(schema: Schema): Kind {
  if (JSON.stringify(schema).includes('"format":"binary"')) return "file";
  if (schema.type === "string") return "text";
  if (schema.type === "integer" || schema.type === "number") return "number";
  if (schema.type === "boolean") return "flag";
  return schema.type === "array" && schema.items?.type === "string" ? "list" : "json";
}

function describe({ description = "", default: usual }: Schema): string {
  const isTold = usual !== undefined && usual !== "";
  return isTold ? `${description} (default: ${JSON.stringify(usual)})`.trim() : description;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
