-- The pair of keys that a site's notices are signed with (VAPID, RFC 8292). The private one is sealed by the vault.
create table push_key (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  public_key text not null,
  sealed_private_key text not null,
  created_at timestamptz not null
);
call keep_within_workspace('push_key');

-- A browser that agreed to be told. The endpoint and its keys are what lets anybody send to it, so they are sealed.
create table push_subscriber (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  endpoint_print text not null,
  sealed text not null,
  language text not null check (language in ('ru', 'en')),
  topic_ids uuid[] not null default '{}',
  page_url text,
  arrived_by text,
  created_at timestamptz not null,
  told_at timestamptz,
  unique (site_id, endpoint_print)
);
create index on push_subscriber (workspace_id, site_id, id);
call keep_within_workspace('push_subscriber');

-- A notice to browsers: what it says, how many it went to, how many are gone.
create table push_notice (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  title text not null,
  body text not null,
  url text not null,
  topic_id uuid,
  created_at timestamptz not null,
  created_by text not null,
  sent integer not null default 0,
  failed integer not null default 0,
  gone integer not null default 0,
  ended_at timestamptz
);
create index on push_notice (workspace_id, site_id, id desc);
call keep_within_workspace('push_notice');
