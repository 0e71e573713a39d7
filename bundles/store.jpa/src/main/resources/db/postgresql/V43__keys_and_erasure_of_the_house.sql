-- As V30__rows_of_the_house.sql does for the tables that were there then.
alter table erasure_request enable row level security, force row level security;
create policy house on erasure_request using (service = ob_tenant()) with check (service = ob_tenant());
alter table erased_case enable row level security, force row level security;
create policy house on erased_case using (service = ob_tenant()) with check (service = ob_tenant());
alter table key_rotation enable row level security, force row level security;
create policy house on key_rotation using (service = ob_tenant()) with check (service = ob_tenant());
