import { expect, test } from "vitest";
import { clusterDdl } from "./cluster-ddl.ts";

const cluster = { name: "main", database: "samovar" };

test("a table becomes a replicated one on each shard, and a distributed one under the old name", () => {
  const created = `CREATE TABLE samovar.event
(
    \`workspace_id\` UUID CODEC(ZSTD(1)),
    \`site_id\` UUID CODEC(ZSTD(1)),
    \`revision\` UInt32
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY (workspace_id, site_id)
SETTINGS fsync_after_insert = 1, non_replicated_deduplication_window = 1000`;
  const [local = "", over = ""] = clusterDdl(created, cluster);
  expect(local).toContain("CREATE TABLE IF NOT EXISTS samovar.event_local ON CLUSTER 'main'\n(");
  expect(local).toContain(
    "ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/samovar/event', '{replica}', revision)",
  );
  expect(local).toContain(" replicated_deduplication_window = 1000");
  expect(local).toContain("CODEC(ZSTD(1))");
  expect(over).toBe(`CREATE TABLE IF NOT EXISTS samovar.event ON CLUSTER 'main' AS samovar.event_local
ENGINE = Distributed('main', 'samovar', 'event_local', cityHash64(site_id))`);
});

test("an engine without values keeps none, and a table without sites is spread by chance", () => {
  const created = "CREATE TABLE samovar.event_migration (`name` String)\nENGINE = MergeTree\nORDER BY name";
  const [local, over] = clusterDdl(created, cluster);
  expect(local).toContain(
    "ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/samovar/event_migration', '{replica}')\n",
  );
  expect(over).toContain("rand()");
});

test("a materialized view reads and writes its own shard", () => {
  const created =
    "CREATE MATERIALIZED VIEW samovar.hourly_view TO samovar.hourly\n(\n    `n` UInt64\n)\nAS SELECT count() AS n\nFROM samovar.event";
  expect(clusterDdl(created, cluster)).toEqual([
    "CREATE MATERIALIZED VIEW IF NOT EXISTS samovar.hourly_view ON CLUSTER 'main' TO samovar.hourly_local\n(\n    `n` UInt64\n)\nAS SELECT count() AS n\nFROM samovar.event_local",
  ]);
});

test("anything else is refused by its words", () => {
  expect(() => clusterDdl("DROP TABLE event", cluster)).toThrow("DROP TABLE event");
});
