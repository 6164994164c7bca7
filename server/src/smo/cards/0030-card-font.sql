-- A font of the owner's own, for his card images. The bytes are in the file store, by their digest.
create table card_font (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  name text not null,
  digest text not null,
  byte_length integer not null,
  created_at timestamptz not null
);
create index on card_font (workspace_id, id desc);
call keep_within_workspace('card_font');
