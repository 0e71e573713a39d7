-- When accounts were used and their access confirmed. For those that are there it all begins now, so that an update shuts nobody
-- out. Times are UTC; both databases count seconds since 1970 alike, whatever the zone of the session.

create table account_use (
  account uuid primary key references account (id),
  counted_from timestamp(6) not null,
  last_used_at timestamp(6),
  confirmed_at timestamp(6) not null,
  confirmed_by uuid,
  closed_at timestamp(6),
  closed_for varchar(16)
);

insert into account_use (account, counted_from, last_used_at, confirmed_at)
select a.id, n.moment, (select max(s.at) from sign_in s where s.account = a.id), n.moment
from account a
cross join (select timestamp '1970-01-01 00:00:00'
  + cast(floor(extract(epoch from current_timestamp)) as integer) * interval '1' second as moment) n;
