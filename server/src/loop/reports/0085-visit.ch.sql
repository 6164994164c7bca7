-- Visits, cut from events by `visits/cut-visits.ts`: a materialized view sees single events, and a visit is none of
-- them. See docs/decisions/013.

-- When the store took an event: what came since the last cut is found by it, however late it came. Rows that were
-- here before get the time at which they were received, written down, lest they look new for ever.
alter table event add column if not exists inserted_at DateTime64(3, 'UTC') default received_at codec(Delta, ZSTD(1));
alter table event materialize column inserted_at settings mutations_sync = 1;
alter table event modify column inserted_at default now64(3, 'UTC');
alter table event add index if not exists inserted_range inserted_at type minmax granularity 1;

-- One row for each visit. `run` is the cut that wrote it: of two rows with one key the later stands, and `is_gone`
-- takes a visit back whose beginning has moved. Read with FINAL.
create table if not exists visit (
  workspace_id UUID codec(ZSTD(1)),
  site_id UUID codec(ZSTD(1)),
  visitor UInt64 codec(ZSTD(1)),
  began DateTime64(3, 'UTC') codec(ZSTD(1)),
  ended DateTime64(3, 'UTC') codec(ZSTD(1)),
  run UInt64 codec(ZSTD(1)),
  is_gone UInt8 codec(ZSTD(1)),
  consented UInt8 codec(ZSTD(1)),
  -- the touch: what the first view came by
  s String codec(ZSTD(1)),
  link_id UUID codec(ZSTD(1)),
  publication_id UUID codec(ZSTD(1)),
  -- 0: by neither link nor share; 1: by the link itself; 2: by a share of one who came so; ...
  generation UInt8 codec(ZSTD(1)),
  source_kind LowCardinality(String) codec(ZSTD(1)),
  source LowCardinality(String) codec(ZSTD(1)),
  -- the referrer's network, else where the link or share was placed; small letters
  network LowCardinality(String) codec(ZSTD(1)),
  medium LowCardinality(String) codec(ZSTD(1)),
  campaign LowCardinality(String) codec(ZSTD(1)),
  -- paths of its views, in order, at most 200
  pages Array(String) codec(ZSTD(1)),
  -- paths that were read
  read_pages Array(String) codec(ZSTD(1)),
  entry_page String codec(ZSTD(1)),
  exit_page String codec(ZSTD(1)),
  views UInt16 codec(ZSTD(1)),
  visible_ms UInt64 codec(ZSTD(1)),
  is_read UInt8 codec(ZSTD(1)),
  is_bounce UInt8 codec(ZSTD(1)),
  shares UInt16 codec(ZSTD(1)),
  reactions UInt16 codec(ZSTD(1)),
  comments UInt16 codec(ZSTD(1)),
  searches UInt16 codec(ZSTD(1)),
  subscriptions UInt16 codec(ZSTD(1)),
  goals UInt16 codec(ZSTD(1)),
  -- of its goals with a value, those of one order once: currency, whether a server said it, value
  money Array(Tuple(currency LowCardinality(String), is_trusted UInt8, value Decimal64(4))) codec(ZSTD(1)),
  device LowCardinality(String) codec(ZSTD(1)),
  browser LowCardinality(String) codec(ZSTD(1)),
  os LowCardinality(String) codec(ZSTD(1)),
  language LowCardinality(String) codec(ZSTD(1)),
  country LowCardinality(String) codec(ZSTD(1)),
  index ended_range ended type minmax granularity 1,
  index run_range run type minmax granularity 1
)
engine = ReplacingMergeTree(run, is_gone)
partition by toYYYYMM(began)
order by (workspace_id, site_id, toDate(began), visitor, began)
settings fsync_after_insert = 1, fsync_part_directory = 1;

-- The same visits of those who agreed to be known, person by person.
create table if not exists visit_of_person (
  workspace_id UUID codec(ZSTD(1)),
  site_id UUID codec(ZSTD(1)),
  visitor UInt64 codec(ZSTD(1)),
  began DateTime64(3, 'UTC') codec(ZSTD(1)),
  run UInt64 codec(ZSTD(1)),
  is_gone UInt8 codec(ZSTD(1)),
  source_kind LowCardinality(String) codec(ZSTD(1)),
  source LowCardinality(String) codec(ZSTD(1)),
  network LowCardinality(String) codec(ZSTD(1)),
  campaign LowCardinality(String) codec(ZSTD(1)),
  publication_id UUID codec(ZSTD(1)),
  link_id UUID codec(ZSTD(1)),
  generation UInt8 codec(ZSTD(1)),
  entry_page String codec(ZSTD(1)),
  views UInt16 codec(ZSTD(1))
)
engine = ReplacingMergeTree(run, is_gone)
order by (workspace_id, site_id, visitor, began)
settings fsync_after_insert = 1, fsync_part_directory = 1;

create materialized view if not exists visit_to_person to visit_of_person as
select workspace_id, site_id, visitor, began, run, is_gone, source_kind, source, network, campaign, publication_id, link_id,
  generation, entry_page, views
from visit where consented = 1;

-- What a click's or share's id goes back to. A share without a known parent is the root of a tree of its own.
create table if not exists token (
  workspace_id UUID codec(ZSTD(1)),
  token String codec(ZSTD(1)),
  run UInt64 codec(ZSTD(1)),
  is_share UInt8 codec(ZSTD(1)),
  at DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  site_id UUID codec(ZSTD(1)),
  -- who clicked or shared
  visitor UInt64 codec(ZSTD(1)),
  consented UInt8 codec(ZSTD(1)),
  parent String codec(ZSTD(1)),
  -- its parent was not known when it was resolved
  is_orphan UInt8 codec(ZSTD(1)),
  -- the link's id, or the first share's
  root String codec(ZSTD(1)),
  link_id UUID codec(ZSTD(1)),
  publication_id UUID codec(ZSTD(1)),
  -- as in `visit`: who arrives by it is of this generation; of a click 1
  generation UInt8 codec(ZSTD(1)),
  -- of a publication where it stands, of a share where it went
  network LowCardinality(String) codec(ZSTD(1))
)
engine = ReplacingMergeTree(run)
order by (workspace_id, token)
settings fsync_after_insert = 1, fsync_part_directory = 1;

