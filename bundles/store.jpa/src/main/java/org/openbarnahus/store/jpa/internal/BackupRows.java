// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The rows of a table as lines of JSON arrays, and back. Members of objects are in order: PostgreSQL orders them its own way. */
final class BackupRows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int FETCH = 500;
    private static final int BATCH = 500;

    /** Takes a line. */
    interface Sink {
        void take(String line) throws IOException;
    }

    /** Gives the next line, or null at the end. */
    interface Source {
        @Nullable
        String next() throws IOException;
    }

    private BackupRows() {}

    static Manifest.Content write(Connection connection, BackupTable table, Sink sink)
            throws SQLException, IOException {
        RowSum sum = new RowSum();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    String line = line(table, rows);
                    sum.add(line);
                    sink.take(line);
                }
            }
        }
        return new Manifest.Content(sum.rows(), sum.hex());
    }

    private static String line(BackupTable table, ResultSet rows) throws SQLException {
        ArrayNode row = JSON.createArrayNode();
        for (int i = 0; i < table.columns().size(); i++) {
            row.add(table.columns().get(i).read(rows, i + 1));
        }
        // through plain maps: only these are put in order
        return JSON.writeValueAsString(JSON.treeToValue(row, Object.class));
    }

    /** Number of rows that were inserted. */
    static long read(Connection connection, BackupTable table, Source source) throws SQLException, IOException {
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            for (String line = source.next(); line != null; line = source.next()) {
                JsonNode row = JSON.readTree(line);
                for (int i = 0; i < table.columns().size(); i++) {
                    table.columns().get(i).bind(statement, i + 1, row.path(i), h2);
                }
                statement.addBatch();
                if (++count % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        return count;
    }
}
