-- Letters to people: kept in the transaction that wants them, sent by a job. The texts are taken out once a letter is
-- sent, refused or given up: they hold links that open doors.
create table mail (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  kind text not null,
  -- as it was asked for; emptied when its owner is erased
  address text not null,
  -- of the address in its one spelling: what limits are counted by
  address_key text not null,
  subject text not null,
  text text,
  html text,
  language text not null check (language in ('ru', 'en')),
  unsubscribe_url text,
  reply_to text,
  -- whose name stands beside the sender's address
  from_name text,
  once_key text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'bounced', 'suppressed')),
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  -- not before this; null: there is no mail server to send it by
  due_at timestamptz default now(),
  -- a worker has it since then
  taken_at timestamptz,
  ended_at timestamptz,
  -- what the mail server answered last, or why it could not be asked
  reply text,
  unique (workspace_id, once_key)
);
create index on mail (workspace_id, id desc);
create index on mail (workspace_id, state, id desc);
create index on mail (due_at) where state = 'waiting';
create index on mail (ended_at) where state <> 'waiting';
create index on mail (workspace_id, address_key, ended_at) where state = 'sent';
create index on mail (workspace_id, ended_at) where state = 'sent';
call keep_within_workspace('mail');

-- Addresses that get no letter any more, and since when and why. The address itself may be gone (its owner was
-- erased); its fingerprint stays, so that the wish goes on being kept.
create table mail_suppression (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  address text,
  address_print text not null,
  reason text not null check (reason in ('bounce', 'complaint', 'asked', 'manual')),
  detail text,
  since timestamptz not null,
  unique (workspace_id, address_print)
);
create index on mail_suppression (workspace_id, id desc);
call keep_within_workspace('mail_suppression');
