// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.Test;

/** On a table that lives with its connection. */
public class TogetherTest extends OnBothDatabases {
    private static final String ALL = "select name from heap order by place";

    private interface Step {
        void run(Connection connection, Together together) throws SQLException;
    }

    @Test
    public void runsInOrderAndReadsTheLast() throws SQLException {
        inATransaction((c, together) -> {
            together.add("insert into heap (place, name) values (?, ?)", 1, "one");
            together.add("update heap set name = ? where place = ?", "first", 1);
            together.add("insert into heap (place, name) values (?, ?)", 2, null);
            together.add("delete from heap where name is null");
            together.add(ALL);
            assertEquals(List.of("first"), together.query(c, row -> row.getString(1)));
            together.run(c);
            assertEquals(List.of("first"), Sql.query(c, ALL, row -> row.getString(1)));
        });
    }

    @Test
    public void rowsOfEarlierStatementsAreNotRead() throws SQLException {
        inATransaction((c, together) -> {
            together.add("insert into heap (place, name) values (?, ?)", 1, "one");
            together.add("select place from heap");
            together.add("select name from heap");
            assertEquals(List.of("one"), together.query(c, row -> row.getString("name")));
        });
    }

    @Test
    public void manyRowsAndManyStatementsAllArrive() throws SQLException {
        inATransaction((c, together) -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            IntStream.range(0, 40).forEach(i -> rows.add(new Object[] {i, "row " + i}));
            together.insert("insert into heap (place, name)", rows);
            for (int i = 40; i < 80; i++) {
                together.add("insert into heap (place, name) values (?, ?)", i, "row " + i);
            }
            together.run(c);
            assertEquals(
                    IntStream.range(0, 80).mapToObj(i -> "row " + i).toList(),
                    Sql.query(c, ALL, row -> row.getString(1)));
        });
    }

    @Test
    public void aStatementThatFailsIsTold() throws SQLException {
        inATransaction((c, together) -> {
            together.add("insert into heap (place, name) values (?, ?)", 1, "one");
            together.add("insert into heap (place, name) values (?, ?)", 1, "again");
            together.add(ALL);
            SQLException thrown = assertThrows(SQLException.class, () -> together.query(c, row -> row.getString(1)));
            assertEquals(true, StoreTrouble.isTaken(thrown));
        });
    }

    private void inATransaction(Step step) throws SQLException {
        Database database = db.store().database();
        // as the owner would: the role of the work makes no tables
        db.sql("create table heap (place int primary key, name varchar(20))");
        db.sql("grant all on heap to public");
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                step.run(connection, new Together(database.dialect().manyAtOnce()));
            } finally {
                connection.rollback();
            }
        } finally {
            db.sql("drop table heap");
        }
    }
}
