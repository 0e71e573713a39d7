-- The embedded database has one user and no rule for rows: only the program keeps this promise there.
comment on table audit is 'append-only';
