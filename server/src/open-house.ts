import { glob, readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Logger } from "pino";
import { createHttpApp } from "./app.ts";
import type { Config } from "./config.ts";
import { features as listFeatures } from "./features.ts";
import { createIdentity, type Identity } from "./ground/accounts/index.ts";
import { type EventLog, insertEvents, openEventLog } from "./ground/events/index.ts";
import { createPostOffice } from "./ground/mail/index.ts";
import { openDatabase } from "./platform/database/database.ts";
import { migrate } from "./platform/database/migrate.ts";
import {
  connectEvents,
  createEventDatabase,
  type EventsAddress,
  migrateEvents,
} from "./platform/event-store/index.ts";
import { createDiskStore } from "./platform/file-store/file-store.ts";
import { createVisitors } from "@samovar/audit";
import { createHttp } from "@samovar/http-client";
import { enqueueIn } from "./platform/jobs/enqueue.ts";
import { runJobs } from "./platform/jobs/run-jobs.ts";
import { announceTo } from "./platform/operation/announce.ts";
import type { Feature } from "./platform/operation/feature.ts";
import type { House } from "./platform/operation/house.ts";
import { createVault } from "./platform/vault/vault.ts";
import { publicDoors } from "./surfaces/public-doors.ts";
import { publicRoutes } from "./surfaces/public-routes.ts";
import { visitorsListener } from "./surfaces/visitors-listener.ts";

export interface Stores {
  readonly databaseUrl: string;
  readonly events: EventsAddress;
}

interface Settings {
  readonly config: Pick<
    Config,
    "publicUrl" | "dataDir" | "trustedProxies" | "allowPrivateAddresses" | "mail"
  >;
  readonly secret: string;
  readonly stores: Stores;
  readonly log: Logger;
  readonly now: () => Date;
  readonly trustedOrigins?: readonly string[];
}

/** Everything built and connected; nothing served, no job run yet. */
export interface OpenHouse extends AsyncDisposable {
  readonly app: Hono;
  /** The same for Node's own server, quicker where visitors come most. */
  readonly listener: RequestListener;
  readonly house: House;
  readonly identity: Identity;
  readonly eventLog: EventLog;
  readonly features: readonly Feature[];
  readonly work: () => Promise<AsyncDisposable>;
}

const source = fileURLToPath(new URL(".", import.meta.url));
const userAgent = "Samovar/1 (+https://samovar.example)";

/** The composition root below `main`: connects to the stores, brings them up to date, wires the features. */
export async function openHouse({
  config,
  secret,
  stores,
  log,
  now,
  trustedOrigins = [],
}: Settings): Promise<OpenHouse> {
  await using held = new AsyncDisposableStack();
  const { database, events } = await openStores(held, stores);
  const identity = createIdentity({ database, publicUrl: config.publicUrl, secret, log, trustedOrigins });
  const features = listFeatures(identity, createPostOffice({ ...config, now }));
  const listeners = features.flatMap((feature) => feature.listeners);
  const connected = { database, events, now, log };
  const house: House = {
    ...connected,
    publicUrl: config.publicUrl,
    http: createHttp({ allowPrivate: config.allowPrivateAddresses, userAgent }),
    openVisitors: () => createVisitors({ allowPrivate: config.allowPrivateAddresses }),
    vault: createVault(secret),
    files: createDiskStore(join(config.dataDir, "media")),
    inside(db) {
      const enqueue = enqueueIn(db, now);
      return { db, enqueue, announce: announceTo(listeners, { db, enqueue, now }) };
    },
  };
  const eventLog = held.use(
    await openEventLog({ dataDir: config.dataDir, insert: insertEvents(events), logger: log }),
  );
  const doors = publicDoors({ ...config, house, identity, eventLog });
  const routes = await publicRoutes({ house, identity, eventLog, doors });
  const app = createHttpApp({ ...config, house, identity, features, trustedOrigins, routes });
  const open = held.move();
  const listener = visitorsListener({ doors, next: getRequestListener(app.fetch), log });
  return {
    app,
    listener,
    house,
    identity,
    eventLog,
    features,
    work: () =>
      runJobs(
        house,
        features.flatMap((feature) => feature.jobs),
      ),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** Connects to both stores and brings them up to date. */
async function openStores(held: AsyncDisposableStack, stores: Stores) {
  const database = held.use(openDatabase(stores.databaseUrl));
  await createEventDatabase(stores.events);
  const events = held.adopt(connectEvents(stores.events), (client) => client.close());
  await Promise.all([
    migrate(database, source),
    readEventMigrations().then((files) => migrateEvents(events, files)),
  ]);
  return { database, events };
}

async function readEventMigrations() {
  const files = await Array.fromAsync(glob("**/*.ch.sql", { cwd: source }));
  return Promise.all(
    files.map(async (file) => ({ name: basename(file), sql: await readFile(join(source, file), "utf8") })),
  );
}
