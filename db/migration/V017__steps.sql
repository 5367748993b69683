-- What undo has to know of a change: the token that made it, if one did; the text that joins it with others to one step; and,
-- if it takes others back, which and how. Null in what an older process writes: somebody's own step, of this change alone.
alter table change add column token_id uuid;
alter table change add column step varchar;
alter table change add column origin varchar;
alter table change add column takes_back bigint[];

create index change_author on change (branch_id, author_id, revision);

-- Steps of which nothing was left to take back: the next time it is the turn of the one before. `revision` is that of the
-- newest change of the step.
create table passed_step (
  branch_id uuid not null references branch on delete cascade,
  revision  bigint not null,
  primary key (branch_id, revision)
);

-- [jooq ignore start]
-- From now on the index has adds as well, and all that goes with a removal: whoever takes back that they made a folder must
-- know who made something in it, and what came back with it.
create function nodes_touched_by(edit jsonb) returns setof text language sql immutable as $$
  select edit ->> 'node'
  union
  select back ->> 'node' from jsonb_array_elements(
    case when edit ->> 'op' = 'remove' and jsonb_typeof(edit -> 'inverse') = 'array' then edit -> 'inverse' else '[]' end) as back
$$;

create or replace function note_nodes_of_change() returns trigger language plpgsql as $$
begin
  insert into change_node (branch_id, node_id, revision)
  select distinct new.branch_id, node, new.revision
  from jsonb_array_elements(new.edits) as edit cross join nodes_touched_by(edit) as node
  where node is not null;
  return null;
end
$$;

insert into change_node (branch_id, node_id, revision)
select distinct branch_id, node, revision
from change cross join jsonb_array_elements(edits) as edit cross join nodes_touched_by(edit) as node
where node is not null
on conflict do nothing;
-- [jooq ignore stop]
