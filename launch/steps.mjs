import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What stands in the way of a command, and what to do about it. */
export class LaunchError extends Error {
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
}

/** Says what is being done, does it, and says how long it took; silence is broken every 15 seconds. */
export async function step(title, work) {
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`▸ ${title} …`);
  const patience = setInterval(() => console.log(`  still at it: ${title} (${seconds()} s)`), 15_000);
  try {
    const result = await work();
    console.log(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(patience);
  }
}

/** The environment of everything that runs: the project's own tools first, and compiled code kept between starts. */
export function makeEnvironment(extra = {}) {
  const bins = [join(root, "node_modules/node/bin"), join(root, "node_modules/.bin")];
  return {
    NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compile"),
    ...process.env,
    PATH: [...bins, process.env["PATH"] ?? ""].join(":"),
    ...extra,
  };
}

/** Runs a program to its end; its exit code, and its output unless that went to the terminal. */
export function run([file, ...args], { cwd = root, env = makeEnvironment(), capture = false } = {}) {
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ["ignore", capture ? "pipe" : "inherit", capture ? "pipe" : "inherit"],
  });
  let output = "";
  const collect = (chunk) => (output += chunk);
  child.stdout?.setEncoding("utf8").on("data", collect);
  child.stderr?.setEncoding("utf8").on("data", collect);
  return new Promise((resolve, reject) => {
    child.on("error", (error) =>
      reject(new LaunchError(`${file} cannot be run: ${error.message}`, "Is it installed, and in PATH?")),
    );
    child.on("close", (code, signal) => resolve({ code: signal ? 1 : (code ?? 1), output }));
  });
}
