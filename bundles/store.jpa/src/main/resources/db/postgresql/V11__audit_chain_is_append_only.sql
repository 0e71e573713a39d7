-- Whoever connects as the application can add to the audit trail, not change it. The owner of the table could lift both
-- locks; the chain and the signed checkpoints tell of it then.
create trigger audit_chain_is_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change_of_audit();
revoke update, delete, truncate on audit from current_user;

-- A head only moves forward.
create function refuse_step_back_of_audit() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or new.seq <= old.seq or new.chain <> old.chain then
    raise exception 'the audit trail is append-only';
  end if;
  return new;
end
$$;
create trigger audit_head_moves_forward before update or delete on audit_head
  for each row execute function refuse_step_back_of_audit();
revoke delete, truncate on audit_head from current_user;
