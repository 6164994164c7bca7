import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { LaunchError, makeEnvironment, root, run, step } from "./steps.mjs";

// What each part is made of besides its own folder: the admin takes its types and rules from the server's sources.
const parts = {
  widgets: ["widgets", "client/src", "package-lock.json"],
  admin: ["admin", "client/src", "server/src", "package-lock.json"],
};

/** Builds what runs in the browser, where its sources have changed since it was built. */
export async function ensureBuilt(node, names = Object.keys(parts)) {
  for (const name of names) {
    const command = findBuildCommand(name, node);
    if (command) await ensurePart(name, command);
  }
}

async function ensurePart(name, command) {
  const stampFile = join(root, name, "dist/.built-from");
  const files = parts[name].flatMap((path) => listFiles(join(root, path)));
  const stamp = readStamp(stampFile);
  const dates = digestDates(files);
  if (stamp.dates === dates) return;
  const contents = digestContents(files);
  if (stamp.contents !== contents) {
    await step(`Building ${name}`, () => build(name, command));
  }
  writeFileSync(stampFile, JSON.stringify({ dates, contents }));
}

async function build(name, command) {
  const { code, output } = await run(command, {
    cwd: join(root, name),
    env: makeEnvironment(),
    capture: true,
  });
  if (code === 0 && existsSync(join(root, name, "dist"))) return;
  throw new LaunchError(
    `Building ${name} failed (code ${code}):\n${output}`,
    `Mend what is said above; \`${command.slice(1).join(" ")}\` in ${name}/ repeats it`,
  );
}

function findBuildCommand(name, node) {
  const script = JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")).scripts?.build;
  if (script) return ["/bin/sh", "-c", script];
  const config = ["vite.config.ts", "vite.config.mjs"].some((file) => existsSync(join(root, name, file)));
  return config ? [node, join(root, "node_modules/vite/bin/vite.js"), "build"] : undefined;
}

function readStamp(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

const unused = /(^|\/)(node_modules|dist|testing|twin|\..+)$|\.test\.tsx?$|\.sql$|\.md$/;

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !unused.test(name));
  return entries.flatMap((entry) => {
    const child = join(path, entry.name);
    return entry.isDirectory() ? listFiles(child) : [child];
  });
}

// Two looks: the dates take some milliseconds at each start; the contents decide, when a date has moved.
function digestDates(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function digestContents(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${relative(root, file)}\n`)
      .update(readFileSync(file))
      .update("\n");
  return hash.digest("hex");
}
