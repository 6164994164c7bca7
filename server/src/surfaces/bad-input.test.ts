import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type AnyOperation, isWrite } from "#src/platform/operation/operation.ts";
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
  const text = "x".repeat(70_000);
  const canBeLong = /"maxLength":\d{6}/.test(JSON.stringify(schema)); // a file, as base64
  const nowhere = isText ? undefined : typesOf(schema);
  return [
    { what: "U+0000", value: "a\0b", mustRefuse: true },
    { what: "half a surrogate pair", value: "a\ud800b", mustRefuse: !isText }, // an address can't hold one at all
    { what: "70,000 characters", value: text, mustRefuse: !canBeLong },
    {
      what: "a list of lists",
      value: [[["x"]]],
      mustRefuse: nowhere !== undefined && !nowhere.has("array") && !nowhere.has("any"),
    },
    {
      what: "an object",
      value: { nobody: "knows" },
      mustRefuse: nowhere !== undefined && !nowhere.has("object") && !nowhere.has("any"),
    },
    {
      what: "a number",
      value: 5,
      mustRefuse: nowhere !== undefined && !nowhere.has("number") && !nowhere.has("any"),
    },
    { what: "a huge number", value: 1e300, mustRefuse: nowhere !== undefined && !nowhere.has("any") },
    {
      what: "null",
      value: null,
      mustRefuse: nowhere !== undefined && !nowhere.has("null") && !nowhere.has("any"),
    },
    { what: "an empty text", value: "", mustRefuse: false },
    { what: "minus one", value: -1, mustRefuse: false },
    {
      what: "true",
      value: true,
      mustRefuse: nowhere !== undefined && !nowhere.has("boolean") && !nowhere.has("any"),
    },
  ];
}

function typesOf(schema: JsonSchema): ReadonlySet<string> {
  if (schema.$ref !== undefined) return new Set(["any"]);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return new Set(options.flatMap((option) => [...typesOf(Object(option))]));
  if (schema.enum ?? schema.const) return new Set(["string"]);
  return new Set([schema.type === "integer" ? "number" : (schema.type ?? "any")].flat());
}

function fieldsOf(asked: AnyOperation): [string, JsonSchema][] {
  return Object.entries(inputSchema(asked).properties ?? {}).map(([name, schema]) => [name, Object(schema)]);
}

test("every field of every operation refuses what it can't take, by name and with a hint, and nothing ever fails", async () => {
  await using app = await createApp();
  const wrong: string[] = [];
  let tried = 0;
  for (const asked of app.features.flatMap(({ operations }) => operations)) {
    const sample = sampleInput(inputSchema(asked));
    for (const [name, schema] of fieldsOf(asked)) {
      for (const { what, value, mustRefuse } of badValues(
        schema,
        !isWrite(asked) || asked.http.includes(`:${name}`),
      )) {
        if (value === "" && asked.http.includes(`:${name}`)) continue; // another address altogether
        const answer = await ask(app.owner, asked, { input: { ...sample, [name]: value } });
        const text = await answer.text();
        tried += 1;
        const fault = faultOf(answer, text, mustRefuse ? name : undefined);
        if (fault) wrong.push(`${asked.id}.${name}: ${what}: ${fault}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(500);
}, 180_000);

/** What is wrong with an answer to something bad. */
function faultOf(answer: Response, text: string, field: string | undefined): string | undefined {
  if (answer.status >= 500 && answer.status !== 503) return `fails with ${answer.status}`;
  if (answer.ok) return field === undefined ? undefined : "is accepted";
  if (!answer.headers.get("Content-Type")?.startsWith("application/problem+json"))
    return "is no problem+json";
  const refusal = Refusal.safeParse(JSON.parse(text));
  if (!refusal.success) return `is told without a hint: ${text.slice(0, 200)}`;
  const { fields = [] } = refusal.data;
  if (field === undefined || answer.status !== 400) return undefined;
  return fields.some(({ path }) => path.split(".")[0] === field)
    ? undefined
    : `does not name the field: ${text.slice(0, 200)}`;
}

describe("a body", () => {
  const json = { "Content-Type": "application/json" };

  test.each([
    ["not JSON", "{name: 1}", json, 400, "invalid"],
    ["a list", "[]", json, 400, "invalid"],
    ["a text", '"x"', json, 400, "invalid"],
    ["nested 50,000 deep", `{"name":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, json, 400, "invalid"],
    [
      "a form of a foreign page",
      "name=x",
      { "Content-Type": "application/x-www-form-urlencoded" },
      400,
      "invalid",
    ],
    ["text in disguise", "{}", { "Content-Type": "text/plain" }, 400, "invalid"],
    [
      "a form cut off",
      "--x\r\nContent-Dis",
      { "Content-Type": "multipart/form-data; boundary=x" },
      400,
      "invalid",
    ],
    ["a form without a boundary", "x", { "Content-Type": "multipart/form-data" }, 400, "invalid"],
    ["larger than 1 MB", JSON.stringify({ name: "x".repeat(1_100_000) }), json, 413, "too_large"],
  ])("that is %s is refused with the remedy", async (_what, body, headers, status, code) => {
    await using app = await createApp();
    const answer = await app.owner.request("/api/sites", { method: "POST", body, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(Refusal.parse(await answer.json())).toMatchObject({ code });
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
