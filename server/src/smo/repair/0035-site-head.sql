-- What an owner says of all pages of a site: the default picture, the fediverse account, feeds. A row only where he did.
create table site_head (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  profile jsonb not null,
  changed_at timestamptz not null
);
call keep_within_workspace('site_head');
