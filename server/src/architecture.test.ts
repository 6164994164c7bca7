import { readdir, readFile } from "node:fs/promises";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import {
  furtherDoors,
  mayImport,
  namesOfNothing,
  partsOfFeatures,
  workspaceMayImport,
} from "./architecture.ts";
import { listOperations } from "./testing/list-operations.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = fileURLToPath(new URL(".", import.meta.url));
const isSource = (file: string) => [".ts", ".tsx", ".mjs"].includes(extname(file));
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const isOfTests = (file: string) =>
  isTest(file) || file.startsWith("testing/") || /\/(testing|twin)\//.test(`/${file}`);

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every source file below the folder, as a path within it. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !/(^|\/)(node_modules|dist|data)\//.test(file) && isSource(file))
    .sort();
}

/** What a file imports, exports from elsewhere, or imports when it runs, by the specifier that it writes. */
async function specifiersOf(path: string): Promise<string[]> {
  const { module, errors } = parseSync(path, await readFile(path, "utf8"));
  if (errors.length > 0) throw new Error(`${path} can't be read: ${errors[0]?.message}`);
  const text = await readFile(path, "utf8");
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      text.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
    ),
  ];
}

/** The imports among the server's own files. */
async function serverImports(): Promise<Import[]> {
  const found: Import[] = [];
  for (const from of await filesIn(source)) {
    for (const specifier of await specifiersOf(join(source, from))) {
      const to = specifier.startsWith("#src/")
        ? specifier.slice(5)
        : relative(source, join(source, dirname(from), specifier));
      if (/^(#src\/|\.)/.test(specifier)) found.push({ from, to: to.split(sep).join("/") });
    }
  }
  return found;
}

/** The workspace that an import leads to, with the path in it: `server/networks/measure-text.ts`. */
function peerOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("@samovar/")) return specifier.slice("@samovar/".length);
  return specifier.startsWith(".") ? join(dirname(from), specifier).replace("/src/", "/") : undefined;
}

const partOf = (file: string) => file.split("/")[0] ?? "";
const featureOf = (file: string) => file.split("/").slice(0, 2).join("/");
const written = ({ from, to }: Import) => `${from} → ${to}`;

describe("the server", () => {
  test("imports only what the table allows: an import points down", async () => {
    const imports = await serverImports();
    expect(imports.length).toBeGreaterThan(300);
    const wrong = imports.filter(({ from, to }) => {
      const allowed = mayImport[partOf(from)];
      const isOwn = partOf(from) === partOf(to);
      return !isOfTests(from) && !isOwn && !allowed?.includes("*") && !allowed?.includes(partOf(to));
    });
    expect(wrong.map(written)).toEqual([]);
  });

  test("has no part that the table does not know, and the table knows none that is gone", async () => {
    const parts = new Set((await filesIn(source)).filter((file) => !isTest(file)).map(partOf));
    expect([...parts].filter((part) => !(part in mayImport))).toEqual([]);
    const notYet = new Set(["smo"]);
    expect(Object.keys(mayImport).filter((part) => !parts.has(part) && !notYet.has(part))).toEqual([]);
  });

  test("enters a feature through its index.ts only, tests of the feature's own apart", async () => {
    const wrong = (await serverImports()).filter(({ from, to }) => {
      if (!partsOfFeatures.includes(partOf(to)) || featureOf(from) === featureOf(to)) return false;
      const door = to.slice(featureOf(to).length + 1);
      return door !== "index.ts" && !furtherDoors.includes(door) && !isOfTests(from);
    });
    expect(wrong.map(written)).toEqual([]);
  });

  test("lets no test's tool into what runs", async () => {
    const wrong = (await serverImports()).filter(
      ({ from, to }) =>
        (partOf(to) === "testing" || isTest(to)) && !isOfTests(from) && from !== "generate.ts",
    );
    expect(wrong.map(written)).toEqual([]);
  });

  test("keeps the halves apart, whatever else the table says", () => {
    expect(mayImport["smm"]).not.toContain("smo");
    expect(mayImport["smo"]).not.toContain("smm");
  });

  test("names no network outside networks/", async () => {
    const ids = (await readdir(join(source, "networks"), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    const names = new RegExp(`["'\`/](${ids.join("|")})["'\`/]`, "i");
    const wrong: string[] = [];
    for (const file of await filesIn(source)) {
      // Links and share buttons know the robots and addresses of networks by name, in data of their own.
      if (partOf(file) === "networks" || isOfTests(file)) continue;
      const found = names.exec(await readFile(join(source, file), "utf8"));
      if (found) wrong.push(`${file}: ${found[0]}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("the workspaces", () => {
  test.each(Object.keys(workspaceMayImport))(
    "%s imports from its allowed peers only, and by their names",
    async (name) => {
      const folder = join(root, name);
      const wrong: string[] = [];
      for (const file of await filesIn(folder)) {
        for (const specifier of await specifiersOf(join(folder, file))) {
          const target = peerOf(join(name, file), specifier);
          if (target === undefined || target === name || target.startsWith(`${name}/`)) continue;
          const isAllowed = workspaceMayImport[name]?.some(
            (peer) => target === peer || target.startsWith(`${peer}/`),
          );
          if (!isAllowed && !isOfTests(file)) wrong.push(`${name}/${file} → ${specifier}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  test("have no folder or file whose name says nothing", async () => {
    const files = (
      await Promise.all(
        Object.keys(workspaceMayImport).map(async (name) =>
          (await filesIn(join(root, name))).map((file) => `${name}/${file}`),
        ),
      )
    ).flat();
    expect(files.filter((file) => !file.split("/").every(saysSomething))).toEqual([]);
  });
});

const saysSomething = (part: string) => !namesOfNothing.includes(part.replace(/\.\w+$/, "").toLowerCase());

test("every operation's id occurs in a test", async () => {
  const folders = ["server", "admin", "cli", "client", "demo", "widgets"];
  const tests = (
    await Promise.all(
      folders.map(async (name) =>
        (await filesIn(join(root, name)))
          .filter((file) => isTest(file))
          .map((file) => join(root, name, file)),
      ),
    )
  ).flat();
  const text = (await Promise.all(tests.map((file) => readFile(file, "utf8")))).join("\n");
  const operations = await listOperations();
  // By its id, or by its method and the shape of its path.
  const missing = operations.filter(
    ({ id, http }) => !new RegExp(`\\b${id}\\b`).test(text) && !isAsked(text, http),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

const verbs: Readonly<Record<string, string>> = {
  GET: "get",
  POST: "post",
  PATCH: "patch",
  DELETE: "delete",
  PUT: "put",
};

function isAsked(text: string, http: string): boolean {
  const [method = "", path = ""] = http.split(" ");
  const shape = path.replaceAll(/:\w+/g, String.raw`(?:\$\{[^}]+\}|[\w-]+)`);
  return new RegExp(`\\b${verbs[method]}\\(\\s*[\`"]/api${shape}[\`"?]`).test(text);
}
