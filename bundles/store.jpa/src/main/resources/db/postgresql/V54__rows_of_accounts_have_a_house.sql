-- Each row belongs to the house of its account, and to no other; the second lock as for every table of houses.
alter table account no force row level security;
do $$
declare
  name text;
begin
  foreach name in array array[
    'recovery_code', 'enrolment_code', 'sign_in', 'passkey', 'acceptance', 'training', 'account_use']
  loop
    execute format('update %I t set service = a.service from account a where a.id = t.account', name);
    execute format('alter table %I alter column service set not null', name);
    execute format('alter table %I add constraint %I foreign key (account, service) references account (id, service)',
      name, name || '_of_house');
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy house on %I using (service = ob_tenant()) with check (service = ob_tenant())', name);
  end loop;
end
$$;
alter table account force row level security;
alter table linked_identity enable row level security, force row level security;
create policy house on linked_identity using (service = ob_tenant()) with check (service = ob_tenant());

-- Before a house is known: whose passkey, whose identity outside is this? Reading only.
create policy sign_in on passkey for select using (ob_purpose() = 'sign-in');
create policy sign_in on linked_identity for select using (ob_purpose() = 'sign-in');

-- What is over goes once an hour, for all houses.
create policy purge_read on enrolment_code for select using (ob_purpose() = 'purge');
create policy purge on enrolment_code for delete using (ob_purpose() = 'purge');
create policy purge_read on sign_in for select using (ob_purpose() = 'purge');
create policy purge on sign_in for delete using (ob_purpose() = 'purge');

-- The transaction works for the house of this account, and for none when there is no such account.
create or replace function ob_enter_account(id_of_account uuid) returns void language plpgsql as $$
declare
  house uuid;
begin
  perform set_config('ob.tenant', '', true), set_config('ob.purpose', 'sign-in', true);
  select a.service into house from account a where a.id = id_of_account;
  perform set_config('ob.tenant', coalesce(house::text, ''), true), set_config('ob.purpose', '', true);
end
$$;
