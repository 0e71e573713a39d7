// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table as the database describes it, so that no backup forgets one that a later migration brings.
 *
 * @param columns without those that the database numbers by itself
 */
record BackupTable(String name, List<BackupColumn> columns) {
    private static final String HOUSES = "service";
    /** Which migrations ran is told by the backup's own version. */
    private static final String MIGRATIONS = "flyway_schema_history";
    /** Of PostgreSQL's second lock: its rows come with the table. */
    private static final String PROBE = "tenant_probe";

    /** All of ours, each after those that it refers to. */
    static List<BackupTable> all(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String schema = connection.getSchema();
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Set<String> names = names(about, schema);
        for (String table : names) {
            String houses =
                    names.stream().filter(HOUSES::equalsIgnoreCase).findFirst().orElse(table);
            needs.put(table, referred(about, schema, table, houses));
        }
        List<BackupTable> tables = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (done.size() < needs.size()) {
            List<String> next = needs.keySet().stream()
                    .filter(name -> !done.contains(name) && done.containsAll(needs.getOrDefault(name, Set.of())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
            for (String name : next) {
                tables.add(new BackupTable(name.toLowerCase(Locale.ROOT), columns(about, schema, name)));
                done.add(name);
            }
        }
        return tables;
    }

    private static Set<String> names(DatabaseMetaData about, String schema) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = about.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (!name.equalsIgnoreCase(MIGRATIONS) && !name.equalsIgnoreCase(PROBE)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Houses come first even where the constraint is left out for speed: on the other database it is there. */
    private static Set<String> referred(DatabaseMetaData about, String schema, String table, String houses)
            throws SQLException {
        Set<String> others = new HashSet<>(Set.of(houses));
        try (ResultSet rows = about.getImportedKeys(null, schema, table)) {
            while (rows.next()) {
                others.add(rows.getString("PKTABLE_NAME"));
            }
        }
        others.remove(table);
        return others;
    }

    private static List<BackupColumn> columns(DatabaseMetaData about, String schema, String table) throws SQLException {
        List<BackupColumn> columns = new ArrayList<>();
        try (ResultSet rows = about.getColumns(null, schema, table, "%")) {
            while (rows.next()) {
                if (!rows.getString("IS_AUTOINCREMENT").equals("YES")) {
                    columns.add(BackupColumn.of(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME")));
                }
            }
        }
        return columns;
    }

    /**
     * The same table with the columns in another order, as a backup has them.
     *
     * @throws IllegalStateException when one is not there
     */
    BackupTable with(List<String> names) {
        return new BackupTable(
                name,
                names.stream()
                        .map(wanted -> columns.stream()
                                .filter(column -> column.name().equals(wanted))
                                .findFirst()
                                .orElseThrow(() -> new IllegalStateException("no column " + wanted + " in " + name)))
                        .toList());
    }

    String select() {
        return "select " + names() + " from " + name;
    }

    String insert() {
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + name + " (" + names() + ") values (" + marks + ")";
    }

    private String names() {
        return columns.stream().map(BackupColumn::name).collect(Collectors.joining(", "));
    }
}
