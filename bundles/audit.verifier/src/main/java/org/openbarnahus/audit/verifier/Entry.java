// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.util.List;
import java.util.Map;

/** One line of a dump. */
record Entry(String chain, long seq, String previous, String hash, String computed) {
    private static final String FORMAT = "openbarnahus-audit/1";
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

    static Entry of(String line) throws WrongException {
        Map<String, String> m = FlatJson.read(line, MEMBERS);
        if (!value(m, "v").equals("1")) {
            throw new WrongException("the format is not version 1");
        }
        Canonical.requireForms(value(m, "chain"), value(m, "at"), value(m, "prev"), value(m, "hash"));
        String[] items = new String[MEMBERS.size() - 1];
        items[0] = FORMAT;
        for (int i = 1; i < items.length; i++) {
            items[i] = value(m, MEMBERS.get(i));
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
