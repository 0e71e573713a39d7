-- H2 writes the counter to disk whenever the numbers at hand run out, on the thread of whoever asks for the next one, who would
-- wait for the disk as long as it stands still. A crash leaves a gap of this size; there is room for billions of those.
alter table outbox alter column seq set cache 1000000000;
