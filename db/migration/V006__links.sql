-- Read-only links to environments. The secret of a link is not kept, only what it hashes to.

create table link (
  id             uuid primary key,
  environment_id uuid not null references environment on delete cascade,
  token_hash     bytea not null /* [jooq ignore start] */ unique /* [jooq ignore stop] */,
  created_by     uuid not null references app_user,
  created_at     timestamptz not null
);

create index link_environment on link (environment_id);
