-- A card image of a page: what it was drawn from, so that it can be drawn again. The picture is in the file store, by
-- site and hash, and stays there when the page gets another card: posts that are out go on showing it.
create table card (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  site_id uuid not null references site on delete cascade,
  hash text not null,
  page_url text not null,
  title text not null,
  recipe jsonb not null,
  byte_length integer not null,
  made_at timestamptz not null,
  unique (site_id, hash)
);
create index on card (workspace_id, site_id, id desc);
create index on card (site_id, page_url, id desc);
call keep_within_workspace('card');
