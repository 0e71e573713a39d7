-- What keeps a case from being erased. Several over the years, one of them at most without an end; what somebody wrote lies under the
-- key of the case. Whoever placed or lifted it may be an account that is gone: the number is kept all the same. Decision 35.
create table legal_hold (
  id uuid primary key,
  service uuid not null references service (id),
  case_id uuid not null references case_record (id),
  texts ${bytes} not null,
  placed_at timestamp(6) not null,
  placed_by uuid not null,
  review_on date not null,
  lifted_at timestamp(6),
  lifted_by uuid
);
create index legal_hold_by_case on legal_hold (case_id);

-- Cases that are kept for longer than a rule of the packs says, as a clock has found them. People decide.
create table retention_proposal (
  case_id uuid primary key references case_record (id),
  service uuid not null references service (id),
  rule varchar(128) not null,
  until_day date not null,
  proposed_at timestamp(6) not null
);
