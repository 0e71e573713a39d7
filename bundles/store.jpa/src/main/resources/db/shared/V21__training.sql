-- Tests in data protection that were passed.

create table training (
  account uuid not null references account (id),
  at timestamp(6) not null,
  version integer not null,
  language varchar(8) not null,
  primary key (account, at)
);
