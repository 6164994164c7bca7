-- What a page of a site says, as it was read last: only what answers 200 and may be indexed is ever listed.
create table list_page (
  page_id uuid primary key references site_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  -- null: it was not reached
  status smallint,
  is_listable boolean not null default false,
  -- why not
  fault text,
  title text,
  description text,
  image_url text,
  language text not null default '',
  body text not null default '',
  published_at timestamptz,
  -- stems, by the page's language; title A, description B, text D
  words tsvector not null default '',
  read_at timestamptz,
  failures smallint not null default 0,
  next_read_at timestamptz not null
);
create index on list_page (next_read_at);
create index on list_page (site_id, page_id) where is_listable;
create index on list_page using gin (words);
call keep_within_workspace('list_page');

-- Pages whose texts are about the same, the nearest of each.
create table list_kin (
  page_id uuid not null references site_page on delete cascade,
  kin_id uuid not null references site_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  -- 0 to 1: cosine of what is rare in both
  likeness real not null,
  primary key (page_id, kin_id)
);
create index on list_kin (kin_id);
call keep_within_workspace('list_kin');

-- Pages that are known already. Those that become known later are taken in by a job.
insert into list_page (page_id, workspace_id, site_id, next_read_at)
  select id, workspace_id, site_id, now() from site_page;
