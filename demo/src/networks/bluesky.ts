import { fork } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { fileURLToPath } from "node:url";
import { AtpAgent } from "@atproto/api";
import { Client } from "pg";
import { z } from "zod";

/** A real server of the network on this machine, with the network around it where that starts. */
export interface BlueskyNetwork extends AsyncDisposable {
  readonly url: string;
  /** Whether likes, reposts and replies are counted: that takes the network's own index. */
  readonly hasIndex: boolean;
  readonly addPerson: (handle: string, displayName: string) => Promise<AtpAgent>;
}

interface Options {
  /** A Postgres whose role may make databases. */
  readonly databaseUrl: string;
  /** Where the network's own log goes. */
  readonly logFile: string;
  readonly say: (line: string) => void;
}

/** What everybody's password is on this network of ours. */
export const networkPassword = "tea-and-sugar";

const programPath = fileURLToPath(new URL("bluesky-process.ts", import.meta.url));
const databaseName = "samovar_demo_network";

/** Starts the network anew: nothing of an earlier start is left. Takes 7 to 20 s. */
export async function startBluesky(options: Options): Promise<BlueskyNetwork> {
  const networkUrl = await makeEmptyDatabase(options.databaseUrl);
  const whole = await startProcess(networkUrl, options).catch((error: unknown) => {
    options.say(
      `The whole network did not start (${String(error)}); going on with one server, without counts`,
    );
    return undefined;
  });
  const running = whole ?? (await startProcess(undefined, options));
  return {
    url: running.url,
    hasIndex: whole !== undefined,
    addPerson: (handle, displayName) => addPerson(running.url, handle, displayName),
    [Symbol.asyncDispose]: running.stop,
  };
}

/** The network's servers keep more than they forget: each start gets a database without a past. */
async function makeEmptyDatabase(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${databaseName} with (force)`);
    await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
  const url = new URL(databaseUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

const Ready = z.object({ url: z.url() });

async function startProcess(
  networkUrl: string | undefined,
  { logFile }: Options,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = fork(programPath, networkUrl ? [networkUrl] : [], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // The name must be there; nobody is ever asked at it.
    env: { ...inherited(), REDIS_HOST: "redis.invalid", LOG_ENABLED: "false" },
  });
  const log = createWriteStream(logFile, { flags: "a" });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const exited = once(child, "exit");
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await exited;
    }
    log.end();
  };
  const said = await Promise.race([
    once(child, "message").then(([message]) => Ready.parse(message)),
    exited.then(([code]) => Promise.reject(new Error(`it ended with code ${String(code)}; see ${logFile}`))),
  ]).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url: said.url, stop };
}

/** Only where programs and temporary files are: the house's settings are none of the network's business. */
function inherited(): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "NODE_COMPILE_CACHE"] as const;
  const { env } = process;
  return Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

/** Makes an account at a server of the network. */
export async function addPerson(service: string, handle: string, displayName: string): Promise<AtpAgent> {
  const agent = new AtpAgent({ service });
  const [name] = handle.split(".");
  await agent.createAccount({ handle, email: `${name}@network.test`, password: networkPassword });
  await agent.upsertProfile((before) => ({ ...before, displayName }));
  return agent;
}
