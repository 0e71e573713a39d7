// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;
import org.junit.runners.Suite.SuiteClasses;

/** REST on PostgreSQL, and what happens when that is gone. */
@RunWith(Suite.class)
@SuiteClasses({
    DoorContract.class,
    SignInContract.class,
    EarlierSessionContract.class,
    BodiesContract.class,
    AskedAgainContract.class,
    AccessReviewContract.class,
    CasesContract.class,
    MembersContract.class,
    EmergencyContract.class,
    FieldsContract.class,
    TimelineContract.class,
    PluginContract.class,
    SecondPersonContract.class,
    ErasureContract.class,
    RetentionContract.class,
    KeysContract.class,
    RatesContract.class,
    AuditContract.class,
    HousesContract.class,
    ForeignRowsContract.class,
    DatabaseGoneContract.class
})
public class RestOnPostgresIT {
    @ClassRule
    public static final SharedProduct PRODUCT = SharedProduct.onPostgres("rest-postgres");
}
