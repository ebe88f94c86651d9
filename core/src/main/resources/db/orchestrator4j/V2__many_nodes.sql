-- Several nodes on one database: the process row is the queue, nodes live by heartbeats, and what is counted is kept as
-- changes, never as one row that every commit would update.

-- A process that somebody shall run is due: wake_at says when, by the database's clock. A due process has no owner.
alter table ${schema}.processes add column wake_at timestamptz;
alter table ${schema}.processes add column priority smallint not null default 0;
alter table ${schema}.processes add column queue text not null default 'system';
-- How many nodes were lost in a row while they ran the step that comes next. A node takes all its processes along, so
-- after the first one only losses of a node count that had nothing else to blame.
alter table ${schema}.processes add column lost_nodes smallint not null default 0;
-- Whether the step that comes next may be what ended them: it runs apart from others like it, to find that out.
alter table ${schema}.processes add column suspect boolean not null default false;
-- Whether the step that comes next was begun by a node that did not end it: what became of it, nobody knows.
alter table ${schema}.processes add column interrupted boolean not null default false;
-- Steps change the row in place: room on its page saves changing the indexes.
alter table ${schema}.processes set (fillfactor = 75);

drop index ${schema}.processes_by_owner;
drop index ${schema}.processes_by_status;
drop index ${schema}.processes_by_start;
-- Lists are in the order of start. Nearly all processes are completed: an index of the others stays small, and a
-- process that completes only leaves it; a list of completed ones finds them along processes_by_start.
create index processes_by_start on ${schema}.processes (is_task, started_at desc, process_id desc);
create index processes_by_workflow on ${schema}.processes (workflow_id, started_at desc, process_id desc);
create index processes_by_status on ${schema}.processes (last_status, is_task, started_at desc, process_id desc)
  where last_status <> 'completed';
create index processes_due on ${schema}.processes (priority desc, wake_at) where wake_at is not null;

-- A node is one start of one program. It is live while its heartbeat is fresh or its session holds its lock.
alter table ${schema}.nodes add column roles text not null default 'api,worker';
-- Its session's advisory lock, by which the others see that it lives, and how long it may be silent.
alter table ${schema}.nodes add column lock_key bigint not null default 0;
alter table ${schema}.nodes add column lease_millis integer not null default 15000;
alter table ${schema}.nodes add column heartbeat_at timestamptz not null default '-infinity';
alter table ${schema}.nodes add column draining_at timestamptz;
alter table ${schema}.nodes add column lost_at timestamptz;

-- How many processes stand at a status: the sum of the changes, which is folded from time to time.
create table ${schema}.process_counts (
  commit_id uuid not null,
  is_task   boolean not null,
  status    text not null,
  change    bigint not null,
  primary key (commit_id, is_task, status)
);
insert into ${schema}.process_counts (commit_id, is_task, status, change)
select '00000000-0000-0000-0000-000000000000', is_task, last_status, count(*)
from ${schema}.processes
group by is_task, last_status;

-- What holds for all nodes; one row.
create table ${schema}.engine_settings (
  settings_id smallint primary key,
  paused      boolean not null,
  changed_at  timestamptz,
  changed_by  text
);
insert into ${schema}.engine_settings (settings_id, paused) values (1, false);

-- Starts that are to happen once, by whom they were asked, for what, and under which key.
create table ${schema}.start_keys (
  caller     text not null,
  workflow   text not null,
  start_key  text not null,
  body_hash  text not null,
  process_id uuid not null,
  created_at timestamptz not null,
  primary key (caller, workflow, start_key)
);

-- The row that starts of a workflow lock while they look whether it may start.
create table ${schema}.start_guards (
  workflow_id uuid primary key
);

-- What a step has made durable before its end.
create table ${schema}.step_results (
  process_id uuid not null,
  path       text not null,
  result_key text not null,
  result     json not null,
  created_at timestamptz not null,
  primary key (process_id, path, result_key)
);

-- How far the step that runs is, in its author's words.
create table ${schema}.step_progress (
  process_id uuid primary key,
  path       text not null,
  epoch      bigint not null,
  percent    smallint,
  message    text,
  at         timestamptz not null
);

-- Who did what, besides what the journals say.
create table ${schema}.audit (
  audit_id   uuid primary key,
  at         timestamptz not null,
  actor      text not null,
  actor_kind text not null,
  action     text not null,
  process_id uuid,
  subject    text,
  details    json
);
create index audit_by_process on ${schema}.audit (process_id, at) where process_id is not null;
create index audit_by_time on ${schema}.audit (at desc);
