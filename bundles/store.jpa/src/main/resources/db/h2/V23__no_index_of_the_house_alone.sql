-- H2 makes an index of its own for the foreign key to the house and then prefers it: it sorted all cases of a house for a page of
-- fifty (2.3 s at 100,000 cases instead of 2 ms). Without the constraint it takes the index that is in order already. Houses are
-- never deleted, and a case gets its house from the session of whoever opens it. PostgreSQL keeps the constraint.
execute immediate (select 'alter table case_record drop constraint ' || constraint_name
  from information_schema.table_constraints
  where table_schema = 'PUBLIC' and table_name = 'CASE_RECORD' and constraint_type = 'FOREIGN KEY');
