-- Browsers that stay signed in over a restart of the server. Each visit takes a new token in exchange for the last one;
-- the one before it is good for a moment longer, since a browser may send several requests at once.
create table remembered_browser (
  id            uuid primary key,
  user_id       uuid not null references app_user on delete cascade,
  token_hash    bytea not null,
  previous_hash bytea,
  renewed_at    timestamptz not null,
  expires_at    timestamptz not null
);

create index remembered_browser_user on remembered_browser (user_id);

-- The server itself, for what nobody in particular did. It has no password, so nobody can sign in as it.
-- [jooq ignore start]
insert into app_user (id, email, display_name, password_hash, created_at)
values ('00000000-0000-0000-0000-000000000000', 'understudy', 'Understudy', '', now());
-- [jooq ignore stop]
