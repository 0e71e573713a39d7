// SPDX-License-Identifier: Apache-2.0
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two prepared statements and what makes the product's JSON of their rows. */
final class CaseQueryBare implements AutoCloseable {
    private static final String[] CORE = {
        "case_date", "report_date", "initiated_by", "child_role", "sex", "municipality", "has_led_to_prosecution",
        "has_led_to_police_report", "online_element"
    };

    private final Connection connection;
    private final String service;
    private final PreparedStatement file;
    private final PreparedStatement timeline;

    CaseQueryBare(Connection connection, String service) throws SQLException {
        this.connection = connection;
        this.service = service;
        file = connection.prepareStatement("select * from case_record where id = ?");
        timeline = connection.prepareStatement(
                "select * from timeline_entry where case_id = ? order by happened_on, created_at, id");
    }

    ObjectNode json(UUID id) throws SQLException {
        file.setObject(1, id);
        ObjectNode json = Api.JSON.createObjectNode();
        try (ResultSet row = file.executeQuery()) {
            row.next();
            own(row, json);
            fields(row, json.putObject("core"));
            json.set("national", national(row));
        }
        timeline.setObject(1, id);
        try (ResultSet rows = timeline.executeQuery()) {
            while (rows.next()) { // read as the product does, which does not show it here either
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    rows.getObject(i);
                }
            }
        }
        return json;
    }

    private void own(ResultSet row, ObjectNode json) throws SQLException {
        json.put("id", row.getString("id"))
                .put("number", row.getString("case_number"))
                .put("version", row.getLong("version"))
                .put("state", row.getString("state"))
                .put("service", service)
                .put("snapshot", row.getString("snapshot"))
                .put("created_at", instant(row, "created_at"))
                .put("changed_at", instant(row, "changed_at"));
        String due = row.getString("next_due");
        if (due != null) {
            json.putObject("next_due").put("due", due).put("rule", row.getString("next_due_rule"));
        }
    }

    private static void fields(ResultSet row, ObjectNode core) throws SQLException {
        for (String column : CORE) {
            String value = row.getString(column);
            if (value != null) {
                core.put(column, value);
            }
        }
        Integer age = row.getObject("age", Integer.class);
        if (age != null) {
            core.put("age", age);
        }
        JsonNode suspicion = stored(row, "suspicion");
        ArrayNode codes = core.putArray("suspicion");
        for (JsonNode code : suspicion.path("codes")) {
            codes.addObject().put("code", code.stringValue()).put("main", code.equals(suspicion.path("main")));
        }
    }

    /** Values are stored with the name of their shape around them. */
    private static ObjectNode national(ResultSet row) throws SQLException {
        ObjectNode national = Api.JSON.createObjectNode();
        stored(row, "national").properties().forEach(p -> national.set(p.getKey(), p.getValue().iterator().next()));
        return national;
    }

    private static JsonNode stored(ResultSet row, String column) throws SQLException {
        Object value = row.getObject(column);
        String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
        return value == null ? Api.JSON.createObjectNode() : Api.JSON.readTree(text);
    }

    private static String instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, java.time.LocalDateTime.class).toInstant(java.time.ZoneOffset.UTC).toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
