/** Writes what is derived from the code: `npm run generate`; with `--check` it only tells what has drifted. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { clientCatalogue } from "./surfaces/catalogue.ts";
import { auditRulesPage, configurationPage, limitsPage, rolesPage } from "./surfaces/reference-pages.ts";
import { listOperations } from "./testing/list-operations.ts";
import { startMigratedPostgres } from "./testing/stores.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const operations = await listOperations();
const files: Readonly<Record<string, string>> = {
  "server/src/platform/database/tables.gen.ts": await tableTypes(),
  "client/src/operations.gen.ts": await clientCatalogue(operations),
  "docs/reference/configuration.md": configurationPage(),
  "docs/reference/roles.md": rolesPage(operations),
  "docs/reference/limits.md": limitsPage(),
  "docs/reference/audit-rules.md": auditRulesPage(),
};

const isCheck = process.argv.includes("--check");
for (const [file, text] of Object.entries(files)) {
  const path = join(root, file);
  const before = await readFile(path, "utf8").catch(() => "");
  if (before === text) continue;
  if (isCheck) {
    process.stdout.write(`${relative(root, path)} has drifted from the code: npm run generate\n`);
    process.exitCode = 1;
  } else {
    await writeFile(path, text);
    process.stdout.write(`wrote ${relative(root, path)}\n`);
  }
}

/** Kysely's types of a freshly migrated database. */
async function tableTypes(): Promise<string> {
  await using postgres = await startMigratedPostgres();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve("kysely-codegen/dist/cli/bin.js")),
      "--dialect=postgres",
      "--camel-case",
      "--print",
      "--log-level=error",
      "--default-schema=public",
      "--include-pattern=public.*",
      "--exclude-pattern=public.kysely_*",
      `--url=${postgres.url}`,
    ],
    { maxBuffer: 10 * 1024 * 1024 },
  );
  return stdout;
}
