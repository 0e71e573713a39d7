// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseQuery.Sort;

/** H2 takes an index that is in order already, instead of sorting all cases of a house: seconds at 100,000 cases. */
public class H2PlansTest {
    private static final Map<Sort, String> INDEX = Map.of(
            Sort.NUMBER, "CASE_BY_NUMBER",
            Sort.CASE_DATE, "CASE_BY_DATE",
            Sort.CHANGED, "CASE_BY_CHANGE",
            Sort.NEXT_DUE, "CASE_BY_DUE");

    @Test
    public void everyOrderOfTheListHasItsIndex() throws Exception {
        try (StoreFixture db = StoreFixture.onH2();
                Connection connection = db.store().database().connection()) {
            // the directions that the indexes are declared in
            for (Sort sort : Sort.values()) {
                CaseQuery query = new CaseQuery("", Set.of(), Map.of(), sort, sort == Sort.CHANGED, 0, 50);
                plan(connection, CasePages.order(query), INDEX.getOrDefault(sort, "?"));
            }
        }
    }

    /** As {@code CaseEntity.after} asks. */
    @Test
    public void readingAllCasesOfAHouseHasItsIndex() throws Exception {
        try (StoreFixture db = StoreFixture.onH2();
                Connection connection = db.store().database().connection()) {
            plan(connection, "service, id", "CASE_BY_ID");
        }
    }

    private static void plan(Connection connection, String order, String index) throws SQLException {
        String plan = Sql.query(
                        connection,
                        "explain select id, age, next_due from case_record where service = ? order by " + order
                                + " limit 50 offset 0",
                        row -> row.getString(1),
                        UUID.randomUUID())
                .getFirst();
        assertTrue(plan, plan.contains(index + ":") && plan.contains("index sorted */"));
    }
}
