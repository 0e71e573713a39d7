-- Said again at every start, so that it holds for new tables and after a change of role.
do $$
declare
  application text := '${application}';
  name text;
begin
  -- A backup and its restoration read and fill all houses: for the owner alone, so that the application's queries stay simple.
  for name in select c.relname from pg_class c
    where c.relnamespace = '"${flyway:defaultSchema}"'::regnamespace and c.relrowsecurity
      and c.relowner = (select oid from pg_roles where rolname = current_user)
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'restore'
        and p.polroles = array[c.relowner])
  loop
    execute format('drop policy if exists backup on %I', name);
    execute format('drop policy if exists restore on %I', name);
    execute format('create policy backup on %I for select to current_user using (ob_purpose() in (''backup'', ''restore''))', name);
    execute format('create policy restore on %I for insert to current_user with check (ob_purpose() = ''restore'')', name);
  end loop;

  -- The two rows of the proof. Whoever took one away would otherwise have kept the product from starting for good.
  perform set_config('ob.purpose', 'restore', true);
  insert into tenant_probe values ('00000000-0000-0000-0000-000000000001'), ('00000000-0000-0000-0000-000000000002')
    on conflict do nothing;
  perform set_config('ob.purpose', '', true);

  -- What the application's role may do. One role for everything keeps the rights of an owner: it needs them to migrate.
  if application = current_user then
    return;
  end if;
  -- It makes nothing: what it made could be found by names that mean ours, and a temporary table before any other.
  execute format('revoke create on schema %I from public, %I', '${flyway:defaultSchema}', application);
  execute format('revoke create, temporary on database %I from public, %I', current_database(), application);
  execute format('grant usage on schema %I to %I', '${flyway:defaultSchema}', application);
  for name in select c.relname from pg_class c
    where c.relnamespace = '"${flyway:defaultSchema}"'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and c.relowner = (select oid from pg_roles where rolname = current_user)
  loop
    execute format('revoke all on %I from %I', name, application);
    execute format('grant select, insert, update, delete on %I to %I', name, application);
  end loop;
  -- added to and never changed: the trail, what came before it, houses, schemas, what is left of erased cases
  foreach name in array array['audit', 'audit_before_chain', 'service', 'schema_snapshot', 'erased_case'] loop
    execute format('revoke update, delete on %I from %I', name, application);
  end loop;
  -- a head moves forward: its trigger sees to that
  execute format('revoke delete on audit_head from %I', application);
  execute format('revoke insert on audit_before_chain from %I', application);
  execute format('revoke all on %I from %I', '${flyway:table}', application);
end
$$;
