-- What was written before there was a chain stays readable beside it.
alter table audit rename to audit_before_chain;

-- One chain per house; that of the site has the id of zeros. The hash covers every other column: docs/auditor/audit-format.md
create table audit (
  chain uuid not null,
  seq bigint not null,
  previous char(64) not null,
  hash char(64) not null,
  happened_at timestamp(6) not null,
  service uuid,
  user_id uuid,
  session_id varchar(128) not null,
  purpose varchar(32) not null,
  action varchar(16) not null,
  object_type varchar(64) not null,
  object_id varchar(256) not null,
  result varchar(16) not null,
  fields varchar(20000) not null,
  detail varchar(2000) not null,
  primary key (chain, seq)
);
create index audit_by_object on audit (chain, object_id, seq);
create index audit_by_user on audit (chain, user_id, seq);
create index audit_by_time on audit (chain, happened_at);

-- Where each chain stands; locked by whoever appends
create table audit_head (
  chain uuid primary key,
  seq bigint not null,
  hash char(64) not null
);

create table alert (
  id uuid primary key,
  service uuid not null,
  rule varchar(32) not null,
  user_id uuid,
  first_at timestamp(6) not null,
  last_at timestamp(6) not null,
  event_count bigint not null,
  seq bigint not null,
  acknowledged_by uuid,
  acknowledged_at timestamp(6),
  note ${bytes}
);
create index alert_by_service on alert (service, last_at desc);
