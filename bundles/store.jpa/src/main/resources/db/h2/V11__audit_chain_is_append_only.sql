-- The embedded database has one user and no rule for rows: here the chain and the signed checkpoints tell of a change.
comment on table audit is 'append-only, hash chain per house';
