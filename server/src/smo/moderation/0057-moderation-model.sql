-- What a site's scorers have learned: weights as 32-bit floats (128 kB), read whole with each submission.
create table moderation_model (
  site_id uuid not null references site on delete cascade,
  scorer text not null check (scorer in ('spam', 'toxicity')),
  workspace_id uuid not null default current_workspace_id(),
  weights bytea not null,
  spread bytea not null,
  positives integer not null,
  negatives integer not null,
  changed_at timestamptz not null,
  primary key (site_id, scorer)
);
-- Numbers do not compress, and trying to costs more than reading them.
alter table moderation_model alter column weights set storage external;
alter table moderation_model alter column spread set storage external;
call keep_within_workspace('moderation_model');

-- What moderators have decided, as features without the text: the newest 2,000 of a scorer are kept, for rehearsal
-- and so that a decision that is undone can be unlearned.
create table moderation_lesson (
  id uuid primary key,
  -- the order in which they were learned
  seq bigint not null generated always as identity,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  scorer text not null check (scorer in ('spam', 'toxicity')),
  text_hash text not null,
  is_positive boolean not null,
  -- how many times the same was decided about the same text; it is learned once
  times integer not null default 1,
  -- what the scorer said before it learned this
  score_before real not null,
  features bytea not null,
  hosts text[] not null default '{}',
  learned_at timestamptz not null,
  unique (site_id, scorer, text_hash)
);
create index on moderation_lesson (site_id, scorer, seq desc);
create index on moderation_lesson using gin (hosts);
call keep_within_workspace('moderation_lesson');
