import { expect, test } from "vitest";
import { ruleOf, rules } from "./index.ts";
import { rulesToMarkdown } from "./to-markdown.ts";

const markdown = rulesToMarkdown(rules);

test("every rule stands in the contents and has a section with all that it says", () => {
  for (const { id, says } of rules) {
    expect(markdown).toContain(`| [${id}](#${id.toLowerCase()}) |`);
    const section = markdown.split(`\n### ${id}\n`)[1]?.split(/\n##+ /)[0] ?? "";
    for (const key of Object.keys(says)) expect(section, id).toContain(`| \`${key}\` |`);
  }
});

test("a tag in a text stays a text, and a bar in it does not end its cell", () => {
  expect(rulesToMarkdown([{ ...ruleOf("LP23"), title: { en: "A | <b>", ru: "Я" } }])).toContain(
    "| A \\| &lt;b> |",
  );
});
