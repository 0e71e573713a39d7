-- The key of a case, wrapped by the house's key and bound to the case. Without it nobody reads the texts of the case again, nor
-- those of its timeline and its history. Cases from before have none until the keys of their house are renewed.
alter table case_record add column if not exists case_key ${bytes};

-- Cases that one person wants erased and a second one has to confirm. What is confirmed, withdrawn or lapsed is deleted; the audit
-- trail keeps who did it.
create table erasure_request (
  id uuid primary key,
  service uuid not null references service (id),
  case_id uuid not null references case_record (id),
  reason varchar(16) not null,
  asked_by uuid not null references account (id),
  asked_at timestamp(6) not null,
  until_at timestamp(6) not null
);

-- What is left of a case that was erased: its number, and the signed certificate. Only ever appended to.
create table erased_case (
  case_id uuid primary key,
  service uuid not null references service (id),
  case_number ${code} not null,
  erased_at timestamp(6) not null,
  certificate ${text} not null,
  signature varchar(128) not null
);
create index erased_case_by_time on erased_case (service, erased_at);

-- Giving the texts of a house to its newest key, case by case: how far it is, so that it goes on after a stop. One row a house, of
-- the last time.
create table key_rotation (
  service uuid primary key references service (id),
  started_at timestamp(6) not null,
  after_case uuid not null,
  cases bigint not null,
  texts bigint not null,
  finished_at timestamp(6)
);
