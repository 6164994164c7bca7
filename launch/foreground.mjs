import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { makeEnvironment, root } from "./steps.mjs";

const leash = new URL("leash.mjs", import.meta.url).href;

/**
 * Runs the programs until one ends, stops the others, and answers the exit code of that one. They have a session of
 * their own: Ctrl-C reaches us from the terminal and once more from npm, and them exactly once, from us.
 */
export async function runInForeground(programs) {
  const children = programs.map(({ command: [node, ...args], cwd = root }) =>
    spawn(node, ["--import", leash, ...args], {
      cwd,
      env: makeEnvironment(),
      detached: true,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    }),
  );
  const forget = forwardSignals(children);
  const endings = children.map(waitForEnd);
  const code = await Promise.race(endings);
  for (const child of children) if (isAlive(child)) child.kill("SIGTERM");
  await Promise.all(endings);
  forget();
  return code;
}

// One Ctrl-C may arrive twice within a moment; one a second later is a person who has lost patience.
// A killed npm says nothing, but leaves us with another parent.
function forwardSignals(children) {
  const parent = process.ppid;
  const underNpm = process.env["npm_lifecycle_event"] !== undefined;
  const watch = setInterval(() => {
    if (!underNpm || process.ppid === parent) return;
    clearInterval(watch);
    forward("SIGTERM");
  }, 500);
  let lastAt = -Infinity;
  let first = true;
  function forward(signal) {
    const now = performance.now();
    if (now - lastAt < 1000) return;
    lastAt = now;
    for (const child of children) if (isAlive(child)) child.kill(first ? signal : "SIGKILL");
    first = false;
  }
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.removeListener(signal, forward);
  };
}

function isAlive(child) {
  return child.exitCode === null && child.signalCode === null;
}

function waitForEnd(child) {
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`${fileURLToPath(import.meta.url)}: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}
