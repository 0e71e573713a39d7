// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One line of a dump. */
record Entry(String chain, long seq, String previous, String hash, String computed) {
    private static final String FORMAT = "openbarnahus-audit/";
    private static final String SECOND = "{\"v\":2,";
    private static final List<String> MEMBERS = List.of(
            "v",
            "chain",
            "seq",
            "prev",
            "at",
            "user",
            "session",
            "purpose",
            "action",
            "object_type",
            "object_id",
            "result",
            "fields",
            "detail",
            "hash");

    /** Entries of version 2 say from which address it was asked; those without one are of version 1. */
    private static final List<String> MEMBERS_2 = Stream.concat(
                    MEMBERS.stream().limit(MEMBERS.size() - 1), Stream.of("address", "hash"))
            .toList();

    static Entry of(String line) throws WrongException {
        boolean second = line.startsWith(SECOND);
        List<String> names = second ? MEMBERS_2 : MEMBERS;
        Map<String, String> m = FlatJson.read(line, names);
        if (!value(m, "v").equals(second ? "2" : "1")) {
            throw new WrongException("the format is not version 1 or 2");
        }
        if (second && value(m, "address").isEmpty()) {
            throw new WrongException("an entry without an address is not of version 2");
        }
        Canonical.requireForms(value(m, "chain"), value(m, "at"), value(m, "prev"), value(m, "hash"));
        String[] items = new String[names.size() - 1];
        items[0] = FORMAT + value(m, "v");
        for (int i = 1; i < items.length; i++) {
            items[i] = value(m, names.get(i));
        }
        return new Entry(
                value(m, "chain"),
                number(value(m, "seq")),
                value(m, "prev"),
                value(m, "hash"),
                Canonical.hash(Canonical.bytes(items)));
    }

    static String value(Map<String, String> members, String name) throws WrongException {
        String value = members.get(name);
        if (value == null) {
            throw new WrongException("the member " + name + " is missing");
        }
        return value;
    }

    static long number(String digits) throws WrongException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new WrongException("not a whole number: " + digits);
        }
    }
}
