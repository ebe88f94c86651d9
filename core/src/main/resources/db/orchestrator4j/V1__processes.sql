-- Processes, their journals, and the workflows and nodes that they belong to.
--
-- No foreign key leads from a process to its workflow or its node, no column has a volatile default, and ids and
-- times come from the program: what keeps the tables distributable costs nothing here.

create table ${schema}.workflows (
  workflow_id uuid primary key,
  name        text not null unique,
  target      text not null,
  is_task     boolean not null,
  description text not null,
  created_at  timestamptz not null,
  deleted_at  timestamptz
);

create table ${schema}.nodes (
  node_id    uuid primary key,
  name       text not null,
  host       text not null,
  pid        bigint not null,
  started_at timestamptz not null,
  stopped_at timestamptz
);

-- The row stays small: what a process knows is in its journal.
create table ${schema}.processes (
  process_id       uuid primary key,
  workflow_id      uuid not null,
  is_task          boolean not null,
  last_status      text not null,
  last_step        text,
  assignee         text not null,
  created_by       text not null,
  acting           text not null,       -- in whose name the next steps run: who started or last resumed it
  started_at       timestamptz not null,
  last_modified_at timestamptz not null,
  failed_reason    text,
  note             text,
  fingerprint      text not null,       -- of the definition that it last ran by
  owner            uuid,                -- the node that runs it; null while it waits or is finished
  epoch            bigint not null,     -- grows with each change of owner
  sequence         integer not null,    -- of its last record: every checkpoint demands the one that it knows
  requested        text,                -- what an operator asked of a running process: abort or delete
  requested_by     text
);

create index processes_by_status on ${schema}.processes (is_task, last_status);
create index processes_by_start on ${schema}.processes (started_at desc, process_id);
create index processes_by_owner on ${schema}.processes (owner) where owner is not null;

-- The journal: what each step changed. The state is the fold of the deltas since the last snapshot.
create table ${schema}.process_steps (
  process_id   uuid not null,
  sequence     integer not null,
  step_id      uuid not null,
  path         text not null,
  name         text not null,
  status       text not null,
  epoch        bigint not null,
  attempt      integer not null,
  created_by   text not null,
  started_at   timestamptz not null,
  completed_at timestamptz not null,
  delta        json not null,
  snapshot     json,
  failure      json,
  primary key (process_id, sequence)
);
