// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import org.junit.Test;

/** H2 takes an index that is in order already, instead of sorting all cases of a house: seconds at 100,000 cases. */
public class H2PlansTest {
    private static final Map<String, String> INDEX_BY_ORDER = Map.of(
            "changed_at desc, id desc", "CASE_BY_CHANGE",
            "case_date, id", "CASE_BY_DATE",
            "next_due asc nulls last, id", "CASE_BY_DUE",
            "serial", "CASE_BY_SERIAL",
            "id", "CASE_BY_ID");

    @Test
    public void everyOrderOfTheListHasItsIndex() throws Exception {
        try (StoreFixture db = StoreFixture.onH2();
                Connection connection = db.store().database().connection()) {
            for (Map.Entry<String, String> order : INDEX_BY_ORDER.entrySet()) {
                String plan = Sql.query(
                                connection,
                                "explain select id, age, next_due from case_record where service = ? order by service, "
                                        + order.getKey() + " fetch first 50 rows only",
                                row -> row.getString(1),
                                UUID.randomUUID())
                        .getFirst();
                assertTrue(plan, plan.contains(order.getValue() + ":") && plan.contains("index sorted */"));
            }
        }
    }
}
