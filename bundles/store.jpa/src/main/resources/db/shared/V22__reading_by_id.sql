-- All cases of a house in the order of their ids: facts for indicators and limits under a new law are read so.
create index case_by_id on case_record (service, id);
