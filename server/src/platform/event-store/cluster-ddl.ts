/** What a cluster is called in its own configuration, and the database that Samovar uses there. */
export interface Cluster {
  readonly name: string;
  readonly database: string;
}

/**
 * The statements that make one table of the embedded store a table of a cluster: a replicated one on each shard
 * (`…_local`) and a distributed one over them that carries the old name, so that every question stays as it is. A
 * site's rows share a shard: what is told twice meets there, and visits and trees are joined without the network.
 * A materialized view reads and writes its own shard. `created` is what `show create table` says.
 */
export function clusterDdl(created: string, cluster: Cluster): readonly string[] {
  const name = /^CREATE (?:TABLE|MATERIALIZED VIEW) \S*?\.?`?(\w+)`?[\s(]/.exec(created)?.[1];
  if (name === undefined)
    throw new Error(`This is no table and no materialized view: ${created.slice(0, 80)}`);
  return created.startsWith("CREATE MATERIALIZED VIEW")
    ? [localView(created, cluster)]
    : [localTable(created, { ...cluster, table: name }), distributed(created, { ...cluster, table: name })];
}

interface Named extends Cluster {
  readonly table: string;
}

function localTable(created: string, { name, database, table }: Named): string {
  const path = `/clickhouse/tables/{shard}/${database}/${table}`;
  return created
    .replace(
      /^CREATE TABLE \S+/,
      `CREATE TABLE IF NOT EXISTS ${database}.${table}_local ON CLUSTER '${name}'`,
    )
    .replace(
      /ENGINE = (\w*MergeTree)(?:\(([^)]*)\))?/,
      (_, engine: string, values = "") =>
        `ENGINE = Replicated${engine}('${path}', '{replica}'${values === "" ? "" : `, ${values}`})`,
    )
    .replace("non_replicated_deduplication_window", "replicated_deduplication_window");
}

function distributed(created: string, { name, database, table }: Named): string {
  const owner = ["site_id", "workspace_id"].find((column) => created.includes(`\`${column}\``));
  const key = owner ? `cityHash64(${owner})` : "rand()";
  return `CREATE TABLE IF NOT EXISTS ${database}.${table} ON CLUSTER '${name}' AS ${database}.${table}_local
ENGINE = Distributed('${name}', '${database}', '${table}_local', ${key})`;
}

/** The view's own columns are those of the table that it writes to. */
function localView(created: string, { name, database }: Cluster): string {
  const inDatabase = new RegExp(`\\b${database}\\.(\\w+)\\b`, "g");
  const [, view = "", rest = ""] = /^CREATE MATERIALIZED VIEW \S*?\.?`?(\w+)`?\s([^]*)$/.exec(created) ?? [];
  const local = rest.replace(inDatabase, `${database}.$1_local`);
  return `CREATE MATERIALIZED VIEW IF NOT EXISTS ${database}.${view} ON CLUSTER '${name}' ${local}`;
}
