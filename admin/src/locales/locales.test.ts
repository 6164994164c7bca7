import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";
import { describe, expect, test } from "vitest";
import en from "./en.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };

const source = fileURLToPath(new URL("..", import.meta.url));
const plural = /_(zero|one|two|few|many|other)$/;

/** A language's texts by their whole keys. */
function flatten(tree: object, before = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") texts.set(`${before}${key}`, value);
    else for (const [deep, text] of flatten(Object(value), `${before}${key}.`)) texts.set(deep, text);
  }
  return texts;
}

const texts = { en: flatten(en), ru: flatten(ru) };
const baseKeys = (language: keyof typeof texts) => [
  ...new Set([...texts[language].keys()].map((key) => key.replace(plural, ""))),
];

/** The values that a text's forms fill in. */
const valuesIn = (language: keyof typeof texts, base: string) => {
  const own = [...texts[language].entries()].filter(([key]) => key.replace(plural, "") === base);
  const found = own.flatMap(([, text]) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name));
  return [...new Set(found)].toSorted((left = "", right = "") => left.localeCompare(right));
};

describe("both languages", () => {
  test("have the same texts", () => {
    expect(baseKeys("ru")).toEqual(baseKeys("en"));
  });

  test.each(["en", "ru"] as const)("have every plural form that %s knows, and no other", (language) => {
    const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    // A reason's key is the server's own code, as in `too_many`.
    const counted = [...texts[language].keys()].filter(
      (key) => plural.test(key) && !key.startsWith("comments.reasons."),
    );
    for (const base of new Set(counted.map((key) => key.replace(plural, "")))) {
      const own = counted
        .filter((key) => key.replace(plural, "") === base)
        .map((key) => plural.exec(key)?.[1] ?? "");
      expect({ base, forms: own.sort() }).toEqual({ base, forms });
    }
  });

  test("fill in the same values", () => {
    for (const base of baseKeys("en")) {
      expect({ base, values: valuesIn("ru", base) }).toEqual({ base, values: valuesIn("en", base) });
    }
  });

  test("leave no text empty, and no Russian text in Latin letters by oversight", () => {
    const same = new Set([
      "history.house",
      "overview.halves.smm.name",
      "overview.halves.smo.name",
      "comments.transfer.formats.disqus",
      "comments.transfer.formats.wordpress",
      "comments.transfer.formats.remark42",
      "comments.transfer.formats.isso",
      "subscribers.sources.api",
    ]);
    for (const [key, text] of texts.ru) {
      expect(text, key).not.toBe("");
      const words = text.replaceAll(/{{\w+}}/g, "");
      if (/[a-z]{3}/i.test(words) && !same.has(key)) expect(`${key}: ${text}`).toMatch(/[а-яё]/i);
    }
  });
});

const sources = async (pattern: string) => {
  const files: { readonly name: string; readonly code: string }[] = [];
  for await (const name of glob(pattern, { cwd: source })) {
    files.push({ name, code: await readFile(join(source, name), "utf8") });
  }
  return files;
};

describe("the code", () => {
  test("asks only for texts that there are", async () => {
    const known = new Set(baseKeys("en"));
    for (const { name, code } of await sources("**/*.{ts,tsx}")) {
      for (const [, key] of code.matchAll(/\bt\(\s*"([\w.-]+)"/g))
        expect(known, `${name}: ${key}`).toContain(key);
    }
  });

  test("has no words of its own: everything that is shown comes from the languages", async () => {
    const shown = new Set([
      "label",
      "placeholder",
      "title",
      "description",
      "aria-label",
      "alt",
      "legend",
      "caption",
    ]);
    // Addresses, hosts and paths are the same in every language.
    const neutral = /^(https?:\/\/[\w.]*|smtp\.example\.com|\/[\w/-]*)?$/;
    const found: string[] = [];
    for (const { name, code } of await sources("**/*.tsx")) {
      new Visitor({
        JSXText(node) {
          if (/\p{L}{2}/u.test(node.value)) found.push(`${name}: ${node.value.trim()}`);
        },
        JSXAttribute(node) {
          const attribute = node.name.type === "JSXIdentifier" ? node.name.name : "";
          if (!shown.has(attribute) || node.value?.type !== "Literal") return;
          const value = node.value.value;
          if (!neutral.test(value)) found.push(`${name}: ${attribute}="${value}"`);
        },
      }).visit(parseSync(name, code).program);
    }
    expect(found).toEqual([]);
  });
});

test("no network is known by name here: what the app says of one comes from its data", async () => {
  const folders = await Array.fromAsync(glob("*/", { cwd: join(source, "../../server/src/networks") }));
  const names = folders.map((folder) => folder.replace(/\/$/, "")).filter((name) => /^[a-z]+$/.test(name));
  expect(names.length).toBeGreaterThan(0);
  for (const { name, code } of await sources("**/*.{ts,tsx,css,json}")) {
    for (const network of names)
      expect(code.toLowerCase().includes(network) ? `${name} names ${network}` : "").toBe("");
  }
});
