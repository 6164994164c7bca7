-- Chance that a day's visitors are hashed with: held for its day (UTC) and the next, then destroyed. Global: it says
-- nothing of any workspace.
create table visitor_salt (
  day date primary key,
  salt bytea not null,
  created_at timestamptz not null default now()
);
