// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.DraftRecord;
import org.openbarnahus.core.service.store.KeyService;

/**
 * What is being typed, encrypted: at the place of a case under the key of the case, elsewhere under the house's. Bound to house,
 * user and place.
 */
record DraftTexts(KeyService keys) {
    /** As the pages name their forms: {@code case/<id>}, {@code case/<id>/<entry>}. */
    private static final Pattern CASE = Pattern.compile("case/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?");

    byte[] seal(Connection connection, DraftRecord draft) throws SQLException {
        return cipher(connection, draft.service(), draft.place())
                .encrypt(draft.content(), context(draft.user(), draft.place()));
    }

    String open(Connection connection, ServiceId house, UserId user, String place, byte[] cipher) throws SQLException {
        return cipher(connection, house, place).decrypt(cipher, context(user, place));
    }

    private CaseCipher cipher(Connection connection, ServiceId house, String place) throws SQLException {
        Matcher named = CASE.matcher(place);
        UUID id = named.matches() ? UUID.fromString(named.group(1)) : new UUID(0, 0);
        List<byte[]> wrapped = Sql.query(
                connection,
                "select case_key from case_record where id = ? and service = ? and case_key is not null",
                row -> row.getBytes(1),
                id,
                house.value());
        return new CaseCipher(keys, house, id, wrapped.isEmpty() ? null : wrapped.getFirst());
    }

    private static String context(UserId user, String place) {
        return "draft|content|" + user + "|" + place;
    }
}
