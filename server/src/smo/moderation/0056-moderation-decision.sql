-- What the pipeline said of each submission, and why. Nothing of the text is here but its hash.
create table moderation_decision (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  comment_id uuid,
  at timestamptz not null,
  source text not null,
  decision text not null check (decision in ('allow', 'hold', 'reject')),
  reasons jsonb not null,
  spam_score real not null,
  toxicity_score real not null,
  -- keyed, forgotten after ninety days
  address_hash text,
  author_id text,
  email text,
  text_hash text not null,
  page_path text not null
);
create index on moderation_decision (workspace_id, site_id, id desc);
create index on moderation_decision (site_id, text_hash, at desc);
create index on moderation_decision (comment_id) where comment_id is not null;
create index on moderation_decision (at);
call keep_within_workspace('moderation_decision');

-- How many came in a minute from one address, from one author, to one site.
create table moderation_rate (
  site_id uuid not null references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  who text not null,
  minute timestamptz not null,
  count integer not null,
  primary key (site_id, who, minute)
);
create index on moderation_rate (minute);
call keep_within_workspace('moderation_rate');

-- Proofs of work that were handed in: each is taken once.
create table moderation_spent_work (
  signature text primary key,
  workspace_id uuid not null default current_workspace_id(),
  spent_at timestamptz not null
);
create index on moderation_spent_work (spent_at);
call keep_within_workspace('moderation_spent_work');