create table if not exists token_of_tree as token
engine = ReplacingMergeTree(run)
order by (workspace_id, root, is_share, token)
settings fsync_after_insert = 1, fsync_part_directory = 1;

create materialized view if not exists token_to_tree to token_of_tree as select * from token;

-- Who arrived by which id: the nodes of share trees, one for each visitor and id. What is merged only grows, so that
-- it does not matter how often an event is added.
create table if not exists arrival (
  workspace_id UUID codec(ZSTD(1)),
  root String codec(ZSTD(1)),
  token String codec(ZSTD(1)),
  visitor UInt64 codec(ZSTD(1)),
  at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) codec(ZSTD(1)),
  consented SimpleAggregateFunction(max, UInt8) codec(ZSTD(1)),
  is_read SimpleAggregateFunction(max, UInt8) codec(ZSTD(1))
)
engine = AggregatingMergeTree
order by (workspace_id, root, token, visitor)
settings fsync_after_insert = 1, fsync_part_directory = 1;

-- A UTC day of a workspace's visits by each dimension, written once the day is over. `build` is the run that wrote
-- it; `rolled_day` tells which one stands, or that none does since a visit of that day has changed. Strangers have
-- another number each UTC day, so their days are added up; known people's numbers are kept, for they come again.
create table if not exists visit_rollup (
  workspace_id UUID codec(ZSTD(1)),
  site_id UUID codec(ZSTD(1)),
  day Date codec(ZSTD(1)),
  dimension LowCardinality(String) codec(ZSTD(1)),
  value String codec(ZSTD(1)),
  build UInt64 codec(ZSTD(1)),
  strangers UInt32 codec(ZSTD(1)),
  known Array(UInt64) codec(ZSTD(1)),
  visits UInt32 codec(ZSTD(1)),
  views UInt32 codec(ZSTD(1)),
  bounces UInt32 codec(ZSTD(1)),
  reads UInt32 codec(ZSTD(1)),
  visible_ms UInt64 codec(ZSTD(1)),
  shares UInt32 codec(ZSTD(1)),
  reactions UInt32 codec(ZSTD(1)),
  comments UInt32 codec(ZSTD(1)),
  searches UInt32 codec(ZSTD(1)),
  subscriptions UInt32 codec(ZSTD(1)),
  goals UInt32 codec(ZSTD(1))
)
engine = ReplacingMergeTree(build)
partition by toYYYYMM(day)
order by (workspace_id, dimension, day, site_id, value)
settings fsync_after_insert = 1, fsync_part_directory = 1;

-- Clicks on links and what was no person's, day by day, beside it: counted of events, not of visits.
create table if not exists click_rollup (
  workspace_id UUID codec(ZSTD(1)),
  site_id UUID codec(ZSTD(1)),
  day Date codec(ZSTD(1)),
  link_id UUID codec(ZSTD(1)),
  publication_id UUID codec(ZSTD(1)),
  reason LowCardinality(String) codec(ZSTD(1)),
  is_click UInt8 codec(ZSTD(1)),
  build UInt64 codec(ZSTD(1)),
  events UInt32 codec(ZSTD(1))
)
engine = ReplacingMergeTree(build)
partition by toYYYYMM(day)
order by (workspace_id, day, site_id, is_click, reason, link_id, publication_id)
settings fsync_after_insert = 1, fsync_part_directory = 1;

create table if not exists rolled_day (
  workspace_id UUID codec(ZSTD(1)),
  day Date codec(ZSTD(1)),
  -- whose days its `day:` rows are
  zone String codec(ZSTD(1)),
  build UInt64 codec(ZSTD(1)),
  is_valid UInt8 codec(ZSTD(1))
)
engine = ReplacingMergeTree(build)
order by (workspace_id, day)
settings fsync_after_insert = 1, fsync_part_directory = 1;

-- Conversions apart from all other events, so that money and attribution need not look through those.
create table if not exists conversion (
  workspace_id UUID codec(ZSTD(1)),
  site_id UUID codec(ZSTD(1)),
  at DateTime64(3, 'UTC') codec(ZSTD(1)),
  id String codec(ZSTD(1)),
  visitor UInt64 codec(ZSTD(1)),
  consented UInt8 codec(ZSTD(1)),
  trusted UInt8 codec(ZSTD(1)),
  s String codec(ZSTD(1)),
  name LowCardinality(String) codec(ZSTD(1)),
  value Decimal64(4) codec(ZSTD(1)),
  currency LowCardinality(String) codec(ZSTD(1)),
  order_id String codec(ZSTD(1)),
  run UInt64 codec(ZSTD(1))
)
engine = ReplacingMergeTree(run)
partition by toYYYYMM(at)
order by (workspace_id, toDate(at), site_id, id)
settings fsync_after_insert = 1, fsync_part_directory = 1;

-- Of the cut that goes on: whose events are read again, and how far. Emptied by each.
create table if not exists visit_reach (
  workspace_id UUID,
  site_id UUID,
  visitor UInt64,
  reads_from DateTime64(3, 'UTC'),
  reads_to DateTime64(3, 'UTC'),
  touched Array(DateTime64(3, 'UTC'))
)
engine = MergeTree
order by (workspace_id, site_id, visitor);
