// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.query.AuditQuery;

/** What the page of the audit trail shows, as its address says it. Empty text means all; days are of the house's calendar. */
record AuditFilter(String number, String person, String kind, String result, String from, String until, String before) {
    private static final int ROWS = 50;
    private static final int LONGEST = 64;

    static AuditFilter of(QueryParameters address) {
        return new AuditFilter(
                one(address, "case"),
                one(address, "person"),
                known(Action.values(), one(address, "kind")),
                known(Result.values(), one(address, "result")),
                day(one(address, "from")).map(LocalDate::toString).orElse(""),
                day(one(address, "until")).map(LocalDate::toString).orElse(""),
                one(address, "before").matches("\\d{1,18}") ? one(address, "before") : "");
    }

    private static String one(QueryParameters address, String name) {
        String text = address.getSingleParameter(name).orElse("").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String known(Enum<?>[] all, String name) {
        return Stream.of(all).map(Enum::name).filter(name::equals).findFirst().orElse("");
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    AuditFilter before(String seq) {
        return new AuditFilter(number, person, kind, result, from, until, seq);
    }

    /** For the address. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("case", number);
        parameters.put("person", person);
        parameters.put("kind", kind);
        parameters.put("result", result);
        parameters.put("from", from);
        parameters.put("until", until);
        parameters.put("before", before);
        return parameters;
    }

    AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                number,
                person,
                kind.isEmpty() ? Set.of() : Set.of(Action.valueOf(kind)),
                result.isEmpty() ? Set.of() : Set.of(Result.valueOf(result)),
                day(from).map(d -> d.atStartOfDay(zone).toInstant()),
                day(until).map(d -> d.plusDays(1).atStartOfDay(zone).toInstant()),
                before.isEmpty() ? 0 : Long.parseLong(before),
                ROWS);
    }
}
