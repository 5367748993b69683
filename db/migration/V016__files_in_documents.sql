-- Files are nodes of the document: where they are and which content they have. The contents are stored once for an
-- environment, whichever of its branches and past documents refer to them.

create table blob (
  environment_id uuid not null references environment on delete cascade,
  hash           varchar not null, -- SHA-256 in lower-case hexadecimal digits
  size           int not null,
  bytes          bytea not null,
  stored_by      uuid not null, -- who brought it last: a user, or all zeros for the server itself
  stored_at      timestamptz not null,
  used_at        timestamptz not null, -- when a document began or ceased to refer to it, or somebody brought it
  primary key (environment_id, hash)
);

create index blob_used_at on blob (used_at);

-- [jooq ignore start]
insert into blob (environment_id, hash, size, bytes, stored_by, stored_at, used_at)
select distinct on (environment_id, hash) environment_id, hash, size, bytes, uploaded_by, uploaded_at, now()
from (select asset.*, encode(sha256(bytes), 'hex') as hash from asset) as hashed
order by environment_id, hash, uploaded_at desc;

create temporary table file_node on commit drop as
select branch.id as branch_id, branch.revision + 1 as revision, gen_random_uuid()::text as node_id,
  root.node_id as parent_id, asset.path,
  row_number() over of_branch as number, count(*) over (partition by branch.id) as files,
  jsonb_build_object('path', asset.path, 'content', encode(sha256(asset.bytes), 'hex') || ':' || asset.size) as fields
from asset
join branch using (environment_id)
join node as root on root.branch_id = branch.id and root.parent_id is null
window of_branch as (partition by branch.id order by asset.path collate "C");

-- Order keys of two digits: there are fewer files than those.
alter table file_node add column position text;
update file_node set position = 'b'
  || substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((number - 1) / 62 + 1)::int, 1)
  || substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((number - 1) % 62 + 1)::int, 1);

insert into node (branch_id, node_id, kind, parent_id, position, fields)
select branch_id, node_id, 'file', parent_id, position, fields from file_node;

-- One change of the server's, after which the log gives what is stored. No client has this name.
insert into change (branch_id, revision, author_id, client, client_seq, at, outcome, notes, summary, edits)
select branch_id, revision, '00000000-0000-0000-0000-000000000000', '', 16, now(), 'COMMITTED', '[]',
  left('added file ' || min(path) filter (where number = 1), 100)
    || case when files > 1 then ' and ' || files - 1 || ' more' else '' end,
  jsonb_agg(jsonb_build_object('op', 'add', 'node', node_id, 'kind', 'file', 'parent', parent_id, 'order', position,
    'fields', fields) order by number)
from file_node
group by branch_id, revision, files;

update branch set revision = file_node.revision from file_node where file_node.branch_id = branch.id;

-- Takes note of the contents that a document begins or ceases to refer to. What somebody else is just taking note of,
-- it does not wait for.
create function note_use_of_blob() returns trigger language plpgsql as $$
begin
  update blob set used_at = now() where (environment_id, hash) in (
    select used.environment_id, used.hash
    from blob as used join branch on branch.environment_id = used.environment_id
    where branch.id = coalesce(new.branch_id, old.branch_id)
      and used.hash in (split_part(old.fields ->> 'content', ':', 1), split_part(new.fields ->> 'content', ':', 1))
    for no key update of used skip locked);
  return null;
end
$$;

create trigger blob_of_new_node after insert on node
  for each row when (new.kind = 'file') execute function note_use_of_blob();

create trigger blob_of_changed_node after update on node
  for each row when (new.kind = 'file') execute function note_use_of_blob();

create trigger blob_of_removed_node after delete on node
  for each row when (old.kind = 'file') execute function note_use_of_blob();
-- [jooq ignore stop]

drop table asset;
