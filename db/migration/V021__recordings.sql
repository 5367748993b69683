-- What another server answered through a proxy, to become routes: one recording of a branch at a time.

create table recording (
  branch_id    uuid primary key references branch on delete cascade,
  id           uuid not null, -- another one for each recording that begins anew
  started_name varchar not null,
  started_at   timestamptz not null,
  ends_at      timestamptz not null, -- it stops then, if nobody stops it before
  stopped_name varchar, -- who stopped it; null while it runs, and if it stopped by itself
  stopped_at   timestamptz,
  stopped_why  varchar, -- 'person', 'time' or 'full'
  taken        bigint not null, -- requests that were taken down
  left_out     bigint not null, -- that could not be
  bytes        bigint not null, -- of all contents
  news         bigint not null -- another number whenever something changes
);

create table recorded (
  branch_id uuid not null references recording on delete cascade,
  request   varchar not null, -- a hash: the same for requests that nothing tells apart
  at        timestamptz not null, -- of the last answer
  method    varchar not null,
  path      varchar not null,
  query     varchar not null, -- without credentials
  sent      varchar not null, -- what else was sent, in JSON, without credentials
  status    int not null,
  answer    varchar not null, -- headers and the like, in JSON
  hash      varchar not null,
  size      int not null,
  times     int not null,
  otherwise int not null,
  primary key (branch_id, request)
);

create table recorded_content (
  branch_id uuid not null references recording on delete cascade,
  hash      varchar not null, -- SHA-256 in lower-case hexadecimal digits
  size      int not null,
  bytes     bytea not null,
  primary key (branch_id, hash)
);
