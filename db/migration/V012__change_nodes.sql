-- Which changes touched which node: what an edit that was made long ago has to be carried over, without reading anything
-- else of the log. Adds are left out: nothing can have been made on a node before it was there.
create table change_node (
  branch_id uuid not null references branch on delete cascade,
  node_id   varchar not null,
  revision  bigint not null,
  primary key (branch_id, node_id, revision)
);

-- [jooq ignore start]
-- A trigger, so that what a process of an older version commits is in it as well.
create function note_nodes_of_change() returns trigger language plpgsql as $$
begin
  insert into change_node (branch_id, node_id, revision)
  select distinct new.branch_id, edit ->> 'node', new.revision
  from jsonb_array_elements(new.edits) as edit
  where edit ->> 'op' <> 'add' and edit ->> 'node' is not null;
  return null;
end
$$;

create trigger nodes_of_change after insert on change
  for each row execute function note_nodes_of_change();

insert into change_node (branch_id, node_id, revision)
select distinct branch_id, edit ->> 'node', revision
from change, jsonb_array_elements(edits) as edit
where edit ->> 'op' <> 'add' and edit ->> 'node' is not null;

-- What was removed is listed without a look at all the rest.
create index change_removal on change (branch_id, revision) where edits @> '[{"op":"remove"}]';
-- [jooq ignore stop]
