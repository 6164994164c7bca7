-- Where a visit came from, told once at the door (`source-of.ts`) and stored, so that no report matches hosts again.
-- When what is known of a host changes, `events.reclassifySources` rewrites these two columns from `referrer_host`:
-- nothing has to be imported anew.
--
-- Only `view` and `click` rows carry them; on other kinds both are empty. `source` is a name ("Telegram"), a host
-- (referral), a `utm_source` (campaign), or empty. `source_kind` is one of
--   network messenger search assistant mail forum bookmark news   a known source
--   referral          another site (`source` is its host without www)
--   campaign          a utm_source that is no known source
--   internal          from a page of the same site: no arrival
--   direct-known      no referrer, but the address carries a click's or a share's id: its parent is known
--   direct-in-app     no referrer, but the user agent is an app's own browser (`source` is the app, if it says so)
--   direct            nothing is known
alter table event
  add column if not exists source LowCardinality(String) codec(ZSTD(1)),
  add column if not exists source_kind LowCardinality(String) codec(ZSTD(1)),
  -- of a goal: the order that it pays for. Of one order one row counts, the trusted one before the page's, and a
  -- refund (negative `value`, trusted) is a row of its own
  add column if not exists order_id String codec(ZSTD(1));

-- Ids and hashes are chance, which the default codec keeps as it is: a letter of 36 costs 8 bits instead of 5.2.
alter table event
  modify column workspace_id codec(ZSTD(1)),
  modify column site_id codec(ZSTD(1)),
  modify column kind codec(ZSTD(1)),
  modify column id codec(ZSTD(1)),
  modify column version codec(ZSTD(1)),
  modify column revision codec(Delta, ZSTD(1)),
  modify column reason codec(ZSTD(1)),
  modify column robot codec(ZSTD(1)),
  modify column visitor codec(ZSTD(1)),
  modify column consented codec(ZSTD(1)),
  modify column trusted codec(ZSTD(1)),
  modify column s codec(ZSTD(1)),
  modify column parent codec(ZSTD(1)),
  modify column page_host codec(ZSTD(1)),
  modify column page_path codec(ZSTD(1)),
  modify column page_query codec(ZSTD(1)),
  modify column title codec(ZSTD(1)),
  modify column referrer_host codec(ZSTD(1)),
  modify column referrer codec(ZSTD(1)),
  modify column utm_source codec(ZSTD(1)),
  modify column utm_medium codec(ZSTD(1)),
  modify column utm_campaign codec(ZSTD(1)),
  modify column utm_content codec(ZSTD(1)),
  modify column utm_term codec(ZSTD(1)),
  modify column link_id codec(ZSTD(1)),
  modify column publication_id codec(ZSTD(1)),
  modify column network codec(ZSTD(1)),
  modify column visible_ms codec(ZSTD(1)),
  modify column scroll_percent codec(ZSTD(1)),
  modify column name codec(ZSTD(1)),
  modify column value codec(ZSTD(1)),
  modify column currency codec(ZSTD(1)),
  modify column props codec(ZSTD(1)),
  modify column device codec(ZSTD(1)),
  modify column browser codec(ZSTD(1)),
  modify column os codec(ZSTD(1)),
  modify column language codec(ZSTD(1)),
  modify column country codec(ZSTD(1));
