-- Who works with a case, and may therefore know about it. Rows are ended, never deleted. Nobody in granted_by: the update did it.
-- Whoever granted, or was granted, may be an account that is gone: the number is kept all the same.

create table case_member (
  case_id uuid not null references case_record (id),
  account uuid not null,
  service uuid not null,
  version bigint not null,
  since timestamp(6) not null,
  granted_by uuid,
  last_day date,
  ended boolean not null,
  primary key (case_id, account)
);
