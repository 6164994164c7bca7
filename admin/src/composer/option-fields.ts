/** A network's own choices as they come: JSON Schema. Read into the few kinds of field that the composer draws. */
export type OptionField = {
  readonly key: string;
  readonly title: string;
  readonly hint: string | undefined;
  readonly words: Words | undefined;
} & (
  | { readonly kind: "choice"; readonly values: readonly string[]; readonly usual: string }
  | { readonly kind: "text"; readonly usual: string; readonly maxLength: number | undefined }
  | {
      readonly kind: "number";
      readonly usual: number | undefined;
      readonly min: number | undefined;
      readonly max: number | undefined;
    }
  | { readonly kind: "switch"; readonly usual: boolean }
  | { readonly kind: "choices"; readonly values: readonly string[] }
  | { readonly kind: "texts" }
  | { readonly kind: "group"; readonly fields: readonly OptionField[] }
);

export interface Words {
  readonly en: string;
  readonly ru: string;
}

/** The fields of an object's schema, in its own order; what the composer can't draw is left out. */
export function fieldsOf(schema: unknown): OptionField[] {
  const properties = get(schema, "properties");
  if (typeof properties !== "object" || properties === null) return [];
  return Object.entries(properties).flatMap(([key, property]: [string, unknown]) => {
    const field = fieldOf(key, property);
    return field ? [field] : [];
  });
}

type Shared = Pick<OptionField, "key" | "title" | "hint" | "words">;

function fieldOf(key: string, schema: unknown): OptionField | undefined {
  const shared = {
    key,
    title: textOf(schema, "title") ?? key,
    hint: textOf(schema, "description"),
    words: wordsOf(get(schema, "words")),
  };
  const values = stringsOf(get(schema, "enum"));
  if (values)
    return { ...shared, kind: "choice", values, usual: textOf(schema, "default") ?? values[0] ?? "" };
  const type = get(schema, "type");
  return typeof type === "string" ? readers[type]?.(shared, schema) : undefined;
}

/** How each of JSON Schema's types is read. */
const readers: Readonly<Record<string, (shared: Shared, schema: unknown) => OptionField | undefined>> = {
  string: (shared, schema) => ({
    ...shared,
    kind: "text",
    usual: textOf(schema, "default") ?? "",
    maxLength: numberOf(schema, "maxLength"),
  }),
  boolean: (shared, schema) => ({ ...shared, kind: "switch", usual: get(schema, "default") === true }),
  integer: numberField,
  number: numberField,
  array: (shared, schema) => listField(shared, get(schema, "items")),
  object: (shared, schema) => ({ ...shared, kind: "group", fields: fieldsOf(schema) }),
};

function numberField(shared: Shared, schema: unknown): OptionField {
  const usual = numberOf(schema, "default");
  return { ...shared, kind: "number", usual, min: bound(schema, "minimum"), max: bound(schema, "maximum") };
}

function listField(shared: Shared, items: unknown): OptionField | undefined {
  const values = stringsOf(get(items, "enum"));
  if (values) return { ...shared, kind: "choices", values };
  return get(items, "type") === "string" ? { ...shared, kind: "texts" } : undefined;
}

/** What a group starts with when it is turned on: what its fields usually are, two empty lines where a list is wanted. */
export function startOf(fields: readonly OptionField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if (field.kind === "texts") return [[field.key, ["", ""]]];
      if (field.kind === "choices") return [[field.key, []]];
      if (field.kind === "group" || field.usual === undefined) return [];
      return [[field.key, field.usual]];
    }),
  );
}

/** Sets one choice; what is as usual again is not sent at all. */
export function withOption(
  options: Readonly<Record<string, unknown>>,
  field: OptionField,
  value: unknown,
): Record<string, unknown> {
  const isUsual =
    value === undefined ||
    ("usual" in field && value === field.usual) ||
    (field.kind === "choices" && Array.isArray(value) && value.length === 0);
  const rest = Object.fromEntries(Object.entries(options).filter(([key]) => key !== field.key));
  return isUsual ? rest : { ...rest, [field.key]: value };
}

const get = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

function textOf(schema: unknown, key: string): string | undefined {
  const value = get(schema, key);
  return typeof value === "string" ? value : undefined;
}

function numberOf(schema: unknown, key: string): number | undefined {
  const value = get(schema, key);
  return typeof value === "number" ? value : undefined;
}

/** `z.int()` bounds itself by what a double can hold; that is no bound for a person. */
function bound(schema: unknown, key: string): number | undefined {
  const value = numberOf(schema, key);
  return value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;
}

function stringsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((each): each is string => typeof each === "string");
  return texts.length === value.length ? texts : undefined;
}

function wordsOf(value: unknown): Words | undefined {
  const en = textOf(value, "en");
  const ru = textOf(value, "ru");
  return en !== undefined && ru !== undefined ? { en, ru } : undefined;
}
