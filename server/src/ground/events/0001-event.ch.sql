-- What visitors did. Append-only; each kind's fields carry their own version.
--
-- One id counts once: a batch that is sent twice replaces itself. `revision` decides which copy stays: of a repeated
-- event the first that came, of an `engage` the one with the most visible time (it is sent again each time the page
-- is left). Ids begin with their time, so that the key follows the clock and FINAL stays cheap. Read with FINAL.
create table if not exists event (
  workspace_id UUID,
  -- zeros: a link that leads to no site of ours
  site_id UUID,
  kind LowCardinality(String),
  id String,
  version UInt8 default 1,
  revision UInt64 default 0,
  at DateTime64(3, 'UTC') codec(Delta, ZSTD),
  received_at DateTime64(3, 'UTC') codec(Delta, ZSTD),
  -- human preview crawler prefetch scanner head own
  reason LowCardinality(String) default 'human',
  -- the robot's own name, or the network whose preview it fetched
  robot LowCardinality(String),
  -- 64-bit hash; read it with toString, for JavaScript's numbers are too short
  visitor UInt64,
  -- 1: the visitor agreed to be known on another day, and `visitor` is stable
  consented UInt8,
  -- the server said it, with a key; a page's word on revenue is shown apart
  trusted UInt8,
  -- the click or share that this visit arrived by
  s String,
  -- the event that this one continues: of a share the arrival, of an engage its view
  parent String,
  page_host LowCardinality(String),
  page_path String,
  -- without our id and without campaign tags
  page_query String,
  title String,
  referrer_host LowCardinality(String),
  referrer String,
  utm_source LowCardinality(String),
  utm_medium LowCardinality(String),
  utm_campaign LowCardinality(String),
  utm_content LowCardinality(String),
  utm_term LowCardinality(String),
  link_id UUID,
  publication_id UUID,
  -- of a share: where to
  network LowCardinality(String),
  visible_ms UInt32,
  scroll_percent UInt8,
  name LowCardinality(String),
  value Decimal64(4),
  currency LowCardinality(String),
  -- JSON object of scalars
  props String,
  device LowCardinality(String),
  browser LowCardinality(String),
  os LowCardinality(String),
  language LowCardinality(String),
  -- ISO 3166-1 alpha-2, empty while nothing tells it
  country LowCardinality(String),
  index at_range at type minmax granularity 1,
  index s_bloom s type bloom_filter(0.01) granularity 4
)
engine = ReplacingMergeTree(revision)
partition by toYYYYMM(at)
order by (workspace_id, site_id, kind, id)
settings fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000;
