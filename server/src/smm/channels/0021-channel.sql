-- A connected account, page or group on a network. It stays when it is disconnected: its publications do.
create table channel (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  network_id text not null,
  method_id text not null,
  external_id text not null,
  server text not null,
  handle text not null,
  display_name text not null,
  url text not null,
  avatar_url text,
  facts jsonb not null,
  -- sealed by the vault; null when disconnected
  credentials text,
  expires_at timestamptz,
  followers integer,
  connected_at timestamptz not null,
  checked_at timestamptz not null,
  disconnected_at timestamptz,
  unique (workspace_id, network_id, server, external_id)
);
create index on channel (workspace_id, id desc);
call keep_within_workspace('channel');

-- That a channel must be connected again, since when and why: a row, not a flag.
create table channel_problem (
  channel_id uuid primary key references channel on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  since timestamptz not null,
  rule text not null,
  title text not null,
  words text,
  hint text
);
call keep_within_workspace('channel_problem');

-- How many follow, day by day.
create table channel_audience (
  channel_id uuid not null references channel on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  read_on date not null,
  followers integer not null,
  primary key (channel_id, read_on)
);
call keep_within_workspace('channel_audience');

-- An OAuth sign-in under way. Found by its token alone, used once.
create table channel_connection (
  token_hash text primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  network_id text not null,
  method_id text not null,
  channel_id uuid references channel on delete cascade,
  -- what the network must remember, sealed
  state text not null,
  actor jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
call keep_within_workspace('channel_connection');

-- Who sends on a channel just now, and from when the next may: one at a time, never in a burst.
create table channel_turn (
  channel_id uuid primary key references channel on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  holder_id uuid not null,
  held_until timestamptz not null,
  free_at timestamptz not null
);
call keep_within_workspace('channel_turn');

-- What a network keeps to use again for any channel of the house, sealed: the OAuth clients that it registered.
create table network_memory (
  network_id text not null,
  key text not null,
  value text not null,
  primary key (network_id, key)
);
