import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type AnyOperation, hasBody } from "#src/platform/operation/operation.ts";
import { ask } from "#src/testing/ask.ts";
import { createApp } from "#src/testing/create-app.ts";
import { sampleInput } from "#src/testing/sample-input.ts";
import { inputSchema, type JsonSchema } from "./json-schema.ts";

const Refusal = z.object({
  code: z.string(),
  title: z.string().min(1),
  hint: z.string().min(1),
  fields: z.array(z.object({ path: z.string(), message: z.string().min(1) })).optional(),
});

interface Bad {
  readonly what: string;
  readonly value: unknown;
  /** That it must be refused, whatever the field says; otherwise it must only not fail. */
  readonly mustRefuse: boolean;
}

/** What is wrong for a field of this type by any rule, and what only may be. */
function badValues(schema: JsonSchema, isText: boolean): Bad[] {
  const canBeLong = /"maxLength":\d{6}/.test(JSON.stringify(schema)); // a file, as base64
  const types = typesOf(schema);
  // In an address everything is a text.
  const refuses = (type: string) => !isText && !types.has(type) && !types.has("any");
  return [
    { what: "U+0000", value: "a\0b", mustRefuse: true },
    { what: "half a surrogate pair", value: "a\ud800b", mustRefuse: !isText }, // an address can't hold one at all
    { what: "70,000 characters", value: "x".repeat(70_000), mustRefuse: !canBeLong },
    { what: "a list of lists", value: [[["x"]]], mustRefuse: refuses("array") },
    { what: "an object", value: { nobody: "knows" }, mustRefuse: refuses("object") },
    { what: "a number", value: 5, mustRefuse: refuses("number") },
    { what: "a huge number", value: 1e300, mustRefuse: !isText && !types.has("any") },
    { what: "null", value: null, mustRefuse: refuses("null") },
    { what: "an empty text", value: "", mustRefuse: false },
    { what: "minus one", value: -1, mustRefuse: false },
    { what: "true", value: true, mustRefuse: refuses("boolean") },
  ];
}

function typesOf(schema: JsonSchema): ReadonlySet<string> {
  if (schema.$ref !== undefined) return new Set(["any"]);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return new Set(options.flatMap((option) => [...typesOf(Object(option))]));
  if (schema.enum ?? schema.const) return new Set(["string"]);
  return new Set([schema.type === "integer" ? "number" : (schema.type ?? "any")].flat());
}

interface Try extends Bad {
  readonly asked: AnyOperation;
  readonly name: string;
}

/** Every bad value for every field of the operation. */
function triesOf(asked: AnyOperation): Try[] {
  return Object.entries(inputSchema(asked).properties ?? {}).flatMap(([name, schema]) => {
    const isInPath = asked.http.includes(`:${name}`);
    return badValues(Object(schema), isInPath || !hasBody(asked))
      .filter(({ value }) => !isInPath || value !== "") // an empty segment is another address altogether
      .map((bad) => ({ ...bad, asked, name }));
  });
}

test("every field of every operation refuses what it can't take, by name and with a hint, and nothing ever fails", async () => {
  await using app = await createApp();
  const tries = app.features.flatMap((feature) => feature.operations).flatMap(triesOf);
  const wrong: string[] = [];
  for (const { asked, name, what, value, mustRefuse } of tries) {
    const input = { ...sampleInput(inputSchema(asked)), [name]: value };
    const fault = await faultOf(await ask(app.owner, asked, { input }), mustRefuse ? name : undefined);
    if (fault) wrong.push(`${asked.id}.${name}: ${what}: ${fault}`);
  }
  expect(wrong).toEqual([]);
  expect(tries.length).toBeGreaterThan(500);
}, 180_000);

/** What is wrong with an answer to something bad. */
async function faultOf(answer: Response, field: string | undefined): Promise<string | undefined> {
  if (answer.status >= 500 && answer.status !== 503) return `fails with ${answer.status}`;
  if (answer.ok) return field === undefined ? undefined : "is accepted";
  if (answer.headers.get("Content-Type") !== "application/problem+json") return "is no problem+json";
  const text = await answer.text();
  const refusal = Refusal.safeParse(JSON.parse(text));
  if (!refusal.success) return `is told without a hint: ${text.slice(0, 200)}`;
  if (field === undefined || answer.status !== 400 || names(refusal.data, field)) return undefined;
  return `does not name the field: ${text.slice(0, 200)}`;
}

const names = ({ fields = [] }: z.output<typeof Refusal>, field: string) =>
  fields.some(({ path }) => path.split(".")[0] === field);

describe("a body", () => {
  const json = { "Content-Type": "application/json" };

  const foreignForm = { "Content-Type": "application/x-www-form-urlencoded" };
  const form = { "Content-Type": "multipart/form-data; boundary=x" };

  test.each([
    { what: "not JSON", body: "{name: 1}" },
    { what: "a list", body: "[]" },
    { what: "a text", body: '"x"' },
    { what: "nested 50,000 deep", body: `{"name":${"[".repeat(50_000)}${"]".repeat(50_000)}}` },
    { what: "a form of a foreign page", body: "name=x", headers: foreignForm },
    { what: "text in disguise", body: "{}", headers: { "Content-Type": "text/plain" } },
    { what: "a form cut off", body: "--x\r\nContent-Dis", headers: form },
    { what: "a form without a boundary", body: "x", headers: { "Content-Type": "multipart/form-data" } },
    { what: "larger than 1 MB", body: JSON.stringify({ name: "x".repeat(1_100_000) }), status: 413 },
  ])("that is $what is refused with the remedy", async ({ body, headers = json, status = 400 }) => {
    await using app = await createApp();
    const answer = await app.owner.request("/api/sites", { method: "POST", body, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(Refusal.parse(await answer.json())).toMatchObject({
      code: status === 413 ? "too_large" : "invalid",
    });
  });

  test("that grows beyond the limit while it is read is cut off, whatever length it states", async () => {
    await using app = await createApp();
    const chunk = new TextEncoder().encode("x".repeat(300_000));
    const body = new ReadableStream({
      start(controller) {
        for (let index = 0; index < 5; index += 1) controller.enqueue(chunk);
        controller.close();
      },
    });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers: json, duplex: "half" };
    const answer = await app.owner.request("/api/sites", init);
    expect(answer.status).toBe(413);
  });
});

test("what is not there is told with the address, as a problem", async () => {
  await using app = await createApp();
  for (const path of ["/api/teapots", "/api/sites/x/y/z"]) {
    const answer = await app.owner.get(path);
    expect(answer.status).toBe(404);
    expect(Refusal.parse(await answer.json())).toMatchObject({
      code: "not_found",
      hint: "See /api/docs for what there is",
    });
  }
});
