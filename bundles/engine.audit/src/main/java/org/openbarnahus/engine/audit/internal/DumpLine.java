// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeSet;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.ChainedEntry;

/** An entry as a line of a dump: {@code docs/auditor/audit-format.md}. */
public final class DumpLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private DumpLine() {}

    public static String of(ChainedEntry linked) {
        AuditEntry e = linked.entry();
        StringBuilder line = new StringBuilder(512).append(e.address().isEmpty() ? "{\"v\":1" : "{\"v\":2");
        text(line, "chain", linked.chain().toString());
        line.append(",\"seq\":").append(linked.seq());
        text(line, "prev", linked.previous());
        text(line, "at", TIME.format(e.at().atOffset(ZoneOffset.UTC)));
        text(line, "user", e.user().map(UserId::toString).orElse(""));
        text(line, "session", e.session());
        text(line, "purpose", e.purpose().name());
        text(line, "action", e.action().name());
        text(line, "object_type", e.objectType());
        text(line, "object_id", e.objectId());
        text(line, "result", e.result().name());
        text(line, "fields", String.join(",", new TreeSet<>(e.fields())));
        text(line, "detail", e.detail());
        if (!e.address().isEmpty()) {
            text(line, "address", e.address());
        }
        text(line, "hash", linked.hash());
        return line.append('}').toString();
    }

    private static void text(StringBuilder line, String name, String value) {
        line.append(",\"").append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            switch (next) {
                case '"', '\\' -> line.append('\\').append(next);
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (next < ' ' || next > '~') {
                        line.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
                    } else {
                        line.append(next);
                    }
                }
            }
        }
        line.append('"');
    }
}
