-- A test of titles: of a page on the site's own lists, or of posts that lead to one page from links of their own.
create table headline_test (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  kind text not null check (kind in ('page', 'posts')),
  path text not null,
  began_at timestamptz not null,
  began_by text not null
);
create index on headline_test (workspace_id, id desc);
create index on headline_test (site_id, path);
call keep_within_workspace('headline_test');

-- How it ended: by a choice of an arm, or without one.
create table headline_test_end (
  test_id uuid primary key references headline_test on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  ended_at timestamptz not null,
  ended_by text not null,
  winner_id uuid
);
call keep_within_workspace('headline_test_end');

create table headline_arm (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  test_id uuid not null references headline_test on delete cascade,
  position integer not null,
  title text not null,
  -- of a test of posts: the post that carries this title
  post_id uuid references post on delete cascade,
  unique (test_id, position)
);
create index on headline_arm (test_id);
call keep_within_workspace('headline_arm');

-- Which share of the readers each arm gets from when on. The newest row holds; the older ones say what to expect of
-- the counts.
create table headline_allocation (
  test_id uuid not null references headline_test on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  since timestamptz not null,
  -- by the arms' position
  weights double precision[] not null,
  primary key (test_id, since)
);
call keep_within_workspace('headline_allocation');
