-- How often somebody signed out everywhere: sessions of before are known by the smaller number.
alter table app_user add column sign_outs int not null default 0;

-- When a read-only link was last used, to the minute.
alter table link add column last_used_at timestamptz;

-- The secret of a listener's admin API is told once, to whoever makes it; what is kept is its hash. Nobody knows who
-- made those of before: every editor could see them.
alter table listener
  add column token_hash bytea,
  add column token_by   uuid,
  add column token_at   timestamptz;

-- [jooq ignore start]
update listener set token_hash = sha256(convert_to(token, 'UTF8'));
-- [jooq ignore stop]

alter table listener drop column token;
