import { execFile } from "node:child_process";
import { cp, mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { servePages } from "@samovar/audit/testing/serve-pages.ts";
import { expect, test } from "vitest";
import { buildPackage } from "../build-package.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

test("whoever installs the client and the CLI compiles against them and runs them, without our sources", async () => {
  await using installed = await install();
  const { folder } = installed;
  await writeFile(
    join(folder, "consumer.ts"),
    `import { createClient, catalogue, SamovarError, type OutputOf } from "@samovar/client";
     const samovar = createClient({ baseUrl: "http://localhost:1" });
     const site: Promise<OutputOf<"createSite">> = samovar.ask("createSite", { name: "x", origin: "y" });
     const line: Promise<string> = site.then(({ embedLine }) => embedLine);
     // @ts-expect-error an origin is needed
     samovar.ask("createSite", { name: "x" });
     // @ts-expect-error there is no such operation
     samovar.ask("makeTea", {});
     line.catch((error: unknown) => console.log(error instanceof SamovarError, catalogue.length > 20));`,
  );
  for (const example of await readdir(join(root, "client/examples")))
    await cp(join(root, "client/examples", example), join(folder, example));
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        module: "nodenext",
        target: "es2023",
        lib: ["ES2023", "DOM"],
        types: [],
      },
      include: ["*.ts"],
    }),
  );
  await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder]).catch(
    (error: unknown) => {
      throw new Error(String(Object(error).stdout), { cause: error });
    },
  );
  const cli = await run(process.execPath, [join(folder, "node_modules/@samovar/cli/main.js"), "--help"]);
  expect(cli.stdout).toContain("create-site");
  await using page = await servePages({ "/": "<title>Tea</title><h1>Tea</h1>" });
  const audit = [
    join(folder, "node_modules/@samovar/cli/main.js"),
    "audit",
    page.origin,
    "--fail-on",
    "never",
  ];
  expect((await run(process.execPath, audit)).stdout).toContain("LP41");
  const told = await run(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      'import { catalogue } from "@samovar/client"; console.log(catalogue.length > 20)',
    ],
    { cwd: folder },
  );
  expect(told.stdout).toBe("true\n");
}, 120_000);

/** What the published packages depend on beside each other. */
async function foreignPackages(): Promise<Set<string>> {
  const manifests = await Promise.all(
    ["http-client", "audit", "repair", "cli"].map((name) =>
      readFile(join(root, name, "package.json"), "utf8"),
    ),
  );
  const names = manifests.flatMap((manifest) => {
    const { dependencies }: { dependencies: Readonly<Record<string, string>> } = JSON.parse(manifest);
    return Object.keys(dependencies);
  });
  return new Set(names.filter((name) => !name.startsWith("@samovar/")));
}

/** The packages as the registry would give them. */
async function install() {
  const folder = await mkdtemp(join(tmpdir(), "samovar-consumer-"));
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "@samovar"), { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  // Each is compiled against the others as they are published.
  for (const name of ["client", "http-client", "audit", "repair", "cli"]) {
    await buildPackage(join(root, name));
    await cp(join(root, name, "dist"), join(modules, "@samovar", name), { recursive: true });
  }
  for (const name of await foreignPackages()) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(modules, name));
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
