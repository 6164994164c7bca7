import { compile } from "json-schema-to-typescript";
import { type AnyOperation, methodOf, pathOf } from "#src/platform/operation/operation.ts";
import { inputSchema, type JsonSchema, outputSchema } from "./json-schema.ts";

/** The source of the client's `operations.gen.ts`: types of every operation, and the catalogue that the CLI reads. */
export async function clientCatalogue(operations: readonly AnyOperation[]): Promise<string> {
  const parts = await Promise.all(operations.map(typesOf));
  return [
    "// Generated from the operations: npm run generate",
    "",
    ...parts,
    "/** Every operation's input and output by its id. */",
    "export interface Operations {",
    ...operations.map(
      ({ id }) => `  ${id}: { input: ${typeName(id, "Input")}; output: ${typeName(id, "Output")} };`,
    ),
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

async function typesOf(asked: AnyOperation): Promise<string> {
  const input = await typeOf(inputSchema(asked), typeName(asked.id, "Input"));
  const output = await typeOf(outputSchema(asked), typeName(asked.id, "Output"));
  return `${input}\n${output}`;
}

function typeOf(schema: JsonSchema, name: string): Promise<string> {
  // Its own idea of a schema's type is older than 2020-12, and its lists of fixed length grow into unions.
  const plain = Object.assign(structuredClone(schema), { title: name });
  return compile(plain as Parameters<typeof compile>[0], name, {
    additionalProperties: false,
    bannerComment: "",
    format: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
  });
}

const typeName = (id: string, suffix: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}${suffix}`;
