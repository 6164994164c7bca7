-- What the author wrote.
create table post (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  text text not null,
  languages text[] not null,
  link_url text,
  media_ids uuid[] not null,
  -- the segments after the first
  thread text[] not null,
  campaign text,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null
);
create index on post (workspace_id, id desc);
call keep_within_workspace('post');

-- Its form for one channel. Without a text of its own it says what the post says.
create table post_variant (
  post_id uuid not null references post on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  channel_id uuid not null references channel on delete cascade,
  position integer not null,
  text text,
  options jsonb not null,
  primary key (post_id, channel_id)
);
call keep_within_workspace('post_variant');

-- When it shall go out: the wall clock that the author meant, and the instant that it came to.
create table post_schedule (
  post_id uuid primary key references post on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  local_time text not null,
  time_zone text not null,
  at timestamptz not null,
  missed_kind text not null check (missed_kind in ('skip', 'late', 'ask')),
  missed_within_minutes integer,
  scheduled_at timestamptz not null,
  scheduled_by text not null
);
create index on post_schedule (workspace_id, at);
call keep_within_workspace('post_schedule');

-- One post on one channel: there is never a second row for the two.
create table publication (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  post_id uuid not null references post on delete restrict,
  channel_id uuid not null references channel on delete restrict,
  state text not null check (state in (
    'draft', 'in_review', 'approved', 'scheduled', 'publishing', 'published', 'partial', 'unknown', 'missed', 'failed', 'withdrawn'
  )),
  scheduled_at timestamptz,
  -- when the first worker saw that it is due: how late it is, is measured once
  due_seen_at timestamptz,
  -- nothing is tried before
  waits_until timestamptz,
  retries integer not null default 0,
  published_at timestamptz,
  external_id text,
  url text,
  tracked_url text,
  problem jsonb,
  -- a person has dealt with it, or nobody needs to
  settled_at timestamptz,
  metrics_next_at timestamptz,
  created_at timestamptz not null,
  unique (post_id, channel_id)
);
create index on publication (workspace_id, published_at desc, id desc) where published_at is not null;
create index on publication (workspace_id, state);
create index on publication (metrics_next_at) where metrics_next_at is not null;
create index on publication (scheduled_at) where state in ('scheduled', 'publishing');
call keep_within_workspace('publication');

-- One message of it as it goes out: the post, then each segment of the thread. Sent in their order.
create table publication_part (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  publication_id uuid not null references publication on delete cascade,
  position integer not null,
  -- as it is sent, so that a repeat after a crash sends the same
  message jsonb not null,
  -- waiting: nothing of it is out; sending: an attempt may have arrived; sent
  state text not null check (state in ('waiting', 'sending', 'sent')),
  key text,
  handle text,
  attempted_at timestamptz,
  attempts integer not null default 0,
  doubts integer not null default 0,
  external_id text,
  url text,
  extra jsonb,
  sent_at timestamptz,
  unique (publication_id, position)
);
call keep_within_workspace('publication_part');

-- The ledger: what happened, when, by whom, why, in whose words. Only ever added to.
create table publication_step (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  publication_id uuid not null references publication on delete cascade,
  at timestamptz not null,
  kind text not null,
  actor_kind text not null,
  actor_name text not null,
  detail jsonb not null,
  words text
);
create index on publication_step (publication_id, id);
call keep_within_workspace('publication_step');

-- The counts as the network told them last; a count that it does not tell is null.
create table publication_metrics (
  publication_id uuid primary key references publication on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  likes integer,
  reposts integer,
  replies integer,
  quotes integer,
  views integer,
  read_at timestamptz not null
);
call keep_within_workspace('publication_metrics');

-- Each reading that brought a change, for charts.
create table publication_metrics_reading (
  publication_id uuid not null references publication on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  read_at timestamptz not null,
  likes integer,
  reposts integer,
  replies integer,
  quotes integer,
  views integer,
  primary key (publication_id, read_at)
);
call keep_within_workspace('publication_metrics_reading');

-- What a page says of itself for link cards, kept for some minutes: the composer asks at every pause in typing.
create table post_page_card (
  workspace_id uuid not null default current_workspace_id(),
  url text not null,
  card jsonb,
  fetched_at timestamptz not null,
  primary key (workspace_id, url)
);
call keep_within_workspace('post_page_card');
