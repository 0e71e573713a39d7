// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is stored under the newest key of its house, within somebody else's transaction. What is there already is left, so
 * that doing it again does nothing.
 */
record KeyMove(KeyService keys, ServiceId house) {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMove.class);
    private static final UUID NONE = new UUID(0, 0);

    /** What lies under the house's key itself: table, columns of the row's id and of the cipher text. */
    private enum OfTheHouse {
        ANSWERS("response", "id", "texts"),
        ALERT_NOTE("alert", "id", "note"),
        EMERGENCY_REASON("emergency_access", "id", "reason_text"),
        EMERGENCY_NOTE("emergency_access", "id", "review_note"),
        IDENTITY("linked_identity", "account", "sealed");

        private final String table;
        private final String id;
        private final String column;

        OfTheHouse(String table, String id, String column) {
            this.table = table;
            this.id = id;
            this.column = column;
        }
    }

    private record Row(UUID id, long version, byte[] cipher) {}

    private record Case(UUID id, byte @Nullable [] key) {}

    /**
     * How far it came.
     *
     * @param last the last case, or nil when there was none left
     */
    record Done(UUID last, int cases, int texts) {
        boolean end() {
            return last.equals(NONE);
        }
    }

    /** The next cases in the order of their ids, locked against writers. */
    Done cases(Connection connection, UUID after, int most) throws SQLException {
        List<Case> some = Sql.query(
                connection,
                "select id, case_key from case_record where service = ? and id > ? order by service, id limit " + most
                        + " for update",
                row -> new Case(row.getObject("id", UUID.class), row.getBytes("case_key")),
                house.value(),
                after);
        int texts = 0;
        for (Case each : some) {
            try {
                texts += move(connection, each);
            } catch (IllegalStateException e) {
                // damaged before: one case must not keep all others from their key
                LOG.warn("case {} cannot be read with the keys that are here, and stays as it is", each.id());
            }
        }
        return new Done(some.isEmpty() ? NONE : some.getLast().id(), some.size(), texts);
    }

    private int move(Connection connection, Case each) throws SQLException {
        byte[] key = newest(each);
        if (key != each.key()) {
            Sql.update(connection, "update case_record set case_key = ? where id = ?", key, each.id());
        }
        CaseCipher cipher = new CaseCipher(keys, house, each.id(), key);
        return texts(connection, cipher, "case_record", "id = ?", each.id())
                + texts(connection, cipher, "timeline_entry", "case_id = ?", each.id())
                + texts(connection, cipher, "legal_hold", "case_id = ?", each.id())
                + records(connection, cipher, "case_version", "record_id = ?", each.id())
                + records(
                        connection,
                        cipher,
                        "entry_version",
                        "record_id in (select id from timeline_entry where case_id = ?)",
                        each.id());
    }

    /** The same object when there is nothing to do. */
    private byte[] newest(Case each) {
        String binding = CaseCipher.binding(house, each.id());
        byte[] key = each.key();
        if (key == null) {
            return keys.newDataKey(house, binding);
        }
        return keys.isNewest(house, key) ? key : keys.rewrapped(house, key, binding);
    }

    private int texts(Connection connection, CaseCipher cipher, String table, String where, UUID id)
            throws SQLException {
        int moved = 0;
        for (Row row : Sql.query(
                connection,
                "select id, 0 as version, texts from " + table + " where texts is not null and " + where,
                KeyMove::row,
                id)) {
            if (!CaseCipher.ofTheCase(row.cipher())) {
                String place = table + "|texts|" + row.id();
                moved += Sql.update(
                        connection,
                        "update " + table + " set texts = ? where id = ?",
                        cipher.encrypt(cipher.decrypt(row.cipher(), place), place),
                        row.id());
            }
        }
        return moved;
    }

    private int records(Connection connection, CaseCipher cipher, String table, String where, UUID id)
            throws SQLException {
        int moved = 0;
        for (Row row : Sql.query(
                connection,
                "select record_id, record_version, record from " + table + " where " + where,
                KeyMove::row,
                id)) {
            if (!CaseCipher.ofTheCase(row.cipher())) {
                String place = History.place(table, row.id(), row.version());
                moved += Sql.update(
                        connection,
                        "update " + table + " set record = ? where record_id = ? and record_version = ?",
                        cipher.encrypt(cipher.decrypt(row.cipher(), place), place),
                        row.id(),
                        row.version());
            }
        }
        return moved;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject(1, UUID.class), row.getLong(2), row.getBytes(3));
    }

    /** All that belongs to no case; drafts at no case are left to lapse within their week. */
    int ofTheHouse(Connection connection) throws SQLException {
        int moved = 0;
        for (OfTheHouse part : OfTheHouse.values()) {
            for (Row row : Sql.query(
                    connection,
                    "select " + part.id + ", 0 as version, " + part.column + " from " + part.table
                            + " where service = ? and " + part.column + " is not null",
                    KeyMove::row,
                    house.value())) {
                moved += keys.isNewest(house, row.cipher()) ? 0 : anew(connection, part, row);
            }
        }
        return moved;
    }

    private int anew(Connection connection, OfTheHouse part, Row row) throws SQLException {
        TextCipher cipher = new TextCipher(keys);
        String place = part.table + "|" + part.column + "|" + row.id();
        return Sql.update(
                connection,
                "update " + part.table + " set " + part.column + " = ? where " + part.id + " = ? and service = ?",
                cipher.encrypt(house, cipher.decrypt(house, row.cipher(), place), place),
                row.id(),
                house.value());
    }
}
