import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { runChecks } from "./check.mjs";
import { ensureInstalled } from "./install.mjs";
import { findPinnedNode } from "./pinned-node.mjs";
import { runInForeground } from "./foreground.mjs";
import { LaunchError, root } from "./steps.mjs";
import { runTests } from "./test.mjs";

const commands = {
  async start(args) {
    const node = await prepare();
    await ensureBuilt(node);
    return runInForeground([{ command: [node, "server/src/main.ts", ...args] }]);
  },
  async dev(args) {
    const node = await prepare();
    await ensureBuilt(node, ["widgets"]);
    return runInForeground([
      { command: [node, "--watch", "--watch-preserve-output", "server/src/main.ts", ...args] },
      { command: [node, join(root, "node_modules/vite/bin/vite.js")], cwd: join(root, "admin") },
    ]);
  },
  async test(args) {
    return runTests(await prepare(), args);
  },
  async check() {
    return runChecks(await prepare());
  },
  async bench(args) {
    return runEntry("bench/src/main.ts", args);
  },
  async generate(args) {
    return runEntry("server/src/generate.ts", args);
  },
  async samovar(args) {
    return runEntry("cli/src/main.ts", args);
  },
};

/** Runs one command to its end; what can be remedied is told in two lines, without a stack. */
export async function runCommand(name, args) {
  const command = commands[name];
  if (!command) {
    console.error(`There is no command "${name}". There are: ${Object.keys(commands).join(", ")}`);
    process.exitCode = 1;
    return;
  }
  try {
    process.exitCode = await command(args);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    console.error(`\n${error.message}\n${error.hint}`);
    process.exitCode = 1;
  }
}

async function prepare() {
  await ensureInstalled();
  return findPinnedNode();
}

async function runEntry(entry, args) {
  const node = await prepare();
  if (!existsSync(join(root, entry)))
    throw new LaunchError(`${entry} is missing`, "Is this checkout complete? See `git status`");
  return runInForeground([{ command: [node, entry, ...args] }]);
}
