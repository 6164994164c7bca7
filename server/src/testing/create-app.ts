import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOnce } from "graphile-worker";
import { sql } from "kysely";
import { Client } from "pg";
import { pino } from "pino";
import { inject } from "vitest";
import type { HouseMail } from "#src/ground/mail/index.ts";
import { openHouse, type OpenHouse } from "#src/open-house.ts";
import { taskListOf, workerLogger } from "#src/platform/jobs/run-jobs.ts";
import { createClient, type TestClient } from "./test-client.ts";

/** What `global-setup.ts` hands to every test file. */
declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string;
    readonly events: { readonly url: string; readonly username: string; readonly password: string };
  }
}

const publicUrl = "http://samovar.test";

export interface TestApp
  extends AsyncDisposable, Pick<OpenHouse, "app" | "listener" | "house" | "eventLog" | "features"> {
  readonly publicUrl: string;
  /** The owner of a workspace of his own, signed in. */
  readonly owner: TestClient;
  /** Somebody who is not signed in. */
  readonly anonymous: TestClient;
  /** Works through every job that is due by now; throws what the first failing one threw. */
  readonly work: () => Promise<void>;
  /** Lets the time pass for the house and for its jobs; works through nothing. */
  readonly advance: (ms: number) => Promise<void>;
}

export interface AppSettings {
  /** The house's mail server; without one letters wait. */
  readonly mail?: HouseMail;
}

/** The whole server on databases of its own, without a socket. Jobs wait until `work`. */
export async function createApp({ mail }: AppSettings = {}): Promise<TestApp> {
  await using held = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-app-"));
  held.defer(() => rm(dataDir, { recursive: true, force: true }));
  const name = `test_${randomBytes(6).toString("hex")}`;
  const clock = { offsetMs: 0 };
  const open = held.use(
    await openHouse({
      config: { publicUrl, dataDir, trustedProxies: [], allowPrivateAddresses: true, mail },
      secret: randomBytes(32).toString("hex"),
      stores: { databaseUrl: await cloneDatabase(name), events: { ...inject("events"), database: name } },
      log: pino({ level: process.env["LOG_LEVEL"] ?? "silent" }),
      now: () => new Date(Date.now() + clock.offsetMs),
    }),
  );
  const anonymous = createClient({ app: open.app, publicUrl });
  const owner = await setUpOwner(anonymous);
  const running = held.move();
  return {
    ...open,
    publicUrl,
    owner,
    anonymous,
    work: () => workThrough(open),
    async advance(ms) {
      clock.offsetMs += ms;
      await sql`update graphile_worker._private_jobs set run_at = run_at - ${ms} * interval '1 millisecond'`.execute(
        open.house.database.kysely,
      );
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function cloneDatabase(name: string): Promise<string> {
  const url = new URL(inject("postgresUrl"));
  const template = url.pathname.slice(1);
  url.pathname = "/postgres";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  url.pathname = `/${name}`;
  return url.href;
}

async function setUpOwner(anonymous: TestClient): Promise<TestClient> {
  const person = { name: "Olga Owner", email: "olga@samovar.test", password: "correct horse battery" };
  const set = await anonymous.post("/api/set-up", {
    ...person,
    workspaceName: "Tea house",
    timeZone: "Europe/Moscow",
  });
  if (set.status !== 201) throw new Error(`Set-up failed: ${await set.text()}`);
  return anonymous.signIn(person.email, person.password);
}

async function workThrough(open: OpenHouse): Promise<void> {
  const failures: unknown[] = [];
  const taskList = taskListOf(
    open.house,
    open.features.flatMap((feature) => feature.jobs),
    (error) => failures.push(error),
  );
  await runOnce({
    pgPool: open.house.database.pool,
    taskList,
    noHandleSignals: true,
    concurrency: 2,
    logger: workerLogger(open.house.log),
  });
  if (failures.length > 0) throw failures[0];
}
