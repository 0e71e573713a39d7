// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a second factor is sealed together with: all that its row says of the account. A row of which one letter was changed or that
 * the product has not written does not open. Passkeys and codes are sealed with the account for which they count. Decision 47.
 *
 * @param roles as the column has them
 */
record AccountSeal(
        UUID id, UUID service, String username, String agency, String roles, boolean enabled, String passwordHash) {
    static final String COLUMNS = "id, service, username, agency, roles, enabled, password_hash, otp_secret";

    static AccountSeal of(ResultSet row) throws SQLException {
        return new AccountSeal(
                row.getObject("id", UUID.class),
                row.getObject("service", UUID.class),
                row.getString("username"),
                row.getString("agency"),
                row.getString("roles"),
                row.getBoolean("enabled"),
                row.getString("password_hash"));
    }

    /** Each with its length before it: no end of one can be taken for the beginning of the next. */
    String place() {
        String open = enabled ? "open" : "closed";
        return "site|account|"
                + Stream.of(id.toString(), service.toString(), username, agency, roles, open, passwordHash)
                        .map(each -> each.length() + ":" + each)
                        .collect(Collectors.joining());
    }

    /** As it was before decision 47: bound to the account's id alone. */
    static String before(UUID id) {
        return "site|account|otp_secret|" + id;
    }

    static String passkey(UUID account, byte[] id) {
        return "site|passkey|public_key|" + account + "|" + HexFormat.of().formatHex(id);
    }

    static String recoveryCode(UUID account) {
        return "site|recovery_code|hash|" + account;
    }

    /** With its end, so that nobody makes it good for longer. */
    static String enrolmentCode(UUID account, Instant expires) {
        return "site|enrolment_code|hash|" + account + "|" + kept(expires);
    }

    /** As exact as the database keeps it. */
    static Instant kept(Instant exact) {
        return exact.truncatedTo(ChronoUnit.MICROS);
    }
}
