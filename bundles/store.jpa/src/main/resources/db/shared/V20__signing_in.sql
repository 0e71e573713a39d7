-- What signing in remembers. Keys and codes are hashes; names of those who sign the agreement are the staff's own.

create table throttle (
  throttle_key varchar(80) primary key,
  failed integer not null,
  last_at timestamp(6) not null,
  until_at timestamp(6) not null,
  told boolean not null
);
create index throttle_by_age on throttle (last_at);

create table recovery_code (
  account uuid not null references account (id),
  hash ${bytes} not null,
  primary key (account, hash)
);

create table enrolment_code (
  account uuid primary key references account (id),
  hash ${bytes} not null,
  expires_at timestamp(6) not null
);

create table sign_in (
  account uuid not null references account (id),
  at timestamp(6) not null,
  factor varchar(16) not null,
  took_over boolean not null
);
create index sign_in_by_account on sign_in (account, at desc);

create table passkey (
  id ${bytes} primary key,
  account uuid not null references account (id),
  public_key ${bytes} not null,
  sign_count bigint not null,
  name varchar(60) not null,
  created_at timestamp(6) not null,
  used_at timestamp(6)
);
create index passkey_by_account on passkey (account);

create table agreement (
  service uuid not null references service (id),
  version integer not null,
  language varchar(8) not null,
  content ${text} not null,
  published_at timestamp(6) not null,
  primary key (service, version, language)
);

create table acceptance (
  account uuid not null references account (id),
  version integer not null,
  language varchar(8) not null,
  hash varchar(64) not null,
  name varchar(200) not null,
  title varchar(200) not null,
  organisation varchar(200) not null,
  at timestamp(6) not null,
  primary key (account, version, hash)
);

-- What was typed and not saved, as AEAD cipher text
create table draft (
  user_id uuid not null references account (id),
  place varchar(200) not null,
  service uuid not null references service (id),
  content ${bytes} not null,
  at timestamp(6) not null,
  primary key (user_id, place)
);
create index draft_by_age on draft (at);
