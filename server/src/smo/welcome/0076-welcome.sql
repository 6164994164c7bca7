-- Whom the page greets, and how: rules by where a visitor came from. The first that fits speaks.
create table welcome_rule (
  id uuid primary key,
  workspace_id uuid not null default current_workspace_id(),
  site_id uuid not null references site on delete cascade,
  name text not null,
  -- small numbers are asked first
  place integer not null,
  is_on boolean not null default true,
  -- names of sources, as reports call them; empty: any
  sources text[] not null default '{}',
  -- link: by a tracked link; share: by what a reader passed on
  arrived_by text not null default 'any' check (arrived_by in ('any', 'link', 'share')),
  campaign text,
  visitors text not null default 'all' check (visitors in ('all', 'newcomers', 'regulars')),
  text_en text not null,
  text_ru text not null,
  -- the list that the next best material is taken from; null: none is offered
  list_key text,
  -- how to follow there
  follow_url text,
  follow_label_en text,
  follow_label_ru text,
  hold_out_percent smallint not null default 10 check (hold_out_percent between 0 and 50),
  -- not again to the same visitor within so many days, as far as he is known
  every_days smallint not null default 30 check (every_days between 1 and 365),
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index on welcome_rule (workspace_id, id desc);
create index on welcome_rule (site_id, place);
call keep_within_workspace('welcome_rule');

-- Who was greeted, or held out, when: nobody is greeted twice.
create table welcome_greeting (
  site_id uuid not null references site on delete cascade,
  -- the events' hash, decimal
  visitor text not null,
  workspace_id uuid not null default current_workspace_id(),
  rule_id uuid not null references welcome_rule on delete cascade,
  at timestamptz not null,
  primary key (site_id, visitor)
);
create index on welcome_greeting (rule_id);
create index on welcome_greeting (at);
call keep_within_workspace('welcome_greeting');
