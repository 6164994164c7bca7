import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countTests } from "./test.mjs";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samovar-launch-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// A server in small: it notes each signal, and ends with code 7 half a second after the first.
const server = `
  const { appendFileSync } = require("node:fs");
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {
    appendFileSync(process.argv[1], signal + "\\n");
    setTimeout(() => process.exit(7), 500);
  });
  setInterval(() => {}, 1000);
  appendFileSync(process.argv[1], "up " + process.pid + "\\n");`;

async function launch(...programs: string[][]): Promise<ChildProcess> {
  const commands = programs.map((args) => ({ command: [process.execPath, ...args] }));
  const script = `
    import { runInForeground } from ${JSON.stringify(new URL("foreground.mjs", import.meta.url).href)};
    process.exitCode = await runInForeground(${JSON.stringify(commands)});`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
}

async function readNotes(file: string, wanted: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const notes = await readFile(file, "utf8").catch(() => "");
    if (wanted.test(notes)) return notes;
    await sleep(50);
  }
  throw new Error(`${file} never said ${wanted}`);
}

test("Ctrl-C that arrives from the terminal and from npm reaches the server once, and its exit code is kept", async () => {
  const file = join(folder, "once");
  const launcher = await launch(["-e", server, file]);
  await readNotes(file, /up/);
  const ended = once(launcher, "exit");
  launcher.kill("SIGINT");
  launcher.kill("SIGINT");
  expect(await ended).toEqual([7, null]);
  expect((await readFile(file, "utf8")).match(/SIGINT/g)).toHaveLength(1);
});

test("a server whose launcher is killed stops in good order", async () => {
  const file = join(folder, "leash");
  const launcher = await launch(["-e", server, file]);
  await readNotes(file, /up/);
  launcher.kill("SIGKILL");
  await readNotes(file, /SIGTERM/);
});

test("when one of two programs ends, the other is stopped and the first one's code is kept", async () => {
  const file = join(folder, "two");
  const launcher = await launch(["-e", server, file], ["-e", "setTimeout(() => process.exit(3), 1500)"]);
  expect(await once(launcher, "exit")).toEqual([3, null]);
  expect(await readFile(file, "utf8")).toContain("SIGTERM");
});

test("a test file that does not load, and a run that breaks off, count as failures", async () => {
  const report = join(folder, "report.json");
  const passed = { status: "passed", assertionResults: [{ status: "passed" }] };
  const counts = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0 };
  await writeFile(report, JSON.stringify({ ...counts, testResults: [passed] }));
  expect(countTests(report, 0, "some.config.ts")).toEqual({ passed: 1, failed: 0, skipped: 2 });
  expect(countTests(report, 1, "some.config.ts")).toEqual({ passed: 1, failed: 1, skipped: 2 });
  const unloaded = { status: "failed", assertionResults: [] };
  await writeFile(report, JSON.stringify({ ...counts, testResults: [passed, unloaded] }));
  expect(countTests(report, 1, "some.config.ts")).toEqual({ passed: 1, failed: 1, skipped: 2 });
  expect(countTests(join(folder, "none"), 1, "some.config.ts")).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("an unknown command names those there are", async () => {
  const main = new URL("main.mjs", import.meta.url).pathname;
  const child = spawn(process.execPath, [main, "brew"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  expect(await once(child, "close")).toEqual([1, null]);
  expect(said).toContain('There is no command "brew". There are: start, dev, test, check');
});
