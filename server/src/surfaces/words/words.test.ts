import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Expression, type ObjectExpression, parseSync, Visitor } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { createApp } from "#src/testing/create-app.ts";
import { russian } from "./ru.ts";

const source = fileURLToPath(new URL("../..", import.meta.url));
/** What speaks to callers. Below it the house talks to whoever starts it, in his terminal. */
const parts = "{ground,smm,smo,loop,surfaces,platform/operation}";

describe("the Russian words", () => {
  test("are whole: every template that the server says is there, and nothing else", async () => {
    const { templates, unsaid } = await readSources();
    expect(templates.size).toBeGreaterThan(100);
    expect(Object.keys(russian).toSorted()).toEqual([...templates].toSorted());
    expect(unsaid, "put into words with say`…`, so that they can be said in Russian").toEqual([]);
  });

  test("keep the values of each template", () => {
    for (const [template, words] of Object.entries(russian))
      expect(holesIn(words)).toEqual(holesIn(template));
  });

  test("are what a Russian reader gets: the problem, its hint and each field, in the library's words too", async () => {
    await using app = await createApp();
    const headers = { "Accept-Language": "ru-RU,ru;q=0.9,en;q=0.5" };
    const unknown = await app.anonymous.request("/api/no-such-thing", { headers });
    expect(unknown.headers.get("Content-Language")).toBe("ru");
    expect(await unknown.json()).toMatchObject({
      code: "not_found",
      title: "GET /api/no-such-thing: такого здесь нет",
      hint: "Что здесь есть, сказано в /api/docs",
    });
    const empty = await app.owner.request("/api/sites", {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: "{}",
    });
    expect(await empty.json()).toMatchObject({
      fields: expect.arrayContaining([
        {
          path: "name",
          message: "не указано",
        },
      ]),
    });
    const english = await app.anonymous.request("/api/no-such-thing", {
      headers: { "Accept-Language": "de, *;q=0.1" },
    });
    expect(await english.json()).toMatchObject({ title: "There is no GET /api/no-such-thing" });
  });
});

function hintIn({ properties }: ObjectExpression): Expression | undefined {
  for (const each of properties)
    if (each.type === "Property" && each.key.type === "Identifier" && each.key.name === "hint")
      return each.value;
  return undefined;
}

const holesIn = (text: string) => [...new Set(text.match(/\{\d+\}/g))].toSorted();

/** The templates that are said, and problems whose words are plain text. */
async function readSources(): Promise<{ templates: Set<string>; unsaid: string[] }> {
  const templates = new Set<string>();
  const unsaid: string[] = [];
  for await (const file of glob(`${parts}/**/*.ts`, { cwd: source })) {
    if (/\.test\.ts$|(^|\/)(testing|twins?)\//.test(file)) continue;
    const text = await readFile(`${source}/${file}`, "utf8");
    const note = (expression: Expression | undefined) => {
      if (expression?.type !== "Literal" && expression?.type !== "TemplateLiteral") return;
      unsaid.push(`${file}: ${text.slice(expression.start, expression.end)}`);
    };
    new Visitor({
      TaggedTemplateExpression({ tag, quasi }) {
        if (tag.type === "Identifier" && tag.name === "say")
          templates.add(
            quasi.quasis
              .map(({ value }) => value.cooked ?? "")
              .reduce((all, part, at) => `${all}{${at - 1}}${part}`),
          );
      },
      NewExpression({ callee, arguments: [, message, details] }) {
        if (callee.type !== "Identifier" || callee.name !== "Problem") return;
        if (message?.type !== "SpreadElement") note(message);
        if (details?.type === "ObjectExpression") note(hintIn(details));
      },
      Property({ key, value }) {
        if (key.type !== "Identifier" || key.name !== "error" || value.type !== "Literal") return;
        if (typeof value.value === "string") templates.add(value.value);
      },
    }).visit(parseSync(file, text).program);
  }
  return { templates, unsaid };
}
