-- How long a site's events are kept. Without a row: for ever.
create table event_retention (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  months smallint not null check (months between 1 and 120)
);
create index on event_retention (workspace_id);
call keep_within_workspace('event_retention');
