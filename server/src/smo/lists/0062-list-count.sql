-- How far into the events of each site the counts go.
create table list_progress (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  read_to timestamptz not null
);
call keep_within_workspace('list_progress');

-- Counts that fade: each is as of `at`, and halves in the time that its name says. Only new events are ever read.
create table list_count (
  page_id uuid primary key references site_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  at timestamptz not null,
  views15m double precision not null default 0,
  views1h double precision not null default 0,
  views6h double precision not null default 0,
  views7d double precision not null default 0,
  -- views that followed another page of the same visit
  nexts15m double precision not null default 0,
  nexts1h double precision not null default 0,
  nexts6h double precision not null default 0,
  -- passed on by readers, arrivals by tracked links and by what was passed on, comments
  shares6h double precision not null default 0,
  arrivals6h double precision not null default 0,
  comments6h double precision not null default 0,
  -- the current hour and the three before it: what rises is told by
  hour timestamptz not null,
  hour_views integer[] not null default '{0,0,0,0}',
  all_views bigint not null default 0,
  all_comments bigint not null default 0,
  first_at timestamptz not null
);
create index on list_count (site_id, views7d desc);
call keep_within_workspace('list_count');

-- What was read after what: within a visit, the nearer the more.
create table list_follow (
  from_id uuid not null references site_page on delete cascade,
  to_id uuid not null references site_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  at timestamptz not null,
  weight30m double precision not null,
  weight4h double precision not null,
  weight30d double precision not null,
  primary key (from_id, to_id)
);
create index on list_follow (to_id);
call keep_within_workspace('list_follow');

-- What visitors from a source went on to read.
create table list_source_next (
  site_id uuid not null references site on delete cascade,
  source text not null,
  page_id uuid not null references site_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  at timestamptz not null,
  weight1h double precision not null,
  weight7d double precision not null,
  primary key (site_id, source, page_id)
);
create index on list_source_next (page_id);
call keep_within_workspace('list_source_next');

-- Visits that may still go on: their last pages, newest first.
create table list_visit (
  site_id uuid not null references site on delete cascade,
  -- the events' hash, decimal
  visitor text not null,
  workspace_id uuid not null default current_workspace_id(),
  source text not null default '',
  page_ids uuid[] not null default '{}',
  seen_at timestamptz not null,
  primary key (site_id, visitor)
);
create index on list_visit (seen_at);
call keep_within_workspace('list_visit');

-- What a visitor who agreed to be known has read, for 90 days.
create table list_history (
  site_id uuid not null references site on delete cascade,
  visitor text not null,
  page_id uuid not null references site_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  read_at timestamptz not null,
  primary key (site_id, visitor, page_id)
);
create index on list_history (page_id);
create index on list_history (read_at);
call keep_within_workspace('list_history');

-- New materials that were given a place to be judged by, and how often they were taken.
create table list_trial (
  site_id uuid not null references site on delete cascade,
  list_key text not null,
  page_id uuid not null references site_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  shown integer not null default 0,
  taken integer not null default 0,
  primary key (site_id, list_key, page_id)
);
create index on list_trial (page_id);
call keep_within_workspace('list_trial');
