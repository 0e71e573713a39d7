-- Grave changes of accounts that one person has asked for and a second one has to confirm. What is confirmed, withdrawn or lapsed
-- is deleted; the audit trail keeps who did it.

create table account_request (
  id uuid primary key,
  service uuid not null references service (id),
  kind varchar(16) not null,
  username varchar(64) not null,
  agency varchar(32) not null,
  roles varchar(200) not null,
  asked_by uuid not null references account (id),
  asked_at timestamp(6) not null,
  until_at timestamp(6) not null
);
