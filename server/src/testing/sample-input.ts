import type { JsonSchema } from "#src/surfaces/json-schema.ts";

/** Values for fields whose rules JSON Schema does not tell. */
const known: Readonly<Record<string, unknown>> = {
  email: "guest@samovar.test",
  timeZone: "Europe/Moscow",
  origin: "https://site.example",
  url: "https://site.example/page",
  linkUrl: "https://site.example/page",
  local: "2031-01-20T10:30",
  languages: ["en"],
  from: "2026-01-01T00:00:00Z",
  to: "2026-02-01T00:00:00Z",
  expiresAt: "2036-01-01T00:00:00Z",
  slug: "a-sample-slug",
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
  const { schema, root, id } = asked;
  if (schema.$ref !== undefined) {
    const part = root.$defs?.[String(schema.$ref).replace("#/$defs/", "")];
    return sampleOf({ ...asked, schema: Object(part) }, name);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const options = schema.anyOf ?? schema.oneOf;
  if (options?.[0] && !(name in known)) return sampleOf({ ...asked, schema: Object(options[0]) }, name);
  if (schema.format === "uuid") return id;
  if (name in known && schema.type !== "object") return known[name];
  return sampleOfType(asked, name);
}

function sampleOfType(asked: Asked, name: string): unknown {
  const { schema } = asked;
  if (schema.type === "string")
    return /Id$/.test(name) ? asked.id : "sample text".padEnd(schema.minLength ?? 0, ".");
  if (schema.type === "integer" || schema.type === "number") return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === "boolean") return true;
  if (schema.type === "array")
    return [sampleOf({ ...asked, schema: Object(schema.items) }, name.replace(/s$/, ""))];
  if (schema.type !== "object") return null;
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([field, part]) => [
      field,
      sampleOf({ ...asked, schema: Object(part) }, field),
    ]),
  );
}
