/**
 * The whole network in a process of its own: it wants variables of the environment, logs much, and takes memory that
 * the house's own process should not be blamed for. Its first argument is the address of an empty database, or
 * nothing for a server without the network around it. It ends with its parent.
 */
import { TestNetwork, TestNetworkNoAppView } from "@atproto/dev-env";

const [databaseUrl] = process.argv.slice(2);
for (const ending of ["disconnect", "SIGTERM"] as const) process.once(ending, leave);
// Ctrl-C reaches the whole group of the terminal: the parent decides when this process ends.
process.on("SIGINT", () => undefined);

const network = databaseUrl
  ? await TestNetwork.create({ dbPostgresUrl: databaseUrl, dbPostgresSchema: "network" })
  : await TestNetworkNoAppView.create();
process.send?.({ url: network.pds.url });

/** Nothing of it is kept: what runs is dropped with the process, and its database with the next start. */
function leave(): void {
  process.exit(0);
}
