-- When the replies to a publication are to be read, and how the last reading ended.
create table conversation_reading (
  publication_id uuid primary key references publication on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  next_at timestamptz,
  read_at timestamptz,
  problem text
);
create index on conversation_reading (next_at) where next_at is not null;
call keep_within_workspace('conversation_reading');

-- What somebody said under a publication, our own answers among them.
create table conversation_reply (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  publication_id uuid not null references publication on delete cascade,
  external_id text not null,
  parent_external_id text not null,
  url text not null,
  author_id text not null,
  author_name text not null,
  author_handle text not null,
  author_url text not null,
  author_avatar_url text,
  text text not null,
  at timestamptz not null,
  extra jsonb,
  is_ours boolean not null,
  seen_at timestamptz not null,
  -- it was there once and is there no more
  deleted_at timestamptz,
  unique (publication_id, external_id)
);
create index on conversation_reply (workspace_id, id desc);
create index on conversation_reply (publication_id, parent_external_id);
call keep_within_workspace('conversation_reply');

-- An answer of ours on its way, sent by the same rules as a publication.
create table conversation_answer (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  reply_id uuid not null references conversation_reply on delete cascade,
  text text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  key text,
  handle text,
  attempted_at timestamptz,
  attempts integer not null default 0,
  doubts integer not null default 0,
  external_id text,
  url text,
  extra jsonb,
  sent_at timestamptz,
  waits_until timestamptz,
  problem jsonb,
  created_at timestamptz not null,
  created_by text not null
);
create index on conversation_answer (reply_id);
create index on conversation_answer (workspace_id, created_at) where state in ('waiting', 'sending');
call keep_within_workspace('conversation_answer');
