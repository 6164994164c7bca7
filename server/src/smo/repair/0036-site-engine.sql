-- What a site is written with, where its owner lets us write tags into it. One a site.
create table site_engine (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  engine_id text not null,
  url text not null,
  account text not null,
  facts jsonb not null,
  -- sealed by the vault
  settings text not null,
  connected_at timestamptz not null
);
call keep_within_workspace('site_engine');
