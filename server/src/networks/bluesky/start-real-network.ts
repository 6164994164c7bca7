/**
 * The real servers of the network, on this machine: directory and PDS, and with Postgres also the index (AppView).
 * For tests and the demo; the servers live in memory and temporary folders.
 */
import { TestNetwork, TestNetworkNoAppView } from "@atproto/dev-env";
import { AtpAgent } from "@atproto/api";

export interface RealNetwork extends AsyncDisposable {
  readonly pds: string;
  /** Makes an account and signs it in. */
  readonly addUser: (handle: string, displayName?: string) => Promise<RealUser>;
  /** Waits until the index has seen all that was written. */
  readonly settle: () => Promise<void>;
}

export interface RealUser {
  readonly handle: string;
  readonly did: string;
  readonly password: string;
  readonly appPassword: string;
  readonly agent: AtpAgent;
}

/** Publishing, pictures, OAuth; no likes or replies. */
export async function startServersAlone(): Promise<RealNetwork> {
  return toRealNetwork(await TestNetworkNoAppView.create());
}

/** The whole network. The database must be empty. */
export async function startWholeNetwork(dbPostgresUrl: string): Promise<RealNetwork> {
  // The library insists on an address of Redis and never calls it.
  // oxlint-disable-next-line node/no-process-env -- it is read by the library, nowhere else
  process.env["REDIS_HOST"] ??= "127.0.0.1:1";
  return toRealNetwork(await TestNetwork.create({ dbPostgresUrl, dbPostgresSchema: "samovar" }));
}

function toRealNetwork(network: TestNetworkNoAppView): RealNetwork {
  const pds = network.pds.url;
  return {
    pds,
    addUser: (handle, displayName) => addUser(pds, handle, displayName),
    settle: () => network.processAll(),
    [Symbol.asyncDispose]: () => network.close(),
  };
}

async function addUser(pds: string, handle: string, displayName?: string): Promise<RealUser> {
  const agent = new AtpAgent({ service: pds });
  const password = "correct-horse-battery";
  await agent.createAccount({ email: `${handle}@mail.test`, handle, password });
  if (displayName) await agent.upsertProfile(() => ({ displayName }));
  const { data } = await agent.com.atproto.server.createAppPassword({ name: "samovar" });
  return { handle, did: agent.assertDid, password, appPassword: data.password, agent };
}
