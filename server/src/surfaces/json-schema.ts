import { z } from "zod";
import { type AnyOperation, pathOf } from "#src/platform/operation/operation.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The input as JSON Schema. Files travel as base64 outside multipart. */
export function inputSchema(asked: AnyOperation): JsonSchema {
  return z.toJSONSchema(asked.input, { io: "input", unrepresentable: "any", override: describeUpload });
}

/** What is answered, as JSON sees it. */
export function outputSchema(asked: AnyOperation): JsonSchema {
  return z.toJSONSchema(asked.output, { io: "input", unrepresentable: "any" });
}

/** Names of the `:segments` in the operation's path. */
export function pathParameters(asked: AnyOperation): readonly string[] {
  return [...pathOf(asked).matchAll(/:(\w+)/g)].map((match) => String(match[1]));
}

function describeUpload(context: { readonly zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  if (context.zodSchema instanceof z.ZodFile) {
    Object.assign(context.jsonSchema, { type: "string", format: "binary" });
  }
}
