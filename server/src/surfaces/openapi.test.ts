import { AjvJsonSchemaValidator } from "@modelcontextprotocol/client/validators/ajv";
import { expect, test } from "vitest";
import { z } from "zod";
import { listOperations } from "#src/testing/list-operations.ts";
import { sampleInput } from "#src/testing/sample-input.ts";
import { inputSchema, outputSchema } from "./json-schema.ts";
import { openApi } from "./openapi.ts";

const Document = z.object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) });
const Described = z.object({
  operationId: z.string(),
  summary: z.string().min(3),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(["path", "query", "header"]), required: z.boolean() }),
  ),
  responses: z.record(z.string().regex(/^(2\d\d|default)$/), z.unknown()),
});

test("every reference leads to a component, and every segment of a path is described once", async () => {
  const document = openApi(await listOperations(), "https://samovar.test");
  const { components } = Document.parse(document);
  for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
    expect(name).toMatch(/^#\/components\/schemas\/\w+$/);
    expect(components.schemas).toHaveProperty(String(name).split("/").at(-1) ?? "");
  }
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const described of Object.values(methods).map((one) => Described.parse(one))) {
      const inPath = described.parameters.filter((one) => one.in === "path").map(({ name }) => name);
      expect(inPath.sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1])).sort());
      const all = described.parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(all).size).toBe(all.length);
    }
  }
});

test("every input and output is JSON Schema 2020-12, and a sample of the input passes both it and the operation", async () => {
  const validators = new AjvJsonSchemaValidator();
  for (const asked of await listOperations()) {
    const schema = inputSchema(asked);
    const check = validators.getValidator(JSON.parse(JSON.stringify(schema)));
    validators.getValidator(JSON.parse(JSON.stringify(outputSchema(asked))));
    const sample = sampleInput(schema);
    expect(check(sample), asked.id).toMatchObject({ valid: true });
    expect(asked.input.safeParse(sample).error?.issues ?? [], asked.id).toEqual([]);
  }
});
