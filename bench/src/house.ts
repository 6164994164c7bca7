/** A whole Samovar of its own in a temporary folder, as a child process, to be measured from outside. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface RunningHouse extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  readonly dataDir: string;
  /** Kills it without warning, and starts it again on the same data and port. */
  readonly crash: () => Promise<void>;
  /** Ends it; its data stays until it is disposed of. */
  readonly stop: () => Promise<void>;
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;
}

export async function startHouse(): Promise<RunningHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-bench-"));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "warn" };
  let child = await startServer(env);
  const url = `http://localhost:${port}`;
  const cookie = await setUp(url);
  const end = async (signal: "SIGINT" | "SIGKILL") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    url,
    get pid() {
      return child.pid ?? 0;
    },
    dataDir,
    ask: (method, path, body) => ask(url, { method, path, body, cookie }),
    async crash() {
      await end("SIGKILL");
      child = await startServer(env);
    },
    stop: () => end("SIGINT"),
    async [Symbol.asyncDispose]() {
      await end("SIGINT");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startServer(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, "server/src/main.ts")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await lineOf(child, "is ready");
  return child;
}

/** Resolves when the process has printed a line with these words. */
export function lineOf(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) =>
      reject(new Error(`The process ended with ${code} before it said "${words}"`)),
    );
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(words)) resolve();
    });
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("No port is free");
  return address.port;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly cookie: string;
}

async function ask(url: string, { method, path, body, cookie }: Asked): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { "Content-Type": "application/json", Origin: url, Cookie: cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return Object(answer);
}

async function setUp(url: string): Promise<string> {
  const person = { name: "Bench", email: "bench@example.com", password: "a password for benches" };
  await ask(url, {
    method: "POST",
    path: "/api/set-up",
    body: { ...person, workspaceName: "Bench", timeZone: "UTC" },
    cookie: "",
  });
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify(person),
  });
  return response.headers
    .getSetCookie()
    .map((value) => value.split(";")[0])
    .join("; ");
}

/** A process and all that it started, by name. */
export async function processTree(
  pid: number,
): Promise<readonly { readonly pid: number; readonly command: string }[]> {
  const all = await Promise.all(
    (await readdir("/proc"))
      .filter((entry) => /^\d+$/.test(entry))
      .map(async (entry) => {
        const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
        const command = (await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "")).replaceAll(
          "\0",
          " ",
        );
        return {
          pid: Number(entry),
          parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]),
          command,
        };
      }),
  );
  const tree = all.filter((process) => process.pid === pid);
  for (const found of tree) tree.push(...all.filter((process) => process.parent === found.pid));
  return tree;
}

/** Proportional memory: what several processes share is counted once. */
export async function residentMb(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}

const ticksPerSecond = 100;

/** CPU time that the process has used, user and system, in ms. */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}
