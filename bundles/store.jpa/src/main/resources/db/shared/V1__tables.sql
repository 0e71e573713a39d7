-- Tables of both databases. ${json}, ${bytes}, ${text} and ${code} are the types that differ.
-- Times are UTC. Columns named texts or record hold AEAD cipher texts.

create table service (
  id uuid primary key,
  version bigint not null,
  code varchar(16) not null unique,
  country varchar(8) not null,
  name varchar(200) not null,
  zone varchar(64) not null
);

create table account (
  id uuid primary key,
  version bigint not null,
  service uuid not null references service (id),
  username varchar(128) not null unique,
  agency varchar(32) not null,
  roles varchar(256) not null,
  enabled boolean not null,
  password_hash varchar(512) not null,
  otp_secret ${bytes} not null,
  otp_step bigint default 0 not null
);
create index account_by_service on account (service, username);

create table case_record (
  id uuid primary key,
  version bigint not null,
  service uuid not null references service (id),
  case_number ${code} not null,
  serial ${code} not null,
  state varchar(16) not null,
  state_day date,
  closure_reason varchar(64),
  case_date date,
  report_date date,
  initiated_by varchar(64),
  child_role varchar(64),
  age integer,
  sex varchar(64),
  municipality varchar(64),
  has_led_to_prosecution varchar(64),
  has_led_to_police_report varchar(64),
  needs_assessed varchar(64),
  needs_assessed_on date,
  online_element varchar(64),
  born_in_country varchar(64),
  residence_status varchar(64),
  main_language varchar(64),
  interpreter_needed varchar(64),
  living_situation varchar(64),
  suspicion ${json},
  suspects ${json},
  needs ${json},
  national ${json},
  texts ${bytes},
  snapshot varchar(17) not null,
  next_due date,
  next_due_rule varchar(128),
  created_at timestamp(6) not null,
  created_by uuid not null,
  changed_at timestamp(6) not null,
  changed_by uuid not null
);
create unique index case_by_number on case_record (service, case_number);
create index case_by_serial on case_record (service, serial);
create index case_by_change on case_record (service, changed_at desc, id desc);
create index case_by_date on case_record (service, case_date, id);
create index case_by_due on case_record (service, next_due asc nulls last, id);
create index case_by_state on case_record (service, state, changed_at desc, id desc);

-- What a case is filtered by that has several codes
create table case_suspicion (
  service uuid not null,
  code varchar(64) not null,
  case_id uuid not null references case_record (id),
  primary key (case_id, code)
);
create index case_suspicion_by_code on case_suspicion (service, code, case_id);

-- The earlier versions of a case
create table case_version (
  record_id uuid not null references case_record (id),
  record_version bigint not null,
  version bigint not null,
  service uuid not null,
  record ${bytes} not null,
  primary key (record_id, record_version)
);

create table timeline_entry (
  id uuid primary key,
  version bigint not null,
  service uuid not null,
  case_id uuid not null references case_record (id),
  activity varchar(80) not null,
  happened_on date not null,
  national ${json},
  texts ${bytes},
  snapshot varchar(17) not null,
  created_at timestamp(6) not null,
  created_by uuid not null,
  changed_at timestamp(6) not null,
  changed_by uuid not null,
  removed boolean not null
);
create index entry_by_case on timeline_entry (case_id, happened_on);

create table entry_version (
  record_id uuid not null references timeline_entry (id),
  record_version bigint not null,
  version bigint not null,
  service uuid not null,
  record ${bytes} not null,
  primary key (record_id, record_version)
);

create table response (
  id uuid primary key,
  version bigint not null,
  service uuid not null references service (id),
  questionnaire_id varchar(128) not null,
  questionnaire_version varchar(64) not null,
  moment varchar(64) not null,
  answered_in varchar(7) not null,
  answers ${json} not null,
  texts ${bytes}
);
create index response_by_questionnaire on response (service, questionnaire_id);

create table schema_snapshot (
  id varchar(17) primary key,
  version bigint not null,
  country varchar(8) not null,
  canonical ${text} not null
);

-- The highest number given out
create table case_number (
  service uuid not null,
  code varchar(16) not null,
  in_year integer not null,
  last_serial integer not null,
  primary key (service, code, in_year)
);

-- What was answered to a request key
create table answered_request (
  service uuid not null,
  user_id varchar(64) not null,
  request_key varchar(64) not null,
  fingerprint varchar(128) not null,
  kind varchar(32) not null,
  object_id varchar(64) not null,
  object_version bigint not null,
  answered_at timestamp(6) not null,
  primary key (user_id, request_key)
);
create index answered_request_by_age on answered_request (answered_at);

create table token (
  hash ${bytes} primary key,
  service uuid not null references service (id),
  questionnaire_id varchar(128) not null,
  moment varchar(64) not null,
  expires_at timestamp(6) not null
);

-- Only ever appended to
create table audit (
  seq bigint generated always as identity primary key,
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
  detail varchar(2000) not null
);

-- Events not yet handed to every listener
create table outbox (
  seq bigint generated always as identity primary key,
  service uuid not null,
  topic varchar(64) not null,
  object_id varchar(64) not null
);
