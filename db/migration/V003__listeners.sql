-- Whether an environment should answer, where it was asked to, and where it does.

create table listener (
  environment_id uuid primary key references environment on delete cascade,
  wanted         varchar not null check (wanted in ('running', 'stopped')),
  wanted_port    int,
  port           int,
  owner          uuid,
  failure        varchar,
  updated_at     timestamptz not null
);
