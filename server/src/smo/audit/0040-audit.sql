-- How often a site is audited by itself. A site without a row is audited daily, by the feature's own defaults.
create table audit_schedule (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  every text not null check (every in ('off', 'daily', 'weekly')),
  max_pages integer not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call keep_within_workspace('audit_schedule');

-- One walk over a site. What it found of the site as a whole stays: the site's scores over time.
create table audit_run (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  max_pages integer not null,
  started_at timestamptz not null,
  started_by text not null,
  -- a worker walks until then, and says so again after each page
  held_until timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('done', 'stopped', 'failed')),
  ended_by text,
  failure text,
  pages_done integer not null default 0,
  -- the means of its pages: the score, each network's, each group's
  score integer,
  network_scores jsonb,
  group_scores jsonb,
  errors integer,
  warnings integer
);
create index on audit_run (workspace_id, site_id, id desc);
create index on audit_run (started_at) where ended_at is null;
-- One at a time walks over a site.
create unique index audit_run_under_way on audit_run (site_id) where ended_at is null;
call keep_within_workspace('audit_run');

-- The pages that a run knows of: what is not audited yet is what is left to do, also for the next worker.
create table audit_run_page (
  run_id uuid not null references audit_run on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  position integer not null,
  url text not null,
  audited_at timestamptz,
  score integer,
  network_scores jsonb,
  group_scores jsonb,
  errors integer,
  warnings integer,
  primary key (run_id, url)
);
create index on audit_run_page (run_id, position) where audited_at is null;
call keep_within_workspace('audit_run_page');

-- A page as it was audited last.
create table audit_page (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  url text not null,
  title text,
  outcome text not null check (outcome in ('audited', 'unreachable', 'not-html', 'forbidden')),
  audited_at timestamptz not null,
  -- 0 to 100; null where nothing could be judged
  score integer,
  -- what lists are sorted by: what could not be judged is the worst
  rank integer not null,
  errors integer not null,
  warnings integer not null,
  audit jsonb not null,
  unique (site_id, url)
);
create index on audit_page (workspace_id, site_id, rank, id);
call keep_within_workspace('audit_page');

-- Each audit of it in short, for its curve and for what changed. Of the latest hundred.
create table audit_reading (
  audit_page_id uuid not null references audit_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  at timestamptz not null,
  score integer,
  network_scores jsonb not null,
  -- `LP02:missing`, sorted
  findings text[] not null,
  primary key (audit_page_id, at)
);
call keep_within_workspace('audit_reading');

-- What is wrong with a page since when, and when that ended. What comes back is a new row.
create table audit_finding (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  audit_page_id uuid not null references audit_page on delete cascade,
  rule_id text not null,
  key text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  -- ids; {all} and {none} as the rule says
  networks text[] not null,
  -- the first of its kind on the page, as the audit told it
  finding jsonb not null,
  -- a regression is what an earlier audit of the page did not find
  is_regression boolean not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  resolved_at timestamptz
);
create unique index audit_finding_open on audit_finding (audit_page_id, rule_id, key) where resolved_at is null;
create index on audit_finding (workspace_id, site_id, id desc) where is_regression;
create index on audit_finding (site_id, rule_id) where resolved_at is null;
create index on audit_finding (resolved_at) where resolved_at is not null;
call keep_within_workspace('audit_finding');

-- Who asked for one address to be audited: visits to foreign sites are rationed.
create table audit_asking (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  at timestamptz not null
);
create index on audit_asking (workspace_id, at);
call keep_within_workspace('audit_asking');
