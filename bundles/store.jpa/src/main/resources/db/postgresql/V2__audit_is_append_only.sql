-- Whoever connects as the application can add to the audit trail, not change it.
create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end
$$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change_of_audit();
