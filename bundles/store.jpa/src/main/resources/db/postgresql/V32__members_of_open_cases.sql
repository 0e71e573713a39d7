-- The second lock, as for every table of houses.
alter table case_member enable row level security, force row level security;
create policy house on case_member using (service = ob_tenant()) with check (service = ob_tenant());

-- Until now everybody of the agencies saw every case of the house. An update shuts nobody out of what is being worked on: they are
-- members of what is not closed, or was within the last 30 days, for another 90 days. Decision 25.
-- House by house, because the lock binds whoever brings the tables up to date too.
do $$
declare
  house uuid;
begin
  for house in select id from service loop
    perform set_config('ob.tenant', house::text, true);
    insert into case_member (case_id, account, service, version, since, last_day, ended)
    select c.id, a.id, c.service, 1,
      timestamp '1970-01-01 00:00:00' + cast(floor(extract(epoch from current_timestamp)) as integer) * interval '1' second,
      cast(current_date + interval '90' day as date), false
    from case_record c join account a on a.service = c.service
    where a.enabled and a.roles like '%PRACTITIONER%'
      and (c.state <> 'closed' or c.state_day >= cast(current_date - interval '30' day as date));
  end loop;
  perform set_config('ob.tenant', '', true);
end
$$;
