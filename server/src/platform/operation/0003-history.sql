-- Who did what, when, from where: one row for each operation that changed something, in its transaction.
create table history (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  surface text not null,
  address text,
  operation text not null,
  subject text,
  detail jsonb not null
);
create index on history (workspace_id, id desc);
create index on history (workspace_id, subject, id desc);
call keep_within_workspace('history');

-- A write that was asked with an Idempotency-Key, and what was answered.
create table idempotency (
  workspace_id uuid not null,
  caller text not null,
  key text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, caller, key)
);
call keep_within_workspace('idempotency');
