-- The law of rows: a table with workspace_id shows a transaction only the rows of the workspace that it was opened
-- for, and '*' opens the whole house. A transaction that was opened for nothing sees nothing.

create function current_workspace_id() returns uuid language sql stable parallel safe as $$
  select nullif(nullif(current_setting('samovar.workspace', true), ''), '*')::uuid
$$;

create function sees_workspace(id uuid) returns boolean language sql stable parallel safe as $$
  select id = nullif(nullif(current_setting('samovar.workspace', true), ''), '*')::uuid
    or current_setting('samovar.workspace', true) = '*'
$$;

-- Call it for every table with workspace_id, in the migration that makes the table. A test looks.
create procedure keep_within_workspace(name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy workspace on %I using (sees_workspace(workspace_id)) with check (sees_workspace(workspace_id))', name);
end
$$;
