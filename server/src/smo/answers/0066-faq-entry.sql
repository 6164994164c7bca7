-- What the owner answers beforehand.
create table faq_entry (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  language text not null check (language in ('en', 'ru')),
  question text not null,
  -- the small Markdown of comments
  answer text not null,
  -- the order of the site's FAQ; gaps are left by those that are gone
  place integer not null,
  pinned_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index on faq_entry (site_id, place, id);
create index on faq_entry (workspace_id, site_id, id desc);
call keep_within_workspace('faq_entry');
