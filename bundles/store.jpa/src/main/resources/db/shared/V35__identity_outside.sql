-- Who an account's owner is at an identity provider outside: issuer and subject together, one account each. Both are compared as
-- they are, letter by letter.
create table outside_identity (
  issuer varchar(255) not null,
  subject varchar(255) not null,
  account uuid not null unique references account (id),
  linked_at timestamp(6) not null,
  primary key (issuer, subject)
);
