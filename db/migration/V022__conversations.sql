-- Exchanges that go on after their answer are shown again when there is more of them.

alter table traffic_mirror add column changes bigint not null default 0; -- the stamp of the last one that went on
alter table traffic_exchange add column exchange_id uuid;
alter table traffic_exchange add column stamp bigint not null default 0; -- when it went on; 0 if it did not

-- What the process that runs a listener is asked to send again, and what came of it. As above, none of it lasts.

create /* [jooq ignore start] */ unlogged /* [jooq ignore stop] */ table traffic_resend (
  id          uuid primary key,
  branch_id   uuid not null,
  exchange_id uuid not null,
  sent_by     text not null,  -- the name of who sends it
  exchange    text,           -- without secrets; null to send what the listener remembers
  outcome     text,           -- null before there is one
  asked_at    timestamptz not null
);
