-- What a moderator decided at one stroke, so that he can take it back.
create table comment_decision (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  at timestamptz not null,
  by_name text,
  decision text not null check (decision in ('publish', 'spam', 'reject', 'hold', 'delete')),
  -- per comment: id, where it came from, what stood there as reasons, what was taught
  items jsonb not null,
  -- ids of moderation_entry, ids of authors who were not banned before
  entries uuid[] not null default '{}',
  authors uuid[] not null default '{}',
  undone_at timestamptz
);
create index on comment_decision (workspace_id, id desc);
call keep_within_workspace('comment_decision');

-- Days on which an author was seen reading: trust is earned by it.
create table comment_read_day (
  author_id uuid not null references comment_author on delete cascade,
  day date not null,
  workspace_id uuid not null default current_workspace_id(),
  primary key (author_id, day)
);
call keep_within_workspace('comment_read_day');
