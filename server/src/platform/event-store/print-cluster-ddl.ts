/**
 * `node server/src/platform/event-store/print-cluster-ddl.ts <cluster> [database]`: prints the statements that set a
 * ClickHouse cluster up for Samovar. They are made of the same migrations as the embedded store's: an empty store is
 * brought up to date and asked what its tables look like.
 */
import { glob, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clusterDdl } from "./cluster-ddl.ts";
import { connectEvents, migrateEvents, startEventStore } from "./index.ts";

const [name, database = "samovar"] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write("Name the cluster, as its own configuration calls it: … print-cluster-ddl.ts main\n");
  process.exitCode = 1;
} else {
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-ddl-"));
  try {
    process.stdout.write(await printDdl(dataDir, { name, database }));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function printDdl(
  dataDir: string,
  cluster: { readonly name: string; readonly database: string },
): Promise<string> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  await using store = await startEventStore({ dataDir, log });
  const client = connectEvents(store);
  try {
    const source = fileURLToPath(new URL("../..", import.meta.url));
    const files = await Array.fromAsync(glob("**/*.ch.sql", { cwd: source }));
    await migrateEvents(
      client,
      await Promise.all(
        files.map(async (file) => ({
          name: basename(file),
          sql: await readFile(join(source, file), "utf8"),
        })),
      ),
    );
    const tables = await client.query({
      query: `select replaceAll(create_table_query, concat(database, '.'), {prefix: String}) as created, name, engine
        from system.tables where database = currentDatabase() order by engine = 'MaterializedView', name`,
      query_params: { prefix: `${cluster.database}.` },
      format: "JSONEachRow",
    });
    const rows = await tables.json<{ created: string; name: string; engine: string }>();
    const applied = files.map((file) => `('${basename(file)}')`).toSorted();
    return [
      `CREATE DATABASE IF NOT EXISTS ${cluster.database} ON CLUSTER '${cluster.name}'`,
      ...rows.flatMap(({ created }) => clusterDdl(created, cluster)),
      `INSERT INTO ${cluster.database}.event_migration (name) VALUES ${applied.join(", ")}`,
    ]
      .map((statement) => `${statement};\n\n`)
      .join("");
  } finally {
    await client.close();
  }
}
