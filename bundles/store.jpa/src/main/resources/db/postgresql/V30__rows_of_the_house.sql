-- The second lock: a query that forgets the house finds nothing. The program says at the start of each transaction for whom it
-- works (class Scope); the owner of the tables is bound too, only superusers and roles with BYPASSRLS are not. Decision 22.

-- At the end of a transaction PostgreSQL leaves such a setting empty rather than unset.
create function ob_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('ob.tenant', true), '')::uuid;
create function ob_purpose() returns text language sql stable parallel safe
  return current_setting('ob.purpose', true);

-- Two rows that the start-up test must not see together
create table tenant_probe (service uuid primary key);
insert into tenant_probe values ('00000000-0000-0000-0000-000000000001'), ('00000000-0000-0000-0000-000000000002');

do $$
declare
  name text;
begin
  foreach name in array array[
    'account', 'agreement', 'alert', 'answered_request', 'audit_before_chain', 'case_number', 'case_record', 'case_suspicion',
    'case_version', 'draft', 'entry_version', 'outbox', 'response', 'tenant_probe', 'timeline_entry', 'token']
  loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy house on %I using (service = ob_tenant()) with check (service = ob_tenant())', name);
  end loop;
end
$$;

-- The trail of the site is the chain of zeros, and its entries have no house.
alter table audit enable row level security, force row level security;
create policy house on audit using (chain = ob_tenant())
  with check (chain = ob_tenant() and coalesce(service, '00000000-0000-0000-0000-000000000000') = chain);

-- Before a house is known: whose name or token is this? Reading only; what follows is done for the house that was found.
create policy sign_in on account for select using (ob_purpose() = 'sign-in');
create policy sign_in on token for select using (ob_purpose() = 'sign-in');

-- Events of all houses are handed out in one order.
create policy outbox_read on outbox for select using (ob_purpose() = 'outbox');
create policy outbox_done on outbox for delete using (ob_purpose() = 'outbox');

-- What is over goes once an hour, for all houses.
create policy purge_read on answered_request for select using (ob_purpose() = 'purge');
create policy purge on answered_request for delete using (ob_purpose() = 'purge');
create policy purge_read on token for select using (ob_purpose() = 'purge');
create policy purge on token for delete using (ob_purpose() = 'purge');
create policy purge_read on draft for select using (ob_purpose() = 'purge');
create policy purge on draft for delete using (ob_purpose() = 'purge');

-- Numbers are counted beside the transaction that uses them, in one statement that says itself for which house.
create function next_case_number(house uuid, house_code varchar, calendar_year integer) returns setof integer
language plpgsql as $$
declare
  before text := coalesce(current_setting('ob.tenant', true), '');
begin
  perform set_config('ob.tenant', house::text, true);
  return query update case_number n set last_serial = n.last_serial + 1
    where n.service = house and n.code = house_code and n.in_year = calendar_year returning n.last_serial;
  perform set_config('ob.tenant', before, true);
end
$$;
