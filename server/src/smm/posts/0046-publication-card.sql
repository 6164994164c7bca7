-- The card that we foresaw for a publication when it went out, and the one that its network made.
create table publication_card (
  publication_id uuid primary key references publication on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  predicted jsonb not null,
  predicted_at timestamptz not null,
  -- null while the network shows none
  shown jsonb,
  read_at timestamptz,
  readings integer not null default 0,
  next_reading_at timestamptz,
  -- the fields that differ; null while nothing was compared
  differences jsonb
);
create index on publication_card (next_reading_at) where next_reading_at is not null;
create index on publication_card (workspace_id, publication_id desc) where differences is not null and differences <> '[]';
call keep_within_workspace('publication_card');
