-- As V30__rows_of_the_house.sql does for the tables that were there then.
alter table account_request enable row level security, force row level security;
create policy house on account_request using (service = ob_tenant()) with check (service = ob_tenant());
