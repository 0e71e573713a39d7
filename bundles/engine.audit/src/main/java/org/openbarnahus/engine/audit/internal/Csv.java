// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.util.List;
import java.util.TreeSet;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.AuditLine;
import org.openbarnahus.core.service.text.CsvRow;

/** Lines of the trail as a table for spreadsheets; some of it was typed by whoever asked. */
final class Csv {
    private Csv() {}

    static String of(List<AuditLine> lines) {
        StringBuilder csv = new StringBuilder(CsvRow.of(List.of(
                "seq",
                "time",
                "person",
                "action",
                "result",
                "case",
                "object_type",
                "object_id",
                "fields",
                "detail",
                "purpose",
                "session",
                "address")));
        for (AuditLine line : lines) {
            AuditEntry e = line.entry();
            csv.append(CsvRow.of(List.of(
                    Long.toString(line.seq()),
                    e.at().toString(),
                    line.username(),
                    e.action().name(),
                    e.result().name(),
                    line.caseNumber(),
                    e.objectType(),
                    e.objectId(),
                    String.join(" ", new TreeSet<>(e.fields())),
                    e.detail(),
                    e.purpose().name(),
                    e.session(),
                    e.address())));
        }
        return csv.toString();
    }
}
