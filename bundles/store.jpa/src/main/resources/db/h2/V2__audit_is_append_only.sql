-- The embedded database has one user and no rules for rows: nothing to do. Keeps both histories in step.
select 1;
