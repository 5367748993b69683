-- The secret of each listener's admin API, and whether it speaks TLS where it runs.

alter table listener
  add column token  varchar not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  add column secure boolean not null default false;
