import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Environment } from "./config.ts";
import { listOperations } from "./testing/list-operations.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function pages(): Promise<string[]> {
  const found = await Array.fromAsync(
    glob("{*.md,docs/**/*.md,{admin,bench,cli,client,demo,launch,widgets}/*.md,server/src/**/*.md}", {
      cwd: root,
    }),
  );
  return found.filter((file) => !file.includes("node_modules") && !file.includes("dist/")).sort();
}

const read = (file: string) => readFile(join(root, file), "utf8");

const isForOwners = (page: string) => page.startsWith("docs/guide") || page === "README.md";

const sections = (text: string) => text.match(/^#+ /gm);
const codes = (text: string) => text.match(/^```\w*$/gm);

/** What these pages name by such a pattern, and where. */
async function namedBy(pattern: RegExp, isMeant: (page: string) => boolean) {
  const found = await Promise.all(
    (await pages())
      .filter(isMeant)
      .map(async (page) =>
        [...(await read(page)).matchAll(pattern)].map((match) => ({ page, name: String(match[1]) })),
      ),
  );
  return found.flat();
}

describe("the docs", () => {
  test("lead to nothing that is not there: every link and every path that they name exists", async () => {
    const missing: string[] = [];
    for (const page of await pages()) {
      const text = await read(page);
      for (const [, target = ""] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (!/^[a-z]+:/.test(target) && !existsSync(resolve(join(root, dirname(page)), target)))
          missing.push(`${page} → ${target}`);
      }
      for (const [, path = ""] of text.matchAll(
        /`((?:server|admin|widgets|client|cli|demo|bench|launch|docs)\/[\w./-]*)`/g,
      )) {
        if (!existsSync(join(root, path))) missing.push(`${page}: ${path}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test("name only commands that there are", async () => {
    const manifest: { scripts: Record<string, string> } = JSON.parse(await read("package.json"));
    const named = await namedBy(/npm run ([\w-]+)(?![\w-])/g, () => true);
    expect(named.filter(({ name }) => !(name in manifest.scripts) && name !== "build")).toEqual([]);
  });

  test("name to owners only variables and operations that there are", async () => {
    const variables = await namedBy(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g, isForOwners);
    expect(variables.filter(({ name }) => !(name in Environment.shape))).toEqual([]);
    const operations = new Set((await listOperations()).map(({ id }) => id));
    const asked = await namedBy(
      /`((?:create|list|get|change|delete)[A-Z]\w+)`/g,
      (page) => isForOwners(page) || page === "ARCHITECTURE.md",
    );
    expect(asked.filter(({ name }) => !operations.has(name))).toEqual([]);
  });

  test("say the same to owners in both languages: the same pages, the same sections, the same code", async () => {
    const guide = (await pages()).filter((page) => page.startsWith("docs/guide/en/"));
    expect(guide.length).toBeGreaterThanOrEqual(5);
    for (const page of guide) {
      const [english, russian] = await Promise.all([read(page), read(page.replace("/en/", "/ru/"))]);
      expect(sections(russian), page).toEqual(sections(english));
      expect(codes(russian), page).toEqual(codes(english));
    }
  });

  test("number each decision once", async () => {
    const numbers = (await pages()).flatMap((page) => /^docs\/decisions\/(\d{3})-/.exec(page)?.[1] ?? []);
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(3, "0")));
  });
});
