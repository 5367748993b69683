-- What is live belongs to a branch: where it answers, and what a link shows. A listener says on which host it answers.

create table listener_of_branch (
  branch_id   uuid primary key references branch on delete cascade,
  wanted      varchar not null check (wanted in ('running', 'stopped')),
  wanted_port int,
  port        int,
  host        varchar, -- by which clients reach the server that runs it, or ran it last
  owner       uuid,
  failure     varchar,
  updated_at  timestamptz not null,
  secure      boolean not null default false,
  token_hash  bytea,
  token_by    uuid,
  token_at    timestamptz
);

insert into listener_of_branch
  (branch_id, wanted, wanted_port, port, owner, failure, updated_at, secure, token_hash, token_by, token_at)
select b.id, l.wanted, l.wanted_port, l.port, l.owner, l.failure, l.updated_at, l.secure, l.token_hash, l.token_by, l.token_at
from listener l join branch b on b.environment_id = l.environment_id and b.name = 'main';

drop table listener;
alter table listener_of_branch rename to listener;

alter table link add column branch_id uuid references branch on delete cascade;
-- [jooq ignore start]
update link set branch_id = (
  select b.id from branch b where b.environment_id = link.environment_id and b.name = 'main'
);
-- [jooq ignore stop]
alter table link alter column branch_id set not null;
alter table link drop column environment_id;
create index link_branch on link (branch_id);
