-- Files that mocks send as response bodies, uploaded for one environment.

create table asset (
  environment_id uuid not null references environment on delete cascade,
  path           varchar not null,
  size           int not null,
  bytes          bytea not null,
  uploaded_by    uuid not null, -- a user, or all zeros for the server itself
  uploaded_at    timestamptz not null,
  primary key (environment_id, path)
);
