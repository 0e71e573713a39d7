-- The second lock, as for every table of houses.
alter table emergency_access enable row level security, force row level security;
create policy house on emergency_access using (service = ob_tenant()) with check (service = ob_tenant());
