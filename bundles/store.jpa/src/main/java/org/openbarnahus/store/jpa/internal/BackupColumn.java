// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A column, and how its values travel in a backup: as JSON that both databases write and read alike. */
record BackupColumn(String name, Kind kind) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What a column holds, whatever the database calls it. */
    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        DAY,
        MOMENT,
        ID,
        BYTES,
        JSON
    }

    /**
     * @param type the database's own name of the type
     * @throws IllegalStateException for a type that no backup has met: it would be lost
     */
    static BackupColumn of(String name, String type) {
        Kind kind = switch (type.toLowerCase(Locale.ROOT)) {
            case "varchar", "character varying", "bpchar", "char", "character", "text", "character large object" ->
                Kind.TEXT;
            case "int4", "int8", "integer", "bigint" -> Kind.NUMBER;
            case "bool", "boolean" -> Kind.FLAG;
            case "date" -> Kind.DAY;
            case "timestamp" -> Kind.MOMENT;
            case "uuid" -> Kind.ID;
            case "bytea", "binary varying", "varbinary" -> Kind.BYTES;
            case "json", "jsonb" -> Kind.JSON;
            default -> throw new IllegalStateException("no backup knows the type " + type + " of " + name);
        };
        return new BackupColumn(name.toLowerCase(Locale.ROOT), kind);
    }

    JsonNode read(ResultSet row, int index) throws SQLException {
        JsonNode value = switch (kind) {
            case TEXT, ID -> NODES.stringNode(row.getString(index));
            case NUMBER -> NODES.numberNode(row.getLong(index));
            case FLAG -> NODES.booleanNode(row.getBoolean(index));
            case DAY -> NODES.stringNode(String.valueOf(row.getObject(index, LocalDate.class)));
            case MOMENT -> NODES.stringNode(String.valueOf(row.getObject(index, LocalDateTime.class)));
            case BYTES -> NODES.binaryNode(row.getBytes(index));
            case JSON -> tree(row.getString(index));
        };
        return row.wasNull() ? NODES.nullNode() : value;
    }

    private static JsonNode tree(@Nullable String text) {
        return text == null ? NODES.nullNode() : JSON.readTree(text);
    }

    /**
     * @param h2 which takes JSON as bytes: a text would become a JSON text
     */
    void bind(PreparedStatement statement, int index, JsonNode value, boolean h2) throws SQLException, IOException {
        if (value.isNull()) {
            statement.setNull(index, Types.NULL);
            return;
        }
        switch (kind) {
            case TEXT -> statement.setString(index, value.stringValue());
            case NUMBER -> statement.setLong(index, value.longValue());
            case FLAG -> statement.setBoolean(index, value.booleanValue());
            case DAY -> statement.setObject(index, LocalDate.parse(value.stringValue()));
            case MOMENT -> statement.setObject(index, LocalDateTime.parse(value.stringValue()));
            case ID -> statement.setObject(index, UUID.fromString(value.stringValue()));
            case BYTES -> statement.setBytes(index, value.binaryValue());
            case JSON -> bindJson(statement, index, value.toString(), h2);
        }
    }

    private static void bindJson(PreparedStatement statement, int index, String text, boolean h2) throws SQLException {
        if (h2) {
            statement.setBytes(index, text.getBytes(StandardCharsets.UTF_8));
        } else {
            statement.setString(index, text);
        }
    }
}
