-- Words and sites in one index: what is looked up is always one site's.
create extension if not exists btree_gin;

-- A page of the site as it was read last.
create table answer_page (
  page_id uuid primary key references site_page on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  title text,
  read_at timestamptz,
  next_read_at timestamptz not null,
  failures integer not null default 0,
  -- why nothing of it is found, in English
  fault text,
  passages integer not null default 0
);
create index on answer_page (next_read_at);
create index on answer_page (workspace_id, site_id, page_id desc);
call keep_within_workspace('answer_page');

-- A piece of text that may be an answer.
create table answer_passage (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  kind text not null check (kind in ('page', 'faq', 'comment')),
  -- the page's id, the FAQ entry's, the answering comment's
  source_id uuid not null,
  position integer not null,
  title text not null,
  heading text,
  url text not null,
  text text not null,
  is_pinned boolean not null default false
);
create index on answer_passage (site_id, source_id, position);
create index on answer_passage (site_id, kind);
call keep_within_workspace('answer_passage');

-- What passages are looked up by. Postgres uses no index of words below row-level security, for such comparisons may
-- tell of rows that are hidden; so the words stand here, by site, and lead to rows of answer_passage, which are kept
-- within their workspace.
create table answer_lexeme (
  passage_id uuid primary key references answer_passage on delete cascade,
  site_id uuid not null references site on delete cascade,
  words tsvector not null
);
create index on answer_lexeme using gin (site_id, words);

-- The words of a site, for typing errors and for how rare each is; apart from the workspaces for the same reason.
create table answer_word (
  site_id uuid not null references site on delete cascade,
  stem text not null,
  -- one of its forms as it stands in a text
  written text not null,
  passages integer not null,
  primary key (site_id, stem)
);
create index on answer_word using gin (site_id, stem gin_trgm_ops);

-- How much there is to be searched; its row is held by whoever changes a site's passages.
create table answer_bank (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  passages integer not null default 0,
  title_words bigint not null default 0,
  text_words bigint not null default 0,
  version bigint not null default 0
);
call keep_within_workspace('answer_bank');
