-- Who wants to hear of everything in a thread.
create table comment_watch (
  thread_id uuid not null references comment_thread on delete cascade,
  author_id uuid not null references comment_author on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  created_at timestamptz not null,
  primary key (thread_id, author_id)
);
create index on comment_watch (author_id);
call keep_within_workspace('comment_watch');

-- What somebody is to be told of, once: the published comment, and why it is his affair.
create table comment_notice (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  author_id uuid not null references comment_author on delete cascade,
  comment_id uuid not null references comment on delete cascade,
  reason text not null check (reason in ('reply', 'mention', 'watch')),
  created_at timestamptz not null,
  -- told, or not to be told any more
  ended_at timestamptz,
  unique (author_id, comment_id)
);
create index on comment_notice (author_id, id) where ended_at is null;
create index on comment_notice (author_id, ended_at desc) where ended_at is not null;
create index on comment_notice (comment_id);
call keep_within_workspace('comment_notice');

-- Who wants to be told no more: of a thread, of a site's talk (thread null), or of any of the owner's sites (both null).
create table comment_notice_stop (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  -- a fingerprint: it outlives the author's erasure
  address_print text not null,
  site_id uuid references site on delete cascade,
  thread_id uuid references comment_thread on delete cascade,
  at timestamptz not null,
  unique nulls not distinct (workspace_id, address_print, site_id, thread_id)
);
call keep_within_workspace('comment_notice_stop');

-- Who of the team is told that comments wait for a decision. Nobody, until somebody says so.
create table comment_team_notice (
  site_id uuid not null references site on delete cascade,
  address text not null,
  workspace_id uuid not null default current_workspace_id(),
  language text not null check (language in ('ru', 'en')),
  every text not null check (every in ('hour', 'day')),
  told_at timestamptz not null,
  primary key (site_id, address)
);
call keep_within_workspace('comment_team_notice');
