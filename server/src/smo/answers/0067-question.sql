-- What visitors asked and were not answered, those that mean the same together.
create table question (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  text text not null,
  language text not null check (language in ('en', 'ru')),
  -- its words that say something, stemmed, sorted
  stems text[] not null,
  -- searches that found nothing; that found what nobody opened; questions that wait for an answer
  not_found integer not null default 0,
  not_opened integer not null default 0,
  asked integer not null default 0,
  -- what the editor's list is sorted by
  weight integer not null default 0,
  first_asked_at timestamptz not null,
  last_asked_at timestamptz not null,
  merged_into uuid references question on delete set null,
  answered_at timestamptz,
  answered_by text,
  faq_entry_id uuid references faq_entry on delete set null,
  dismissed_at timestamptz,
  dismissed_by text
);
create index question_waiting on question (site_id, weight desc, id desc)
  where answered_at is null and dismissed_at is null and merged_into is null;
create index on question (site_id, answered_at desc) where answered_at is not null;
create index on question (site_id, dismissed_at desc) where dismissed_at is not null;
create index on question (merged_into) where merged_into is not null;
create index on question (site_id, last_asked_at desc);
create index on question (workspace_id, site_id, id desc);
call keep_within_workspace('question');

-- Each search that was meant, as long as reports want it.
create table answer_search (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  at timestamptz not null,
  -- addresses and numbers of people are taken out
  query text not null,
  -- its stems in their order: spellings of one query are one
  query_key text not null,
  language text not null check (language in ('en', 'ru')),
  page text not null,
  is_found boolean not null,
  corrected text,
  results integer not null,
  opened_at timestamptz,
  opened_passage_id uuid,
  question_id uuid references question on delete set null,
  -- nobody opened anything: counted for a question, or not worth it
  gathered_at timestamptz
);
create index on answer_search (site_id, at desc);
create index on answer_search (at) where is_found and opened_at is null and gathered_at is null;
create index on answer_search (question_id) where question_id is not null;
create index on answer_search (workspace_id, at);
call keep_within_workspace('answer_search');

-- Somebody who waits for an answer.
create table question_asking (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  question_id uuid not null references question on delete cascade,
  at timestamptz not null,
  text text not null,
  language text not null check (language in ('en', 'ru')),
  page text not null,
  -- SHA-256 of what the asker's browser keeps
  token_hash text not null unique,
  -- emptied once the letter is handed on
  email text,
  -- fingerprints, for limits; the same in every workspace of the house
  email_print text,
  address_print text,
  mailed_at timestamptz,
  -- shown by the element
  told_at timestamptz
);
create index on question_asking (question_id, id);
create index on question_asking (email_print, at desc) where email_print is not null;
create index on question_asking (address_print, at desc) where address_print is not null;
create index on question_asking (workspace_id, site_id, id desc);
call keep_within_workspace('question_asking');
