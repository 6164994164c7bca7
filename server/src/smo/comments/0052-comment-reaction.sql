-- One visitor's reaction to a comment, or, where comment_id is null, to the page.
create table comment_reaction (
  thread_id uuid not null references comment_thread on delete cascade,
  comment_id uuid references comment on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  -- an author's id, or the visitor's hash: whose it was is forgotten with the day's salt
  voter text not null,
  kind text not null,
  at timestamptz not null,
  unique nulls not distinct (thread_id, comment_id, voter, kind)
);
create index on comment_reaction (comment_id, voter) where comment_id is not null;
call keep_within_workspace('comment_reaction');

-- A reader says that something is wrong with a comment.
create table comment_report (
  comment_id uuid not null references comment on delete cascade,
  voter text not null,
  workspace_id uuid not null default current_workspace_id(),
  reason text not null check (reason in ('spam', 'abuse', 'off-topic', 'illegal', 'other')),
  text text,
  at timestamptz not null,
  primary key (comment_id, voter)
);
call keep_within_workspace('comment_report');

create table comment_poll (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  question text not null,
  takes_many boolean not null,
  created_at timestamptz not null,
  closes_at timestamptz,
  voter_count integer not null default 0
);
create index on comment_poll (workspace_id, site_id, id desc);
call keep_within_workspace('comment_poll');

create table comment_poll_option (
  poll_id uuid not null references comment_poll on delete cascade,
  position smallint not null,
  workspace_id uuid not null default current_workspace_id(),
  text text not null,
  vote_count integer not null default 0,
  primary key (poll_id, position)
);
call keep_within_workspace('comment_poll_option');

create table comment_poll_vote (
  poll_id uuid not null references comment_poll on delete cascade,
  voter text not null,
  position smallint not null,
  workspace_id uuid not null default current_workspace_id(),
  at timestamptz not null,
  primary key (poll_id, voter, position)
);
call keep_within_workspace('comment_poll_vote');
