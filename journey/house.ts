/** The real server as a child process, as an owner starts it; it can be killed without a word and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface House extends AsyncDisposable {
  /** As people type it: passkeys and the clipboard want `localhost`. */
  readonly url: string;
  /** `kill -9`: the process has no chance to say or save anything. */
  readonly kill: () => Promise<void>;
  /** Starts again on the same data. */
  readonly start: () => Promise<void>;
  /** All that it has said so far, for when something fails. */
  readonly said: () => string;
}

const mainPath = fileURLToPath(new URL("../server/src/main.ts", import.meta.url));

export async function startHouse(
  environment: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-journey-"));
  const port = await findFreePort();
  const state: { child?: ChildProcess; said: string } = { said: "" };
  const settings = {
    PORT: String(port),
    DATA_DIR: dataDir,
    ALLOW_PRIVATE_ADDRESSES: "yes",
    LOG_LEVEL: "warn",
  };
  const start = async () => {
    state.child = spawn(process.execPath, [mainPath, ...flags], {
      env: { ...process.env, ...settings, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    await waitUntilReady(state.child, (text) => (state.said += text));
  };
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    const { child } = state;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  await start();
  return {
    url: `http://localhost:${port}`,
    kill: () => end("SIGKILL"),
    start,
    said: () => state.said,
    async [Symbol.asyncDispose]() {
      // A house that was killed has left its Postgres running: it is found and stopped by one more start.
      if (state.child?.signalCode === "SIGKILL") await start();
      await end("SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function waitUntilReady(child: ChildProcess, note: (text: string) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      note(chunk.toString());
      if (said.includes("Samovar is ready")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`Samovar ended with code ${code}:\n${said}`)));
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("No free port was given");
  return address.port;
}
