-- How a site talks: a row once the owner has changed anything. Defaults are the columns'.
create table comment_settings (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  edit_window_seconds integer not null default 900,
  sort text not null default 'best' check (sort in ('best', 'new', 'old')),
  -- anyone: also guests; verified: an address or an account stands behind; own: the site's own users
  who_may_post text not null default 'anyone' check (who_may_post in ('anyone', 'verified', 'own', 'nobody')),
  has_ratings boolean not null default false,
  premoderation text not null default 'doubtful' check (premoderation in ('doubtful', 'everything')),
  languages text[] not null default '{}',
  max_depth smallint not null default 4,
  takes_foreign boolean not null default true,
  team_name text,
  -- the secret that signs the site's own users, sealed by the vault
  sso_secret text,
  oidc_issuer text,
  oidc_client_id text,
  -- sealed
  oidc_client_secret text,
  oidc_label text,
  changed_at timestamptz not null
);
call keep_within_workspace('comment_settings');

-- The talk of one page. The counts are kept by whoever changes what they count, in the same transaction.
create table comment_thread (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  -- the page's address now; all that it ever had are in comment_thread_path
  path text not null,
  title text,
  created_at timestamptz not null,
  closed_at timestamptz,
  -- published
  comment_count integer not null default 0,
  -- shown at the top level
  root_count integer not null default 0,
  -- published, by 1 to 5 stars
  rating_counts integer[] not null default '{0,0,0,0,0}',
  -- to the page itself, by kind
  reactions jsonb not null default '{}',
  last_comment_at timestamptz,
  -- grows with each change that readers see: what a page that is open asks by
  version bigint not null default 0
);
create index on comment_thread (workspace_id, site_id, id desc);
create index on comment_thread (site_id, last_comment_at desc) where last_comment_at is not null;
call keep_within_workspace('comment_thread');

-- Every address that a thread has or had: a renamed page keeps its talk, and old links find it.
create table comment_thread_path (
  site_id uuid not null references site on delete cascade,
  path text not null,
  workspace_id uuid not null default current_workspace_id(),
  thread_id uuid not null references comment_thread on delete cascade,
  primary key (site_id, path)
);
create index on comment_thread_path (thread_id);
call keep_within_workspace('comment_thread_path');

-- Who speaks: a guest of one browser, an owner of an e-mail address, a user of the site, of an OAuth provider, the
-- site's own team, or somebody from elsewhere (a web page, the fediverse, a network).
create table comment_author (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  kind text not null check (kind in ('guest', 'email', 'sso', 'oauth', 'team', 'foreign')),
  -- what names him for ever: address, `sub`, `issuer#sub`, the person's id, his address on the web; a guest has none
  subject text,
  name text not null,
  -- row-level security lets an index be asked by columns only, never by what a function makes of them
  name_key text not null generated always as (lower(name)) stored,
  -- in the one spelling of `parseAddress`
  email text,
  email_verified_at timestamptz,
  url text,
  avatar_url text,
  -- moderation's: 0 new … 4 a leader, earned
  trust smallint not null default 0,
  published_count integer not null default 0,
  refused_count integer not null default 0,
  banned_at timestamptz,
  -- sees his own words as if they were published
  shadowed_at timestamptz,
  -- a foreign author who does not want to be shown here
  opted_out_at timestamptz,
  created_at timestamptz not null,
  erased_at timestamptz
);
create unique index on comment_author (site_id, kind, subject) where subject is not null;
create index on comment_author (site_id, email) where email is not null;
create index on comment_author (site_id, name_key);
create index on comment_author (workspace_id, site_id, id desc);
call keep_within_workspace('comment_author');

create table comment (
  -- UUIDv7 of when it was written, so that it sorts by time
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  thread_id uuid not null references comment_thread on delete cascade,
  parent_id uuid references comment on delete cascade,
  -- itself at the top level
  root_id uuid not null,
  -- 0 at the top; how far in it is shown is bounded by the settings
  depth smallint not null,
  author_id uuid not null references comment_author on delete cascade,
  source text not null check (source in ('page', 'team', 'webmention', 'fediverse', 'network', 'import')),
  -- where it stands by itself, and what it is called there
  source_url text,
  source_id text,
  -- what proved that it came from there: the key's id and the algorithm, or the address that was fetched
  source_proof text,
  -- as it was written, and as it is shown: HTML of our own making
  body text not null,
  html text not null,
  rating smallint check (rating between 1 and 5),
  state text not null check (state in ('published', 'held', 'spam', 'rejected', 'deleted')),
  -- the phases' reasons, as moderation gave them
  reasons jsonb not null default '[]',
  spam_score real,
  toxicity_score real,
  created_at timestamptz not null,
  -- when it was first published; what has been announced is announced once
  published_at timestamptz,
  state_changed_at timestamptz not null,
  edited_at timestamptz,
  pinned_at timestamptz,
  -- kinds of reactions with their counts
  reactions jsonb not null default '{}',
  -- lower bound of the share of votes in favour, for the order "best"
  best real not null default 0,
  -- shown direct answers, and published ones anywhere below
  reply_count integer not null default 0,
  descendant_count integer not null default 0,
  report_count integer not null default 0,
  -- the thread's version at which readers saw it change
  version bigint not null default 0,
  -- its author wants to hear of answers, by the address that he gave
  wants_replies boolean not null default false,
  -- a comment that is gone keeps its place as long as something hangs below it
  is_shown boolean not null generated always as (state = 'published' or reply_count > 0) stored
);
create index comment_thread_new on comment (thread_id, id) where depth = 0 and is_shown;
create index comment_thread_best on comment (thread_id, best desc, id desc) where depth = 0 and is_shown;
create index comment_pinned on comment (thread_id, pinned_at desc) where pinned_at is not null;
create index comment_below_root on comment (root_id, id) where depth > 0 and is_shown;
create index comment_parent on comment (parent_id, id) where parent_id is not null;
create index comment_changes on comment (thread_id, version);
create index comment_site_feed on comment (site_id, id desc) where state = 'published';
create index comment_thread_feed on comment (thread_id, id desc) where state = 'published';
create index comment_reported on comment (workspace_id, id desc) where report_count > 0;
create index comment_of_author_in_thread on comment (thread_id, author_id);
create index comment_of_author on comment (author_id, id desc);
create index comment_by_state on comment (workspace_id, state, id desc) where state <> 'published';
create index comment_of_workspace on comment (workspace_id, id desc);
create unique index on comment (site_id, source, source_id) where source_id is not null;
call keep_within_workspace('comment');

-- What became of a comment, by whom.
create table comment_change (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  comment_id uuid not null references comment on delete cascade,
  at timestamptz not null,
  -- author, moderator, moderation, owner
  by_kind text not null check (by_kind in ('author', 'moderator', 'moderation', 'owner')),
  by_name text,
  from_state text,
  to_state text not null,
  reasons jsonb not null default '[]'
);
create index on comment_change (comment_id, id desc);
call keep_within_workspace('comment_change');

-- Whom a published comment speaks to by @name.
create table comment_mention (
  comment_id uuid not null references comment on delete cascade,
  author_id uuid not null references comment_author on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  primary key (comment_id, author_id)
);
create index on comment_mention (author_id);
call keep_within_workspace('comment_mention');
