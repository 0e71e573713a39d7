// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseQuery.Sort;

/** H2 takes an index that is in order already, instead of sorting all cases of a house: seconds at 100,000 cases. */
public class H2PlansTest {
    private static final int HOUSE = 400;
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
                plan(connection, "", CasePages.order(query), INDEX.getOrDefault(sort, "?"));
            }
        }
    }

    /** Of somebody who works with many cases: looked up in order. */
    @Test
    public void everyOrderOfAMembersListHasItsIndex() throws Exception {
        String many = CaseMembership.NOT_LONG_CLOSED + CaseMembership.BY_ORDER;
        try (StoreFixture db = StoreFixture.onH2();
                Connection connection = db.store().database().connection()) {
            for (Sort sort : Sort.values()) {
                CaseQuery query = new CaseQuery("", Set.of(), Map.of(), sort, sort == Sort.CHANGED, 0, 50);
                plan(connection, many, CasePages.order(query), INDEX.getOrDefault(sort, "?"));
            }
        }
    }

    /** Of somebody who works with a few: fetched by their keys, never all of the house. */
    @Test
    public void aMembersFewCasesAreFetchedByTheirKeys() throws Exception {
        String few = CaseMembership.NOT_LONG_CLOSED + CaseMembership.BY_KEY;
        try (StoreFixture db = StoreFixture.onH2();
                Connection connection = db.store().database().connection()) {
            ServiceId house = db.newHouse();
            db.write(house, unit -> {
                for (int i = 1; i <= HOUSE; i++) {
                    unit.insert(Samples.aCase(house, i, Samples.plain(LocalDate.of(2026, 3, 1))));
                }
                return Samples.written(house, true);
            });
            String plan = explain(connection, CaseFilter.HOUSE_OF_KEYS, few, CasePages.sorted(CaseQuery.firstPage(50)));
            assertTrue(plan, plan.contains("CASE_MEMBER_") && plan.contains("PRIMARY_KEY"));
        }
    }

    /** Of somebody who works with many: from indexes, which hold all that is asked. */
    @Test
    public void aMembersManyCasesAreCountedWithoutTheirRows() throws Exception {
        UUID id = UUID.randomUUID();
        LocalDate day = LocalDate.of(2026, 3, 1);
        try (StoreFixture db = StoreFixture.onH2();
                Connection connection = db.store().database().connection()) {
            String plan = Sql.query(
                            connection,
                            "explain select count(*) from case_record where service = ?"
                                    + CaseMembership.NOT_LONG_CLOSED + CaseMembership.BY_SET,
                            row -> row.getString(1),
                            id,
                            day,
                            id,
                            id,
                            day)
                    .getFirst();
            assertTrue(plan, plan.contains("CASE_BY_CLOSING:") && plan.contains("CASE_MEMBER_NOW:"));
        }
    }

    /** As {@code CaseEntity.after} asks. */
    @Test
    public void readingAllCasesOfAHouseHasItsIndex() throws Exception {
        try (StoreFixture db = StoreFixture.onH2();
                Connection connection = db.store().database().connection()) {
            plan(connection, "", "service, id", "CASE_BY_ID");
        }
    }

    /** Asked with every page: what happened to the own account. */
    @Test
    public void whatConcernsOneObjectIsFoundInTheIndexOfObjects() throws Exception {
        try (StoreFixture db = StoreFixture.onH2();
                Connection connection = db.store().database().connection()) {
            String plan = Sql.query(
                            connection,
                            "explain " + AuditRows.ABOUT + "500 rows only",
                            row -> row.getString(1),
                            UUID.randomUUID(),
                            "somebody",
                            java.time.Instant.EPOCH)
                    .getFirst();
            assertTrue(plan, plan.contains("AUDIT_BY_OBJECT:") && plan.contains("index sorted */"));
        }
    }

    private static String explain(Connection connection, String house, String more, String order) throws SQLException {
        UUID id = UUID.randomUUID();
        LocalDate day = LocalDate.of(2026, 3, 1);
        Object[] parameters = more.isEmpty() ? new Object[] {id} : new Object[] {id, day, id, id, day};
        return Sql.query(
                        connection,
                        "explain select id, age, next_due from case_record where " + house + more + " order by " + order
                                + " limit 50 offset 0",
                        row -> row.getString(1),
                        parameters)
                .getFirst();
    }

    private static void plan(Connection connection, String more, String order, String index) throws SQLException {
        String plan = explain(connection, CaseFilter.HOUSE, more, order);
        assertTrue(plan, plan.contains(index + ":") && plan.contains("index sorted */"));
    }
}
