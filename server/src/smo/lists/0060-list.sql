-- A list of materials, as its editor has set it. Every kind of list works without a row too, by the columns' defaults.
create table list (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  -- what the element on the page asks for
  key text not null,
  kind text not null
    check (kind in ('popular', 'rising', 'related', 'next', 'discussed', 'for-you', 'from-source')),
  title text,
  size smallint not null default 5,
  is_on boolean not null default true,
  -- the share of visitors who see what the hold-out sees, and by whom the list's worth is measured
  hold_out_percent smallint not null default 10 check (hold_out_percent between 0 and 50),
  hold_out_sees text not null default 'nothing' check (hold_out_sees in ('nothing', 'popular')),
  -- the share of showings in which one place is given to a material that too few have seen to be judged
  explore_percent smallint not null default 30 check (explore_percent between 0 and 100),
  -- older materials are left out; null: none is too old
  max_age_days integer,
  -- paths, in the order in which they stand: [{path, until}]
  pins jsonb not null default '[]',
  -- paths, or beginnings of paths that end in *: [{pattern}]
  bans jsonb not null default '[]',
  -- at most so many of the pages whose path begins so: [{prefix, max}]
  quotas jsonb not null default '[]',
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (site_id, key)
);
create index on list (workspace_id, id desc);
call keep_within_workspace('list');
