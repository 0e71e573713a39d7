// SPDX-License-Identifier: Apache-2.0
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Every row that the product wrote when it saved one case, in the order in which foreign keys allow writing them. */
record SavedCase(UUID id, Rows file, List<Rows> tables) {
    private static final String TOPIC = "case.saved";

    /** As it is, without the audit trail, the outbox and the request. */
    static SavedCase read(Connection connection, UUID id) throws SQLException {
        List<Rows> tables = new ArrayList<>();
        Rows file = Rows.read(connection, "case_record", "id = ?", id);
        tables.add(file);
        tables.add(Rows.read(connection, "case_suspicion", "case_id = ?", id));
        tables.add(Rows.read(connection, "timeline_entry", "case_id = ?", id));
        tables.add(Rows.read(connection, "case_member", "case_id = ? and granted_by is not null", id));
        return new SavedCase(id, file, tables);
    }

    /** With audit trail, request and the one row of the outbox, which is delivered and deleted by now. */
    static SavedCase readWhole(Connection connection, UUID id) throws SQLException {
        SavedCase plain = read(connection, id);
        List<Rows> tables = new ArrayList<>(plain.tables);
        tables.add(Rows.read(
                connection,
                "audit",
                "action = 'CREATE' and (object_id = ? or detail = ?)",
                id.toString(),
                "case:" + id));
        tables.add(Rows.read(connection, "answered_request", "object_id = ?", id.toString()));
        Object[] event = {plain.file.first("service"), TOPIC, id.toString()};
        tables.add(new Rows("outbox", List.of("service", "topic", "object_id"), List.<Object[]>of(event)));
        return new SavedCase(id, plain.file, tables);
    }

    /** New keys for all old ones. */
    Map<Object, Object> keys(int serial) {
        Map<Object, Object> keys = new HashMap<>();
        for (Rows rows : tables) {
            if (rows.columns().contains("id")) {
                rows.all("id").forEach(old -> exchange(keys, (UUID) old, UUID.randomUUID()));
            }
            if (rows.columns().contains("request_key")) {
                rows.all("request_key").forEach(old -> keys.put(old, UUID.randomUUID().toString()));
            }
        }
        String digits = String.format(Locale.ROOT, "%04d", serial);
        String number = number();
        keys.put(file.first("serial"), digits);
        keys.put(number, number.substring(0, number.lastIndexOf('-') + 1) + digits);
        return keys;
    }

    private static void exchange(Map<Object, Object> keys, UUID old, UUID fresh) {
        keys.put(old, fresh);
        keys.put(old.toString(), fresh.toString());
        keys.put("case:" + old, "case:" + fresh);
    }

    private String number() {
        return (String) file.first("case_number");
    }

    Object service() {
        return file.first("service");
    }

    /** SE-DEMO of SE-DEMO-2026-0042. */
    String code() {
        return number().replaceFirst("-\\d{4}-\\d+$", "");
    }

    int year() {
        return Integer.parseInt(number().replaceFirst("^.*-(\\d{4})-\\d+$", "$1"));
    }

    /** How many rows, for the conditions. */
    String count() {
        StringBuilder text = new StringBuilder();
        tables.forEach(t -> text.append(t.rows().size()).append(' ').append(t.table()).append(", "));
        return text.append("1 counter").toString();
    }
}
