create table link (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  -- small letters, digits, hyphens: short links are read aloud and typed
  slug text not null unique,
  url text not null,
  -- the site that it leads to, when that is one of ours
  site_id uuid references site on delete set null,
  -- each publication has its own, by which it is also found again after a crash
  publication_id uuid,
  created_at timestamptz not null,
  unique (workspace_id, publication_id)
);
create index on link (workspace_id, id desc);
call keep_within_workspace('link');
