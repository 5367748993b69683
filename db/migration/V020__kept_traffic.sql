-- What listeners were asked, where the operator keeps it: a partition for each day (UTC), which the server makes ahead and
-- takes away. It is no part of backups, which empty the tables that are in them; so it refers to none of them.

create table kept_exchange (
  branch_id  uuid not null,
  at         timestamptz not null, -- of the answer, in milliseconds; the id begins with it
  id         uuid not null,
  left_out   bigint not null, -- exchanges of the same listener before it that were not kept, since there were too many
  bytes      int not null, -- of the row, about
  method     varchar not null,
  path       varchar not null,
  query      varchar not null,
  status     int not null,
  route_id   varchar, -- null if none answered
  route_path varchar not null,
  summary    varchar not null,
  exchange   text not null, -- JSON, without secrets
  primary key (branch_id, at, id) /* [jooq ignore start] */ include (bytes) /* [jooq ignore stop] */
) /* [jooq ignore start] */ partition by range (at) /* [jooq ignore stop] */;

-- [jooq ignore start]
-- For what belongs to a day that nothing was made for.
create table kept_exchange_other partition of kept_exchange default;

create function drop_kept_exchanges() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'branch' then
    delete from kept_exchange where branch_id = old.id;
  else
    delete from kept_exchange where branch_id in (select id from branch where environment_id = new.id);
  end if;
  return null;
end
$$;

create trigger kept_exchanges_of_branch after delete on branch
  for each row execute function drop_kept_exchanges();

create trigger kept_exchanges_of_environment after update of deleted_at on environment
  for each row when (new.deleted_at is not null) execute function drop_kept_exchanges();
-- [jooq ignore stop]
