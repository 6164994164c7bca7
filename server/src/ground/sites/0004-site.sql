create table site (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  name text not null,
  -- scheme and host, no path: what a browser sends as Origin
  origin text not null,
  -- public, in the embed line: names the site to the event endpoint
  site_key text not null unique,
  -- public, but only the owner of the site can put it there
  proof_token text not null,
  created_at timestamptz not null,
  unique (workspace_id, origin)
);
call keep_within_workspace('site');

-- That the workspace owns the site was seen, when and how: a row, not a flag.
create table site_proof (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  method text not null check (method in ('meta', 'file', 'dns')),
  proved_at timestamptz not null
);
call keep_within_workspace('site_proof');

-- An address of a site, known from a visit or from its sitemap.
create table site_page (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  path text not null,
  title text,
  known_from text not null check (known_from in ('visit', 'sitemap')),
  known_at timestamptz not null,
  changed_at timestamptz,
  -- when a person was first seen on it, whatever it was known from before
  visited_at timestamptz,
  unique (site_id, path)
);
create index on site_page (workspace_id, site_id, id);
create index on site_page (site_id, visited_at) where visited_at is not null;
call keep_within_workspace('site_page');

-- One reading of a site's sitemap: how far it is, and how it ended.
create table site_sitemap_reading (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  started_at timestamptz not null,
  pages_found integer not null default 0,
  ended_at timestamptz,
  failure text
);
create index on site_sitemap_reading (workspace_id, site_id, id);
call keep_within_workspace('site_sitemap_reading');
