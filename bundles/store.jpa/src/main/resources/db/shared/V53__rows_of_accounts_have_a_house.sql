-- What hangs on an account belongs to its house too, so that the second lock (decision 22) closes it. The house is filled in by the
-- next step of each database.
alter table account add constraint ${unless_there} account_in_house unique (id, service);
alter table recovery_code add column if not exists service uuid;
alter table enrolment_code add column if not exists service uuid;
alter table sign_in add column if not exists service uuid;
alter table passkey add column if not exists service uuid;
alter table acceptance add column if not exists service uuid;
alter table training add column if not exists service uuid;
alter table account_use add column if not exists service uuid;

-- Takes the place of outside_identity, whose issuers and subjects lay in the clear: found by a keyed hash, read by the key of the
-- house. Filled by the program, which has the keys: class IdentitiesSealed. Decision 43.
create table if not exists linked_identity (
  account uuid primary key,
  service uuid not null,
  identity_index ${bytes} not null unique,
  sealed ${bytes} not null,
  linked_at timestamp(6) not null,
  constraint linked_identity_of_house foreign key (account, service) references account (id, service)
);
