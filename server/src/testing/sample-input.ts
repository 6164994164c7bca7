import type { JsonSchema } from "#src/surfaces/json-schema.ts";

/** Values for fields whose rules JSON Schema does not tell. */
const known: Readonly<Record<string, unknown>> = {
  email: "guest@samovar.test",
  timeZone: "Europe/Moscow",
  zone: "Europe/Moscow",
  address: "guest@samovar.test",
  root: "0192f0c1-2345-7abc-8def-0123456789ab",
  host: "smtp.example.com",
  issuer: "https://site.example",
  feedUrl: "https://site.example/feed",
  listKey: "a-list",
  until: "2036-01-01T00:00:00Z",
  editedAt: "2026-01-01T00:00:00Z",
  origin: "https://site.example",
  url: "https://site.example/page",
  pageUrl: "https://site.example/page",
  linkUrl: "https://site.example/page",
  publishedOn: "2026-01-20",
  day: "2026-01-20",
  firstDay: "2026-01-20",
  lastDay: "2026-01-20",
  local: "2031-01-20T10:30",
  languages: ["en"],
  from: "2026-01-01T00:00:00Z",
  to: "2026-02-01T00:00:00Z",
  expiresAt: "2036-01-01T00:00:00Z",
  slug: "a-sample-slug",
  key: "a-sample-key",
  path: "/page",
  pattern: "/page*",
  prefix: "/page",
  rule: "LP02",
  oembed: "https://site.example/oembed?url={url}",
  language: "ru",
  currency: "EUR",
  creator: "@name@social.example",
  themeColor: "#1f6feb",
  unanswered: "true",
  file: Buffer.from("not a picture").toString("base64"),
};

const someId = "0192f0c1-2345-7abc-8def-0123456789ab";

/** An input that an operation's schema takes, all fields given; ids are `id`. */
export function sampleInput(schema: JsonSchema, id: string = someId): Record<string, unknown> {
  const sample = sampleOf({ schema, root: schema, id }, "");
  return Object(sample);
}

interface Asked {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  readonly id: string;
}

function sampleOf(asked: Asked, name: string): unknown {
  const { schema, id } = asked;
  const part = partOf(asked);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const byName = knownOf(schema, name);
  if (byName !== undefined) return byName;
  if (part !== undefined) return sampleOf({ ...asked, schema: part }, name);
  if (schema.format === "uuid") return id;
  return samples[String(schema.type)]?.(asked, name) ?? null;
}

/** By a field's name. A yes or no has none, and `from` is a time but where it is plain text: a letter's sender. */
function knownOf({ type, format }: JsonSchema, name: string): unknown {
  if (type === "object" || type === "boolean") return undefined;
  if (name === "from" && type === "string" && format === undefined) return known["address"];
  return known[name];
}

/** What a schema points at, or the first of what it leaves open. */
function partOf({ schema, root }: Asked): JsonSchema | undefined {
  if (schema.$ref !== undefined) return Object(root.$defs?.[schema.$ref.replace("#/$defs/", "")]);
  const [option] = schema.anyOf ?? schema.oneOf ?? [];
  return option === undefined ? undefined : Object(option);
}

const byFormat: Readonly<Record<string, string>> = {
  "date-time": "2026-01-20T10:00:00Z",
  uri: "https://site.example/page",
  email: "guest@samovar.test",
};

const samples: Readonly<Record<string, (asked: Asked, name: string) => unknown>> = {
  string: ({ schema, id }, name) =>
    name.endsWith("Id")
      ? id
      : schema.pattern?.startsWith("^#")
        ? "#14213d"
        : schema.pattern?.startsWith(String.raw`^\/`)
          ? "/page"
          : (byFormat[schema.format ?? ""] ??
            "sample text".padEnd(schema.minLength ?? 0, ".").slice(0, schema.maxLength ?? Infinity)),
  integer: ({ schema }) => Math.max(schema.minimum ?? 1, 1),
  number: ({ schema }) => Math.max(schema.minimum ?? 1, 1),
  boolean: () => true,
  array: (asked, name) =>
    Array.from({ length: Math.max(1, asked.schema.minItems ?? 1) }, (_, nth) => {
      const item = sampleOf({ ...asked, schema: Object(asked.schema.items) }, name.replace(/s$/, ""));
      return nth > 0 && item === "sample text" ? `${item} ${nth + 1}` : item;
    }),
  object: (asked) =>
    Object.fromEntries(
      Object.entries(asked.schema.properties ?? {}).map(([field, part]) => [
        field,
        sampleOf({ ...asked, schema: Object(part) }, field),
      ]),
    ),
};
