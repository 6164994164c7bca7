-- The event table laid out anew: a view and the engagement of it lie side by side (24 bytes an event rather than 45,
-- measured over a blog's month), and each arrival has its source.
--
-- What changes for who asks:
--  * the key is (workspace_id, site_id, id, kind); ids begin with their time, so the key follows the clock;
--  * an `engage` has its view's id as its own (and no parent): `id` joins the two;
--  * `received_at` and `revision` count seconds; of two copies of an id the first that came stays, of an `engage` the
--    one with the most visible time;
--  * `visitor` has 48 bits: no two of a million in a day are likely to meet, and JavaScript can count it.
--
-- Sources are told once at the door (`source-of.ts`) and stored, so that no report matches hosts again. What is learned
-- of a host later tells the source of later events; `referrer_host` stays beside it for who asks of earlier ones.
-- Only `view` and `click` carry them. `source` is a name ("Telegram"), a host (of a referral), a
-- `utm_source` (of a campaign), or empty. `source_kind` is one of
--   network messenger search assistant mail forum bookmark    a known source
--   referral          another site (`source` is its host without www)
--   campaign          a utm_source that is no known source
--   internal          from a page of the same site: no arrival
--   direct-known      no referrer, but the address carries a click's or a share's id: its parent is known
--   direct-in-app     no referrer, but the user agent is an app's own browser (`source` is the app, if it says so)
--   direct            nothing is known
create table if not exists event_by_id (
  workspace_id UUID codec(ZSTD(1)),
  -- zeros: a link that leads to no site of ours
  site_id UUID codec(ZSTD(1)),
  -- view engage click share react comment subscribe search goal custom; fetch: a robot that the site's server met
  kind LowCardinality(String) codec(ZSTD(1)),
  id String codec(ZSTD(1)),
  version UInt8 default 1 codec(ZSTD(1)),
  revision UInt32 default 0 codec(ZSTD(1)),
  at DateTime64(3, 'UTC') codec(T64, ZSTD(1)),
  received_at DateTime('UTC') codec(Delta, ZSTD(1)),
  -- human preview crawler prefetch scanner head own
  reason LowCardinality(String) default 'human' codec(ZSTD(1)),
  -- the robot's own name, or the network whose preview it fetched
  robot LowCardinality(String) codec(ZSTD(1)),
  visitor UInt64 codec(ZSTD(1)),
  -- 1: the visitor agreed to be known on another day, and `visitor` is stable
  consented UInt8 codec(ZSTD(1)),
  -- the server said it, with a key; a page's word on revenue is shown apart
  trusted UInt8 codec(ZSTD(1)),
  -- the click or share that this visit arrived by
  s String codec(ZSTD(1)),
  -- the event that this one continues: of a share the arrival
  parent String codec(ZSTD(1)),
  page_host LowCardinality(String) codec(ZSTD(1)),
  page_path LowCardinality(String) codec(ZSTD(1)),
  -- without our id and without campaign tags
  page_query String codec(ZSTD(1)),
  title LowCardinality(String) codec(ZSTD(1)),
  referrer_host LowCardinality(String) codec(ZSTD(1)),
  referrer LowCardinality(String) codec(ZSTD(1)),
  source LowCardinality(String) codec(ZSTD(1)),
  source_kind LowCardinality(String) codec(ZSTD(1)),
  utm_source LowCardinality(String) codec(ZSTD(1)),
  utm_medium LowCardinality(String) codec(ZSTD(1)),
  utm_campaign LowCardinality(String) codec(ZSTD(1)),
  utm_content LowCardinality(String) codec(ZSTD(1)),
  utm_term LowCardinality(String) codec(ZSTD(1)),
  link_id UUID codec(ZSTD(1)),
  publication_id UUID codec(ZSTD(1)),
  -- of a share: where to
  network LowCardinality(String) codec(ZSTD(1)),
  visible_ms UInt32 codec(T64, ZSTD(1)),
  scroll_percent UInt8 codec(ZSTD(1)),
  name LowCardinality(String) codec(ZSTD(1)),
  -- of a goal: money in `currency`; negative: a refund
  value Decimal64(4) codec(ZSTD(1)),
  currency LowCardinality(String) codec(ZSTD(1)),
  -- of a goal: the order that it pays for. A trusted payment of an order has `order:<order id>` for its `id` and a
  -- refund `refund:<…>`, so that each counts once however often it is sent; where a trusted one is there, the page's
  -- word on the same order is not counted
  order_id String codec(ZSTD(1)),
  -- JSON object of scalars
  props String codec(ZSTD(1)),
  device LowCardinality(String) codec(ZSTD(1)),
  browser LowCardinality(String) codec(ZSTD(1)),
  os LowCardinality(String) codec(ZSTD(1)),
  language LowCardinality(String) codec(ZSTD(1)),
  -- ISO 3166-1 alpha-2, empty while nothing tells it
  country LowCardinality(String) codec(ZSTD(1)),
  index at_range at type minmax granularity 1,
  index s_bloom s type bloom_filter(0.01) granularity 4
)
engine = ReplacingMergeTree(revision)
partition by toYYYYMM(at)
order by (workspace_id, site_id, id, kind)
settings fsync_after_insert = 1, fsync_part_directory = 1, non_replicated_deduplication_window = 1000;

insert into event_by_id (workspace_id, site_id, kind, id, version, revision, at, received_at, reason, robot, visitor,
  consented, trusted, s, parent, page_host, page_path, page_query, title, referrer_host, referrer, utm_source, utm_medium,
  utm_campaign, utm_content, utm_term, link_id, publication_id, network, visible_ms, scroll_percent, name, value,
  currency, props, device, browser, os, language, country)
select workspace_id, site_id, kind, if(kind = 'engage' and parent != '', parent, event.id), version,
  if(kind = 'engage', toUInt32(visible_ms), toUInt32(4294967295 - toUnixTimestamp(received_at))), at, received_at, reason, robot,
  bitAnd(visitor, 281474976710655), consented, trusted, s, if(kind = 'engage', '', event.parent), page_host, page_path,
  page_query, title, referrer_host, referrer, utm_source, utm_medium, utm_campaign, utm_content, utm_term, link_id,
  publication_id, network, visible_ms, scroll_percent, name, value, currency, props, device, browser, os, language, country
from event final;
