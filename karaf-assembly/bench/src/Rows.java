// SPDX-License-Identifier: Apache-2.0
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Rows of one table as the product wrote them, to be written again under other keys. */
record Rows(String table, List<String> columns, List<Object[]> rows) {
    /** Places in the audit chain, beyond those that the product has taken: bare JDBC links nothing, it only needs free ones. */
    private static final AtomicLong PLACES = new AtomicLong(1_000_000_000_000L);

    static Rows read(Connection connection, String table, String where, Object... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select * from " + table + " where " + where)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = select.executeQuery()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT));
                }
                List<Object[]> rows = new ArrayList<>();
                while (found.next()) {
                    Object[] row = new Object[columns.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found.getObject(columns.get(i));
                    }
                    rows.add(row);
                }
                return new Rows(table, columns, rows);
            }
        }
    }

    String insert() {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** Adds every row to the batch, each value that is a key of the map replaced by what it stands for. */
    void add(PreparedStatement insert, Map<Object, Object> replaced) throws SQLException {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                Object value = columns.get(i).equals("seq") ? (Object) PLACES.incrementAndGet() : row[i];
                boolean key = value instanceof String || value instanceof java.util.UUID;
                insert.setObject(i + 1, key ? replaced.getOrDefault(value, value) : value);
            }
            insert.addBatch();
        }
    }

    /** The same with one column changed; as it is where there is no such column. */
    Rows with(String column, UnaryOperator<Object> change) {
        int index = columns.indexOf(column);
        if (index < 0) {
            return this;
        }
        List<Object[]> changed = rows.stream().map(Object[]::clone).toList();
        changed.forEach(row -> row[index] = change.apply(row[index]));
        return new Rows(table, columns, changed);
    }

    Object first(String column) {
        return rows.getFirst()[columns.indexOf(column)];
    }

    List<Object> all(String column) {
        return rows.stream().map(row -> row[columns.indexOf(column)]).toList();
    }
}
