-- What the application's role may do; said again at every start, so that it holds for new tables and after a change of role.
-- One role for everything keeps the rights of an owner: it needs them for the next migration.
do $$
declare
  application text := '${application}';
  name text;
begin
  if application = current_user then
    return;
  end if;
  execute format('grant usage on schema %I to %I', '${flyway:defaultSchema}', application);
  for name in select c.relname from pg_class c
    where c.relnamespace = '"${flyway:defaultSchema}"'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and c.relowner = (select oid from pg_roles where rolname = current_user)
  loop
    execute format('revoke all on %I from %I', name, application);
    execute format('grant select, insert, update, delete on %I to %I', name, application);
  end loop;
  -- added to and never changed: the trail, what came before it, houses, schemas
  foreach name in array array['audit', 'audit_before_chain', 'service', 'schema_snapshot'] loop
    execute format('revoke update, delete on %I from %I', name, application);
  end loop;
  -- a head moves forward: its trigger sees to that
  execute format('revoke delete on audit_head from %I', application);
  execute format('revoke insert on audit_before_chain from %I', application);
  execute format('revoke all on %I from %I', '${flyway:table}', application);
end
$$;
