-- The second lock, as for every table of houses.
alter table legal_hold enable row level security, force row level security;
create policy house on legal_hold using (service = ob_tenant()) with check (service = ob_tenant());
alter table retention_proposal enable row level security, force row level security;
create policy house on retention_proposal using (service = ob_tenant()) with check (service = ob_tenant());
