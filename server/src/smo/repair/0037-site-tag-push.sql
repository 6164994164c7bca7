-- Tags that were written into a page, with what stood there before: so that it can be taken back.
create table site_tag_push (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  engine_id text not null,
  page_url text not null,
  page_title text not null,
  changes jsonb not null,
  pushed_at timestamptz not null,
  undone_at timestamptz
);
create index on site_tag_push (workspace_id, site_id, id desc);
call keep_within_workspace('site_tag_push');
