-- The migrations of an application's catalogue and data that are applied; the audit has who applied them and took them back.

create table ${schema}.data_migrations (
  migration_id text primary key,
  message      text not null,
  follows      text[] not null,
  checksum     text not null,
  position     integer not null,   -- in which order they were applied
  applied_at   timestamptz not null,
  applied_by   text not null
);
