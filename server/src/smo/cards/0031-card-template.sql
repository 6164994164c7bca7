-- How the card images of a site look. A site without a row has the look that we give it.
create table card_template (
  site_id uuid primary key references site on delete cascade,
  workspace_id uuid not null default current_workspace_id() references workspace on delete cascade,
  look jsonb not null,
  logo_id uuid references media on delete set null,
  font_id uuid references card_font on delete set null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index on card_template (workspace_id, site_id desc);
create index on card_template (logo_id) where logo_id is not null;
create index on card_template (font_id) where font_id is not null;
call keep_within_workspace('card_template');
