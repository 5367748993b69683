-- The log of changes and, written in the same transaction, what they add up to.

create table environment (
  id         uuid primary key,
  team_id    uuid not null references team on delete cascade,
  name       varchar not null,
  created_by uuid not null, -- a user, or all zeros for the server itself
  created_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid
);

create index environment_team on environment (team_id);

create table branch (
  id             uuid primary key,
  environment_id uuid not null references environment on delete cascade,
  name           varchar not null,
  revision       bigint not null default 0,
  unique (environment_id, name)
);

-- The head of a branch. Positions are compared byte by byte, as the order keys are.
create table node (
  branch_id uuid not null references branch on delete cascade,
  node_id   varchar not null,
  kind      varchar not null,
  parent_id varchar,
  list      varchar,
  position  varchar /* [jooq ignore start] */ collate "C" /* [jooq ignore stop] */ not null,
  fields    jsonb not null,
  extras    jsonb not null default '{}',
  primary key (branch_id, node_id)
);

create index node_kind on node (branch_id, kind);

-- Ids that existed once: they are never given again.
create table removed_node (
  branch_id uuid not null references branch on delete cascade,
  node_id   varchar not null,
  revision  bigint not null,
  primary key (branch_id, node_id)
);

-- Append-only; edits stand with what takes them back, and the summary says in words what the change did.
-- The primary key is the lock that puts changes in order; the unique key makes a repeated one known.
create table change (
  branch_id  uuid not null references branch on delete cascade,
  revision   bigint not null,
  author_id  uuid not null,
  client     varchar not null,
  client_seq bigint not null,
  at         timestamptz not null,
  outcome    varchar not null,
  notes      jsonb not null,
  summary    varchar not null,
  edits      jsonb not null,
  primary key (branch_id, revision),
  unique (branch_id, author_id, client, client_seq)
);
