-- The mail server of a workspace's own. Without a row its letters go by the house's, if the house has one.
create table mail_server (
  workspace_id uuid primary key default current_workspace_id() references workspace on delete cascade,
  -- host, port, user and password, sealed by the vault
  sealed text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call keep_within_workspace('mail_server');
