/** `npm start -- --demo`: a house that is filled by doing, with real networks beside it and readers who walk. */
import { join } from "node:path";
import { fillHouse, trickle } from "./fill-house.ts";
import { startNetworks } from "./networks/start-networks.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { serveSite } from "./site/serve-site.ts";
import { setUpOwner } from "./workspace/owner.ts";

export interface RunningHouse {
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly signal: AbortSignal;
}

const startedAt = performance.now();

function say(line: string): void {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  process.stdout.write(`demo ${String(seconds).padStart(3)} s ▸ ${line}\n`);
}

/** Empties the demo's folder; what it answers fills the house that is opened on it. */
export async function prepareDemo(dataDir: string) {
  await prepareFolder(dataDir);
  say(`Its folder is ${dataDir}, and begins empty: the networks beside it forget everything between starts`);
  return { populate: (house: RunningHouse) => populate(house, dataDir) };
}

async function populate(
  { publicUrl, databaseUrl, signal }: RunningHouse,
  dataDir: string,
): Promise<AsyncDisposable> {
  await using held = new AsyncDisposableStack();
  const owner = await setUpOwner(publicUrl);
  say(`Sign in at ${publicUrl}/admin as ${owner.email} with the password ${owner.password}`);
  say("Starting a Bluesky network and two servers that speak Mastodon's API (10 to 20 s) …");
  const [site, networks] = await Promise.all([
    serveSite().then((running) => held.use(running)),
    startNetworks({ databaseUrl, logFile: join(dataDir, "networks.log"), say }).then((all) => held.use(all)),
  ]);
  say(`Running: ${networks.bluesky.url}, ${networks.mastodon.url}, ${networks.kin.url}`);
  const parts = { client: owner.client, samovarUrl: publicUrl, site, networks, signal, say };
  const life = await fillHouse(parts);
  say("Ready. Further readers keep coming; Ctrl-C stops everything");
  say(`Sign in at ${publicUrl}/admin as ${owner.email} with the password ${owner.password}`);
  const walking = trickle(life, signal, say).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  held.defer(() => walking);
  return held.move();
}
