create table workspace (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  created_at timestamptz not null default now()
);
alter table workspace enable row level security;
alter table workspace force row level security;
create policy workspace on workspace using (sees_workspace(id)) with check (sees_workspace(id));

create table member (
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  person_id text not null references person on delete cascade,
  role text not null check (role in ('owner', 'editor', 'author', 'moderator', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, person_id)
);
create index on member (person_id);
call keep_within_workspace('member');

-- Only the hash of an invitation's token is kept: the link is shown once.
create table invitation (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  token_hash text not null unique,
  role text not null check (role in ('owner', 'editor', 'author', 'moderator', 'viewer')),
  note text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by text references person on delete set null,
  accepted_at timestamptz
);
create index on invitation (workspace_id, id);
call keep_within_workspace('invitation');

create table api_key (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  name text not null,
  token_hash text not null unique,
  token_start text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on api_key (workspace_id, id);
call keep_within_workspace('api_key');
