-- Up to where somebody knows a branch: `looked` is the newest revision when they last read its activity, `present` when they
-- were last in its editor.
create table visit (
  user_id   uuid not null references app_user on delete cascade,
  branch_id uuid not null references branch on delete cascade,
  looked    bigint not null,
  present   bigint not null,
  primary key (user_id, branch_id)
);

-- Nodes that others changed while somebody was away, and which of their fields, until that person has looked at them.
create table unread (
  user_id   uuid not null references app_user on delete cascade,
  branch_id uuid not null references branch on delete cascade,
  node_id   varchar not null,
  fields    varchar[] not null,
  primary key (user_id, branch_id, node_id)
);
create index unread_branch on unread (branch_id);
create index visit_branch on visit (branch_id);
