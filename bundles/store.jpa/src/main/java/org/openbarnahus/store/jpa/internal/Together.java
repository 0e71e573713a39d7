// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one transaction that wait for each other, so that they go to the server in one round trip: under load that is
 * what a small statement costs. They run in the order in which they were added.
 */
final class Together {
    /** A long text is parsed anew each time. */
    private static final int MOST = 16;

    private record Bound(String sql, List<@Nullable Object> parameters) {}

    private final boolean oneTrip;
    private final List<Bound> waiting = new ArrayList<>();

    /**
     * @param oneTrip whether the database takes several statements at a time
     */
    Together(boolean oneTrip) {
        this.oneTrip = oneTrip;
    }

    void add(String sql, @Nullable Object... parameters) {
        waiting.add(new Bound(sql, Arrays.asList(parameters)));
    }

    /**
     * Inserts rows, several with a statement.
     *
     * @param insert up to and without {@code values}
     */
    void insert(String insert, List<@Nullable Object[]> rows) {
        for (int from = 0; from < rows.size(); from += MOST) {
            List<@Nullable Object[]> some = rows.subList(from, Math.min(rows.size(), from + MOST));
            String row = "(" + "?, ".repeat(some.getFirst().length - 1) + "?)";
            add(
                    insert + " values " + String.join(", ", Collections.nCopies(some.size(), row)),
                    some.stream().flatMap(Arrays::stream).toArray());
        }
    }

    /** Runs what waits. */
    void run(Connection connection) throws SQLException {
        query(connection, rows -> rows);
    }

    /** Runs what waits, and reads the rows of the last statement. */
    <T> List<T> query(Connection connection, Sql.Row<T> row) throws SQLException {
        List<Bound> all = List.copyOf(waiting);
        waiting.clear();
        List<T> result = new ArrayList<>();
        int size = oneTrip ? MOST : 1;
        for (int from = 0; from < all.size(); from += size) {
            int to = Math.min(all.size(), from + size);
            run(connection, all.subList(from, to), to == all.size() ? Optional.of(row) : Optional.empty(), result);
        }
        return result;
    }

    /**
     * @param last how the rows of the last one are read
     */
    private static <T> void run(Connection connection, List<Bound> some, Optional<Sql.Row<T>> last, List<T> result)
            throws SQLException {
        String sql = some.stream().map(Bound::sql).collect(Collectors.joining("; "));
        Object[] parameters =
                some.stream().flatMap(each -> each.parameters().stream()).toArray();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Sql.bind(statement, parameters);
            boolean rows = statement.execute();
            for (int left = some.size() - 1; rows || statement.getUpdateCount() >= 0; left--) {
                if (rows && left == 0 && last.isPresent()) {
                    read(statement, last.get(), result);
                }
                rows = statement.getMoreResults();
            }
        }
    }

    private static <T> void read(PreparedStatement statement, Sql.Row<T> row, List<T> result) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                result.add(row.read(rows));
            }
        }
    }
}
