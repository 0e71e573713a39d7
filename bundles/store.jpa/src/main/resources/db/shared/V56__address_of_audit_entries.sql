-- From where it was asked, of sign-ins, refusals, settings and exports only; the hash of such entries covers it (version 2 of the form)
alter table audit add column if not exists address varchar(64) default '' not null;
