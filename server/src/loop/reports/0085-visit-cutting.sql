-- How far the visits are cut. One row for the whole house; whoever cuts holds it until the given time, and each cut
-- has a number of its own, by which the event store knows the later of two rows.
create table visit_cutting (
  is_only boolean primary key default true check (is_only),
  run bigint not null default 0,
  -- by the event store's clock: everything that it took until then is cut
  cut_until timestamptz not null default 'epoch',
  held_until timestamptz,
  -- runs up to this one are rolled up
  rolled_run bigint not null default 0
);
insert into visit_cutting default values;
