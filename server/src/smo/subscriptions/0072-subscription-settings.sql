-- What a site offers to those who want to hear of it again: a row once the owner has changed anything.
create table subscription_settings (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  frequencies text[] not null default '{each,daily,weekly}',
  -- the owner's feed, for those who read by feeds
  feed_url text,
  -- the words that a subscriber agrees to; ours where they are null
  consent_ru text,
  consent_en text,
  has_push boolean not null default true,
  changed_at timestamptz not null
);
call keep_within_workspace('subscription_settings');

create table subscription_topic (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  name text not null,
  about text,
  position integer not null,
  created_at timestamptz not null
);
create index on subscription_topic (workspace_id, site_id, position);
call keep_within_workspace('subscription_topic');
