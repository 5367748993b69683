-- The form in which edits and nodes are stored, as numbered in edit.StoredFormJson. What an older process writes, which has
-- never heard of this, is in the first.
alter table change add column form smallint not null default 1;
alter table node add column form smallint not null default 1;
