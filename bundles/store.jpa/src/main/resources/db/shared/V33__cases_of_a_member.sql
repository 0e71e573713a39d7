-- The cases of somebody. After those of one database, so that a backup of these tables is restored into a database that has had them:
-- nobody is made a member a second time.
create index case_member_by_account on case_member (service, account, case_id);
