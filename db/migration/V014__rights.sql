-- What became of rights, in the order of the commits: the processes read on from where they are. A line says whose rights
-- may be others now, and where; what they are now is looked up. It references nothing: it tells of what is gone, too.

create table rights_change (
  id             bigint primary key,
  at             timestamptz not null,
  team_id        uuid,
  user_id        uuid,
  environment_id uuid
);

create index rights_change_at on rights_change (at);

-- The number of the last line. Whoever writes one holds this row until the commit, so no line comes before an older one.
create table rights_head (
  id bigint not null
);

-- [jooq ignore start]
insert into rights_head values (0);

-- The arguments are the columns that hold the team, the user and the environment; an empty one holds none.
create function note_change_of_rights() returns trigger language plpgsql as $$
declare
  changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  line bigint;
begin
  update rights_head set id = id + 1 returning id into line;
  insert into rights_change values (line, now(),
    (changed ->> tg_argv[0])::uuid, (changed ->> tg_argv[1])::uuid, (changed ->> tg_argv[2])::uuid);
  perform pg_notify('understudy', E'rights\t' || line);
  return null;
end
$$;

-- At the end of the transaction, so that the row of the head is held for a moment only, and after all others.
create constraint trigger rights_of_members after insert or delete or update of role on member
  deferrable initially deferred for each row execute function note_change_of_rights('team_id', 'user_id', '');

create constraint trigger rights_of_tokens after delete or update of user_id, token_hash, scopes, expires_at on access_token
  deferrable initially deferred for each row execute function note_change_of_rights('', 'user_id', '');

create constraint trigger rights_of_accounts
  after delete or update of email, display_name, password_hash, sign_outs on app_user
  deferrable initially deferred for each row execute function note_change_of_rights('', 'id', '');

create constraint trigger rights_of_environments after delete or update of team_id, deleted_at on environment
  deferrable initially deferred for each row execute function note_change_of_rights('team_id', '', 'id');
-- [jooq ignore stop]
