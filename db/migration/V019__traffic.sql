-- What listeners were asked, for the other processes of this database, while somebody there looks. It is not worth a
-- log: after a crash of the database nothing of it is needed any more, and backups leave it out. Whoever wrote it takes
-- it away; so that tables in backups can be emptied without it, it refers to none of them.

create /* [jooq ignore start] */ unlogged /* [jooq ignore stop] */ table traffic_mirror (
  branch_id  uuid primary key,
  epoch      uuid not null, -- another one whenever the listener starts to count anew
  next       bigint not null, -- the number that the next exchange will have
  written_at timestamptz not null
);

create /* [jooq ignore start] */ unlogged /* [jooq ignore stop] */ table traffic_exchange (
  branch_id uuid not null references traffic_mirror on delete cascade,
  epoch     uuid not null,
  number    bigint not null,
  exchange  text not null,
  primary key (branch_id, epoch, number)
);
