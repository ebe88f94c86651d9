-- What can be sold, and what has been sold.

create table ${schema}.products (
  product_id   uuid primary key,
  name         text not null unique,
  description  text not null,
  product_type text not null,
  tag          text not null,
  status       text not null,
  created_at   timestamptz not null,
  end_date     timestamptz
);
create index products_by_type on ${schema}.products (product_type);

create table ${schema}.fixed_inputs (
  fixed_input_id uuid primary key,
  product_id     uuid not null references ${schema}.products on delete cascade,
  name           text not null,
  value          text not null,
  created_at     timestamptz not null,
  unique (product_id, name)
);

create table ${schema}.product_blocks (
  product_block_id uuid primary key,
  name             text not null unique,
  description      text not null,
  tag              text,
  status           text not null,
  created_at       timestamptz not null,
  end_date         timestamptz
);

-- The names that fields have, one row for all blocks that use a name.
create table ${schema}.resource_types (
  resource_type_id uuid primary key,
  resource_type    text not null unique,
  description      text
);

-- The fields of blocks that hold values.
create table ${schema}.product_block_resource_types (
  product_block_id uuid not null references ${schema}.product_blocks on delete cascade,
  resource_type_id uuid not null references ${schema}.resource_types on delete cascade,
  position         smallint not null,
  value_type       text not null,       -- its Java type, by which code and database are compared
  required_from    text,                -- the status from which on it must be there; null where it never must
  primary key (product_block_id, resource_type_id)
);

-- The fields of blocks that hold blocks: in_use_by has a field attribute that takes depends_on.
create table ${schema}.product_block_relations (
  in_use_by_id  uuid not null references ${schema}.product_blocks on delete cascade,
  depends_on_id uuid not null references ${schema}.product_blocks on delete cascade,
  attribute     text not null,
  position      smallint not null,
  ownership     text not null,
  min           integer not null,
  max           integer,
  required_from text,
  primary key (in_use_by_id, attribute, depends_on_id)
);
create index product_block_relations_by_depends_on on ${schema}.product_block_relations (depends_on_id);

-- The blocks directly below a subscription to the product.
create table ${schema}.product_product_blocks (
  product_id       uuid not null references ${schema}.products on delete cascade,
  product_block_id uuid not null references ${schema}.product_blocks on delete cascade,
  attribute        text not null,
  position         smallint not null,
  min              integer not null,
  max              integer,
  required_from    text,
  primary key (product_id, attribute, product_block_id)
);

create table ${schema}.products_workflows (
  product_id  uuid not null references ${schema}.products on delete cascade,
  workflow_id uuid not null references ${schema}.workflows on delete cascade,
  primary key (product_id, workflow_id)
);
create index products_workflows_by_workflow on ${schema}.products_workflows (workflow_id);

-- Whether a subscription is in sync is not stored: it is while no process has it. A process that is deleted leaves its
-- id here, so that the subscription stays out of sync until an operator says otherwise.
create table ${schema}.subscriptions (
  subscription_id uuid primary key,
  product_id      uuid not null references ${schema}.products,
  customer_id     text not null,
  description     text not null,
  status          text not null,
  locked_by       uuid,
  start_date      timestamptz,
  end_date        timestamptz,
  note            text,
  version         integer not null,
  created_at      timestamptz not null,
  history_room    integer not null default 0 -- how many bytes of changes fit before the next snapshot is due
) with (fillfactor = 80);
create index subscriptions_by_product on ${schema}.subscriptions (product_id, status);
create index subscriptions_by_customer on ${schema}.subscriptions (customer_id);
create index subscriptions_by_status on ${schema}.subscriptions (status, start_date desc, subscription_id);
create index subscriptions_locked on ${schema}.subscriptions (locked_by) where locked_by is not null;

-- A block: its place below its parent, or below the subscription where it has none, and its values as one document.
create table ${schema}.subscription_instances (
  subscription_instance_id uuid primary key,
  subscription_id          uuid not null references ${schema}.subscriptions on delete cascade,
  product_block_id         uuid not null references ${schema}.product_blocks,
  parent_id                uuid,
  attribute                text not null,
  position                 integer not null,
  label                    text,
  instance_values          json not null
) with (fillfactor = 80);
create index subscription_instances_by_subscription on ${schema}.subscription_instances (subscription_id);
create index subscription_instances_by_parent on ${schema}.subscription_instances (parent_id) where parent_id is not null;
create index subscription_instances_by_block on ${schema}.subscription_instances (product_block_id);

-- A block in a field of another subscription's block, or of another subscription (in_use_by_id is then the subscription's).
-- The foreign key keeps what is in use from being removed, whatever else goes wrong.
create table ${schema}.subscription_instance_relations (
  in_use_by_id    uuid not null,
  attribute       text not null,
  position        integer not null,
  depends_on_id   uuid not null references ${schema}.subscription_instances,
  subscription_id uuid not null references ${schema}.subscriptions on delete cascade, -- whose field it is
  primary key (in_use_by_id, attribute, position)
);
create index subscription_instance_relations_by_depends_on on ${schema}.subscription_instance_relations (depends_on_id);
create index subscription_instance_relations_by_subscription on ${schema}.subscription_instance_relations (subscription_id);

-- Values that blocks are found by.
create table ${schema}.searchable_values (
  subscription_instance_id uuid not null references ${schema}.subscription_instances on delete cascade,
  product_block_id         uuid not null,
  field                    text not null,
  position                 integer not null,
  value                    text not null,
  primary key (subscription_instance_id, field, position)
);
create index searchable_values_by_value on ${schema}.searchable_values (product_block_id, field, md5(value));

-- Values that no two blocks may have within a scope.
create table ${schema}.unique_values (
  product_block_id         uuid not null,
  field                    text not null,
  scope                    text not null,  -- of what: '' for everywhere, else the id of the customer, product or subscription
  value_hash               bytea not null, -- SHA-256: a value may be longer than an index takes
  subscription_instance_id uuid not null references ${schema}.subscription_instances on delete cascade,
  primary key (product_block_id, field, scope, value_hash)
);
create index unique_values_by_instance on ${schema}.unique_values (subscription_instance_id);

-- The history: what each version changed, by which process and in whose name. The tree of a version is the fold of the
-- changes since the last snapshot.
create table ${schema}.subscription_versions (
  subscription_id uuid not null references ${schema}.subscriptions on delete cascade,
  version         integer not null,
  process_id      uuid,
  changed_by      text not null,
  changed_at      timestamptz not null,
  change          json not null,
  snapshot        json,
  primary key (subscription_id, version)
);

-- Which processes work, or worked, on which subscriptions.
create table ${schema}.processes_subscriptions (
  process_id      uuid not null,
  subscription_id uuid not null references ${schema}.subscriptions on delete cascade,
  created_at      timestamptz not null,
  primary key (process_id, subscription_id)
);
create index processes_subscriptions_by_subscription on ${schema}.processes_subscriptions (subscription_id, process_id);

-- Data about a subscription from outside, one document each.
create table ${schema}.subscription_metadata (
  subscription_id uuid primary key references ${schema}.subscriptions on delete cascade,
  metadata        json not null
);
