-- How the page that a post leads to was found for the networks that it goes to, kept for some minutes: the composer
-- asks at every pause in typing.
create table post_landing_page (
  workspace_id uuid not null default current_workspace_id(),
  url text not null,
  -- the audit's names of the networks that it was looked at for
  networks text[] not null,
  landing jsonb not null,
  has_errors boolean not null,
  checked_at timestamptz not null,
  primary key (workspace_id, url)
);
call keep_within_workspace('post_landing_page');
