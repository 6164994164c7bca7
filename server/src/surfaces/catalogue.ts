import { compile } from "json-schema-to-typescript";
import { type AnyOperation, methodOf, pathOf } from "#src/platform/operation/operation.ts";
import { inputSchema, type JsonSchema, outputSchema } from "./json-schema.ts";

/** The source of the client's `operations.gen.ts`: types of every operation, and the catalogue that the CLI reads. */
export async function clientCatalogue(operations: readonly AnyOperation[]): Promise<string> {
  return [
    "// Generated from the operations: npm run generate",
    "",
    await typesOf(operations),
    "/** Every operation's input and output by its id. */",
    "export interface Operations {",
    ...operations.map(({ id }) => `  ${id}: { input: Types["${id}Input"]; output: Types["${id}Output"] };`),
    "}",
    "",
    "export const catalogue = [",
    ...operations.map((asked) => `  ${JSON.stringify(entryOf(asked))},`),
    "] as const;",
    "",
  ].join("\n");
}

function entryOf(asked: AnyOperation) {
  const { id, summary, access } = asked;
  return { id, summary, access, method: methodOf(asked), path: pathOf(asked), input: inputSchema(asked) };
}

/** All in one document, so that what several operations share has one name and is written once. */
function typesOf(operations: readonly AnyOperation[]): Promise<string> {
  const $defs: Record<string, unknown> = {};
  const entries = operations.flatMap((asked) => [
    [`${asked.id}Input`, takeApart(inputSchema(asked), { name: `${asked.id}Input`, $defs })] as const,
    [`${asked.id}Output`, takeApart(outputSchema(asked), { name: `${asked.id}Output`, $defs })] as const,
  ]);
  const properties = Object.fromEntries(entries);
  const document = { title: "Types", type: "object", properties, required: Object.keys(properties), $defs };
  // Its own idea of a schema's type is older than 2020-12, and its lists of fixed length grow into unions.
  return compile(document as Parameters<typeof compile>[0], "Types", {
    additionalProperties: false,
    bannerComment: "",
    format: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
  });
}

/** Puts a schema's parts among everybody's; a part without a name of its own takes the schema's. */
function takeApart(
  schema: JsonSchema,
  { name, $defs }: { readonly name: string; readonly $defs: Record<string, unknown> },
): unknown {
  const own = JSON.stringify(schema)
    .replaceAll(/"#\/\$defs\/__schema(\d+)"/g, `"#/$defs/${name}Part$1"`)
    .replaceAll(/"__schema(\d+)":/g, `"${name}Part$1":`);
  const { $defs: parts, $schema: _, ...rest }: JsonSchema = JSON.parse(own);
  Object.assign($defs, parts);
  return rest;
}
