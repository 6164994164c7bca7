-- Somebody who wants letters of a site. Letters go to `confirmed` ones only.
create table subscriber (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  address text not null,
  -- small letters: the same person once
  address_key text not null,
  language text not null check (language in ('ru', 'en')),
  frequency text not null check (frequency in ('each', 'daily', 'weekly')),
  -- empty: everything
  topic_ids uuid[] not null default '{}',
  state text not null check (state in ('asked', 'confirmed', 'left')),
  source text not null check (source in ('element', 'form', 'import', 'api')),
  page_url text,
  -- the click or share that his visit arrived by, and what the event store told of it
  arrived_by text,
  -- false: his browser asks that nothing be measured, so that no event tells of him
  is_measured boolean not null default true,
  arrived_network text,
  arrived_share text,
  created_at timestamptz not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  left_at timestamptz,
  left_reason text check (left_reason in ('link', 'one-click', 'owner', 'page')),
  unique (site_id, address_key)
);
create index on subscriber (workspace_id, site_id, id desc);
create index on subscriber (workspace_id, site_id, state, id desc);
create index on subscriber (site_id, address_key text_pattern_ops);
create index on subscriber (site_id, confirmed_at) where confirmed_at is not null;
create index on subscriber (site_id, left_at) where left_at is not null;
create index on subscriber (asked_at) where state = 'asked';
call keep_within_workspace('subscriber');

-- What he agreed to and when: the words that he saw, the page, a fingerprint of his network address.
create table subscriber_consent (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  subscriber_id uuid not null references subscriber on delete cascade,
  at timestamptz not null,
  deed text not null check (deed in ('asked', 'confirmed', 'changed', 'left', 'imported', 'added')),
  words text,
  page_url text,
  address_print text,
  -- topics, frequency, language as they were then
  wishes jsonb not null,
  by_name text
);
create index on subscriber_consent (subscriber_id, id);
call keep_within_workspace('subscriber_consent');

-- Who asked for confirmation letters lately, as fingerprints: what keeps our forms from bombing other people's
-- mailboxes. Kept for two days.
create table subscription_asking (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  at timestamptz not null,
  address_print text,
  email_print text not null,
  domain_print text not null,
  confirmed_at timestamptz
);
create index on subscription_asking (site_id, at);
create index on subscription_asking (address_print, at) where address_print is not null;
create index on subscription_asking (email_print, at);
create index on subscription_asking (site_id, domain_print, at);
create index on subscription_asking (at);
call keep_within_workspace('subscription_asking');
