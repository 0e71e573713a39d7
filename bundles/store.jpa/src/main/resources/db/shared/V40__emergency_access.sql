-- Somebody opened one case in an emergency, for some hours. Rows are ended and reviewed, never deleted. What people wrote is cipher
-- text. Whoever used, ended or reviewed it may be an account that is gone: the number is kept all the same. Decision 26.

create table emergency_access (
  id uuid primary key,
  service uuid not null,
  case_id uuid not null references case_record (id),
  account uuid not null,
  version bigint not null,
  reason varchar(32) not null,
  reason_text ${bytes} not null,
  since timestamp(6) not null,
  until_at timestamp(6) not null,
  ended_at timestamp(6),
  ended_by uuid,
  reviewed_at timestamp(6),
  reviewed_by uuid,
  justified boolean,
  review_note ${bytes},
  overdue_told_at timestamp(6)
);
-- whose access runs: asked with each list of somebody who does not know every case
create index emergency_access_by_account on emergency_access (service, account, until_at);
create index emergency_access_by_case on emergency_access (case_id);
create index emergency_access_by_time on emergency_access (service, since);
