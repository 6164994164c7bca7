-- How a site is moderated: a row once the owner has changed anything. `rules` holds what differs from the defaults.
create table moderation_settings (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  rules jsonb not null default '{}',
  -- sealed by the vault
  akismet_key text,
  changed_at timestamptz not null
);
call keep_within_workspace('moderation_settings');

-- What addresses are hashed with and challenges are signed with: made with the site's first submission.
create table moderation_secret (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  secret text not null
);
call keep_within_workspace('moderation_secret');

-- What the owner lets pass or stops, and whom: words, hosts, addresses, e-mails; bans are entries too.
create table moderation_entry (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  kind text not null check (kind in ('word', 'host', 'address', 'email', 'author')),
  -- ban: whatever comes from there is refused; shadow: the same, and only its author still sees it
  effect text not null check (effect in ('allow', 'hold', 'reject', 'ban', 'shadow')),
  -- in small letters; of an address that was banned with a comment, its keyed hash
  pattern text not null,
  note text,
  created_at timestamptz not null,
  created_by text,
  unique (site_id, kind, pattern)
);
create index on moderation_entry (workspace_id, site_id, id desc);
call keep_within_workspace('moderation_entry');
