-- Documents of the past, one every thousand revisions, so that none is more than that many changes away. They hold
-- nothing that the log does not tell: a missing one is made again. The document is what the first change of a branch born
-- with it would be, in JSON, zipped; `form` as in change.
create table milestone (
  branch_id uuid not null references branch on delete cascade,
  revision  bigint not null,
  form      smallint not null,
  document  bytea not null,
  primary key (branch_id, revision)
);

-- [jooq ignore start]
alter table milestone alter column document set storage external;
-- [jooq ignore stop]
