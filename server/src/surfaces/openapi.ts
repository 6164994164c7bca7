import type { AnyOperation } from "#src/platform/operation/operation.ts";
import { hasBody, isWrite, methodOf, pathOf } from "#src/platform/operation/operation.ts";
import { problemCodes } from "#src/platform/problem.ts";
import { inputSchema, type JsonSchema, outputSchema, pathParameters } from "./json-schema.ts";

/** OpenAPI 3.1 of every operation, derived. */
export function openApi(operations: readonly AnyOperation[], publicUrl: string) {
  const paths: Record<string, Record<string, object>> = {};
  const schemas: Record<string, unknown> = { Problem: problemSchema };
  for (const asked of operations) {
    const path = pathOf(asked).replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [methodOf(asked).toLowerCase()]: hoist(describe(asked), schemas) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Samovar",
      version: "1",
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: `${publicUrl}/api` }],
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: { schemas, securitySchemes },
  };
}

/** A schema on its own names its parts by `#/$defs/…`; inside the document these are the document's components. */
function hoist(description: object, schemas: Record<string, unknown>): object {
  const text = JSON.stringify(description, (key, value: unknown) => {
    if (key === "$schema") return undefined;
    if (key !== "$defs") return value;
    Object.assign(schemas, localized(value));
    return undefined;
  });
  return Object(localized(text));
}

function localized(part: unknown): unknown {
  const text = typeof part === "string" ? part : JSON.stringify(part);
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function describe(asked: AnyOperation) {
  const input = inputSchema(asked);
  const inPath = pathParameters(asked);
  return {
    operationId: asked.id,
    summary: asked.summary,
    description: asked.access === "public" ? "Open to everybody." : `Needs \`${asked.access}\`.`,
    ...(asked.access === "public" ? { security: [] } : {}),
    parameters: [...parametersOf(input, inPath, asked), ...(isWrite(asked) ? headers.write : headers.read)],
    ...(hasBody(asked) ? requestBody(input, inPath) : {}),
    responses: {
      [methodOf(asked) === "POST" ? 201 : 200]: {
        description: "Done",
        content: { "application/json": { schema: outputSchema(asked) } },
      },
      default: {
        description: "Refused: what happened, and what to do",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function parametersOf(input: JsonSchema, inPath: readonly string[], asked: AnyOperation) {
  const required = new Set(input.required);
  return Object.entries(input.properties ?? {})
    .filter(([name]) => inPath.includes(name) || !hasBody(asked))
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? "path" : "query",
      required: inPath.includes(name) || required.has(name),
      schema,
    }));
}

function requestBody(input: JsonSchema, inPath: readonly string[]) {
  const properties = Object.fromEntries(
    Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name)),
  );
  if (Object.keys(properties).length === 0) return {};
  const required = (input.required ?? []).filter((name) => !inPath.includes(name));
  const schema = { ...input, properties, required };
  const hasFile = JSON.stringify(properties).includes('"binary"');
  return {
    requestBody: {
      required: required.length > 0,
      content: { [hasFile ? "multipart/form-data" : "application/json"]: { schema } },
    },
  };
}

const workspaceHeader = {
  name: "Samovar-Workspace",
  in: "header",
  required: false,
  description: "Id of the workspace, where you are in several",
  schema: { type: "string", format: "uuid" },
};
const headers = {
  read: [workspaceHeader],
  write: [
    workspaceHeader,
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: "Repeating the request with the same key answers the same and does it once",
      schema: { type: "string", maxLength: 255 },
    },
  ],
};

const problemSchema = {
  type: "object",
  required: ["code", "title"],
  properties: {
    code: { enum: [...problemCodes, "bug"] },
    title: { type: "string", description: "What happened, with the value" },
    hint: { type: "string", description: "What to do" },
    fields: {
      type: "array",
      items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } },
    },
  },
};

const securitySchemes = {
  apiKey: { type: "http", scheme: "bearer", description: "An API key of a workspace: smv_…" },
  session: { type: "apiKey", in: "cookie", name: "samovar.session_token" },
};
