-- What an element of a page keeps to be known again: only the hash is here.
create table comment_token (
  hash text primary key,
  workspace_id uuid not null default current_workspace_id(),
  author_id uuid not null references comment_author on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on comment_token (author_id);
create index on comment_token (expires_at);
call keep_within_workspace('comment_token');

-- A sign-in on its way: by a link in a mail, or at an OAuth provider. It ends in a code that the page changes for a
-- token, once.
create table comment_sign_in (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  kind text not null check (kind in ('email', 'oauth')),
  -- of the link's token, or of OAuth's `state`
  secret_hash text not null unique,
  email text,
  name text,
  return_url text not null,
  -- the code verifier and the nonce, sealed
  secrets text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  author_id uuid references comment_author on delete cascade,
  code_hash text unique,
  finished_at timestamptz,
  claimed_at timestamptz
);
create index on comment_sign_in (site_id, email, created_at) where email is not null;
create index on comment_sign_in (expires_at);
call keep_within_workspace('comment_sign_in');

-- Forms that were sent: each is taken once.
create table comment_form_use (
  nonce text primary key,
  workspace_id uuid not null default current_workspace_id(),
  used_at timestamptz not null
);
create index on comment_form_use (used_at);
call keep_within_workspace('comment_form_use');
