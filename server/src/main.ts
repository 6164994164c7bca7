/** The composition root: environment → config → stores → house → serve and work, until a signal says stop. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { pino } from "pino";
import { type Config, ConfigError, loadConfig, loadSecret } from "./config.ts";
import { demoEnvironment, openDemo } from "./demo.ts";
import { openHouse, type Stores } from "./open-house.ts";
import { startEventStore } from "./platform/event-store/index.ts";
import { startPostgres } from "./platform/postgres/index.ts";
import { lockFolder } from "./platform/process-lock/process-lock.ts";
import { Problem } from "./platform/problem.ts";

const isDemo = process.argv.includes("--demo");
const environment = isDemo ? demoEnvironment(process.env) : process.env;
const log = pino({ level: environment["LOG_LEVEL"] || "info" });
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

try {
  await run(loadConfig(environment));
} catch (error) {
  if (!stop.signal.aborted) {
    process.stderr.write(`\n${explain(error)}\n`);
    if (!(error instanceof ConfigError || error instanceof Problem))
      log.error({ err: error }, "Samovar could not start");
    process.exitCode = 1;
  }
}

async function run(config: Config): Promise<void> {
  const demo = isDemo ? await openDemo(config) : undefined;
  mkdirSync(config.dataDir, { recursive: true });
  await using held = new AsyncDisposableStack();
  held.use(await lockFolder(config.dataDir, log));
  const stores = await openStores(held, config);
  const secret = loadSecret(environment, config.dataDir);
  const open = held.use(await openHouse({ config, secret, stores, log, now: () => new Date() }));
  held.use(await open.work());
  const address = held.use(await listen(config, open.listener));
  process.stdout.write(`\nSamovar is ready: ${config.publicUrl}/admin\n`);
  process.stdout.write(
    `The API: ${config.publicUrl}/api/docs   Listening on ${config.host}:${address.port}   Ctrl-C stops it\n\n`,
  );
  const { databaseUrl } = stores;
  if (demo) held.use(await demo.populate({ publicUrl: config.publicUrl, databaseUrl, signal: stop.signal }));
  if (!stop.signal.aborted) await once(stop.signal, "abort");
  process.stdout.write("Stopping…\n");
}

/** The embedded stores, both at once, or those that the environment names. What started is held, whatever fails. */
async function openStores(held: AsyncDisposableStack, config: Config): Promise<Stores> {
  const { dataDir } = config;
  const starting = [
    config.databaseUrl
      ? Promise.resolve(config.databaseUrl)
      : startPostgres({ dataDir: join(dataDir, "postgres"), log, signal: stop.signal }).then(
          (postgres) => held.use(postgres).url,
        ),
    config.clickhouse
      ? Promise.resolve(config.clickhouse)
      : startEventStore({ dataDir: join(dataDir, "events"), log }).then((store) => held.use(store)),
  ] as const;
  await Promise.allSettled(starting);
  return { databaseUrl: await starting[0], events: { database: "samovar", ...(await starting[1]) } };
}

async function listen(config: Config, listener: RequestListener) {
  const server = createServer(listener).listen(config.port, config.host);
  await Promise.race([
    once(server, "listening"),
    once(server, "error").then(([error]) => Promise.reject(error)),
  ]).catch((cause: unknown) => {
    throw new Problem(
      "unavailable",
      `Port ${config.port} on ${config.host} can't be used: ${messageOf(cause)}`,
      {
        hint: `Stop what uses it, or choose another: PORT=${config.port + 1} npm start`,
        cause,
      },
    );
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : config.port,
    async [Symbol.asyncDispose]() {
      server.closeIdleConnections();
      server.close();
    },
  };
}

function explain(error: unknown): string {
  if (error instanceof Problem) return `${error.message}\n${error.hint ?? ""}`;
  return messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
