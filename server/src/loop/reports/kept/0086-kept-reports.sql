-- What happened on a day, to be read beside the figures: a launch, an outage, a campaign.
create table annotation (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  -- null: it concerns all sites
  site_id uuid references site on delete cascade,
  day date not null,
  text text not null,
  made_at timestamptz not null
);
create index on annotation (workspace_id, id desc);
create index on annotation (site_id);
call keep_within_workspace('annotation');

-- A page of reports with what it was narrowed to, under a name.
create table report_view (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  name text not null,
  page text not null,
  query text not null,
  saved_at timestamptz not null,
  unique (workspace_id, name)
);
create index on report_view (workspace_id, id desc);
call keep_within_workspace('report_view');
