/** A worker in a process of its own, for tests that kill it: works through jobs on the house that it is handed. */
import { pino } from "pino";
import { z } from "zod";
import { openHouse } from "#src/open-house.ts";

const Settings = z.object({
  secret: z.string(),
  dataDir: z.string(),
  databaseUrl: z.string(),
  events: z.object({ url: z.string(), username: z.string(), password: z.string(), database: z.string() }),
});

const { secret, dataDir, databaseUrl, events } = Settings.parse(JSON.parse(process.argv[2] ?? "{}"));
const open = await openHouse({
  config: {
    publicUrl: "http://samovar.test",
    dataDir,
    trustedProxies: [],
    allowPrivateAddresses: true,
    mail: undefined,
  },
  secret,
  stores: { databaseUrl, events },
  log: pino({ level: "warn" }),
  now: () => new Date(),
});
await open.work();
process.stdout.write("working\n");
