-- The title that the owner chose for a page's tags and card, as after a test: it goes before what the page says.
create table site_page_title (
  site_id uuid not null references site on delete cascade,
  workspace_id uuid not null default current_workspace_id(),
  path text not null,
  title text not null,
  chosen_at timestamptz not null,
  primary key (site_id, path)
);
call keep_within_workspace('site_page_title');
