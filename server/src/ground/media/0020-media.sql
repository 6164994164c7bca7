-- A picture that somebody uploaded. The bytes are in the file store, by workspace and id.
create table media (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  name text not null,
  mime_type text not null,
  width integer not null,
  height integer not null,
  byte_length integer not null,
  animated boolean not null,
  alt text not null,
  created_at timestamptz not null
);
create index on media (workspace_id, id desc);
call keep_within_workspace('media');

-- What still needs a picture, a post that is not out yet, say: as long as there is one, the picture stays.
create table media_hold (
  workspace_id uuid not null default current_workspace_id(),
  media_id uuid not null references media on delete restrict,
  holder_id uuid not null,
  primary key (workspace_id, holder_id, media_id)
);
create index on media_hold (media_id);
call keep_within_workspace('media_hold');
