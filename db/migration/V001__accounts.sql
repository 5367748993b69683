-- Who may do what. Ids are UUIDv7 and are made by the application.

create table app_user (
  id            uuid primary key,
  email         varchar not null,
  display_name  varchar not null,
  password_hash varchar not null,
  created_at    timestamptz not null
);

-- [jooq ignore start]
create unique index app_user_email on app_user (lower(email));
-- [jooq ignore stop]

create table team (
  id         uuid primary key,
  name       varchar not null,
  created_at timestamptz not null
);

create table member (
  team_id   uuid not null references team on delete cascade,
  user_id   uuid not null references app_user on delete cascade,
  role      varchar not null check (role in ('owner', 'editor', 'viewer')),
  joined_at timestamptz not null,
  primary key (team_id, user_id)
);

create index member_user on member (user_id);

create table invitation (
  id          uuid primary key,
  team_id     uuid not null references team on delete cascade,
  role        varchar not null check (role in ('owner', 'editor', 'viewer')),
  token_hash  bytea not null /* [jooq ignore start] */ unique /* [jooq ignore stop] */,
  created_by  uuid not null references app_user,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_by uuid references app_user,
  accepted_at timestamptz
);

create index invitation_team on invitation (team_id);

create table access_token (
  id           uuid primary key,
  user_id      uuid not null references app_user on delete cascade,
  name         varchar not null,
  token_hash   bytea not null /* [jooq ignore start] */ unique /* [jooq ignore stop] */,
  scopes       varchar[] not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz
);

create index access_token_user on access_token (user_id);

-- Outlives what it speaks of, so it references nothing.
create table audit (
  id       uuid primary key,
  team_id  uuid,
  actor_id uuid,
  at       timestamptz not null,
  action   varchar not null,
  detail   jsonb not null
);

create index audit_team on audit (team_id, at);
