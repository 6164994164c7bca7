import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeEnvironment, root, run } from "./steps.mjs";

/** Checks format, lint, types, dead code, the import table and generated files; all of them, whatever the first says. */
export async function runChecks(node) {
  const failed = [];
  const waiting = listChecks(node);
  async function work() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await runCheck(check))) failed.push(check.title);
    }
  }
  // Two at a time: one waits for the disk while the other computes.
  await Promise.all([work(), work()]);
  console.log(failed.length === 0 ? "\nAll is well" : `\nNot well: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
}

function listChecks(node) {
  const tool = (path) => [node, join(root, "node_modules", path)];
  const workspaces = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).workspaces;
  const typed = workspaces.filter((name) => existsSync(join(root, name, "tsconfig.json")));
  return [
    { title: "lint", command: [bin("oxlint"), "--type-aware"] },
    ...typed.map((name) => ({ title: `types of ${name}`, command: [bin("tsc"), "-p", name] })),
    { title: "format", command: [bin("oxfmt"), "--check", "."], remedy: "npm exec oxfmt ." },
    { title: "dead code", command: tool("knip/bin/knip.js") },
    {
      title: "import table",
      needs: "server/src/architecture.test.ts",
      command: [...tool("vitest/vitest.mjs"), "run", "server/src/architecture.test.ts"],
    },
    {
      title: "generated files",
      needs: "server/src/generate.ts",
      command: [node, "server/src/generate.ts", "--check"],
      remedy: "npm run generate",
    },
  ].filter(({ needs }) => needs === undefined || existsSync(join(root, needs)));
}

function bin(name) {
  return join(root, "node_modules/.bin", name);
}

async function runCheck({ title, command, remedy }) {
  const startedAt = Date.now();
  const { code, output } = await run(command, { env: makeEnvironment(), capture: true });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? "✓" : "✗"} ${title} (${seconds} s)`);
  if (code !== 0) console.log(`${output.trimEnd()}\n${remedy ? `  To mend it: ${remedy}\n` : ""}`);
  return code === 0;
}
