// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import java.util.Set;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.query.CaseRow;
import org.openbarnahus.rest.api.internal.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases, entries, rows and verdicts in their REST shapes. */
final class CaseJson {
    /** Members of a case that the system sets: sent back by a client that edits what it read, and not looked at. */
    static final Set<String> CASE_OWN = Set.of(
            "id",
            "number",
            "version",
            "state",
            "service",
            "snapshot",
            "created_at",
            "changed_at",
            "next_due",
            "hidden",
            "timeline");
    /** As above for an entry; type and date are no fields. */
    static final Set<String> ENTRY_OWN =
            Set.of("id", "version", "type", "date", "snapshot", "entered_at", "changed_at", "removed", "hidden");

    private CaseJson() {}

    static ObjectNode of(CaseFile file, String service) {
        ObjectNode json = Json.object()
                .put("id", file.id().toString())
                .put("number", file.number().value())
                .put("version", file.version())
                .put("state", file.state().code())
                .put("service", service)
                .put("snapshot", file.snapshot().value())
                .put("created_at", file.created().at().toString())
                .put("changed_at", file.changed().at().toString());
        file.nextDue()
                .ifPresent(n -> json.putObject("next_due")
                        .put("due", n.due().toString())
                        .put("rule", n.ruleId()));
        json.putObject("core");
        json.putObject("national");
        BodyFields.write(Scope.CASE, file.values(), json);
        hidden(file.values().hidden(), json);
        return json;
    }

    /** Names the fields that the reader is not shown, so that nobody takes them for empty. */
    static void hidden(Set<FieldId> fields, ObjectNode json) {
        if (!fields.isEmpty()) {
            ArrayNode names = json.putArray("hidden");
            fields.stream().sorted().forEach(field -> names.add(field.value()));
        }
    }

    static ObjectNode of(TimelineEntry entry) {
        ObjectNode json = Json.object()
                .put("id", entry.id().toString())
                .put("version", entry.version())
                .put("type", entry.type())
                .put("date", entry.date().toString())
                .put("snapshot", entry.snapshot().value())
                .put("entered_at", entry.entered().at().toString())
                .put("changed_at", entry.changed().at().toString());
        if (entry.removed()) {
            json.put("removed", true);
        }
        BodyFields.write(Scope.activity(entry.type()), entry.values(), json);
        hidden(entry.values().hidden(), json);
        return json;
    }

    static ObjectNode of(CaseRow row) {
        ObjectNode json = Json.object()
                .put("id", row.id().toString())
                .put("number", row.number().value())
                .put("state", row.state())
                .put("case_date", row.caseDate().toString())
                .put("changed_at", row.changed().toString());
        row.age().ifPresent(a -> json.put("age", a));
        row.sex().ifPresent(s -> json.put("sex", s));
        row.municipality().ifPresent(m -> json.put("municipality", m));
        ArrayNode suspicion = json.putArray("suspicion");
        row.suspicion().forEach(suspicion::add);
        row.nextDue()
                .ifPresent(n -> json.putObject("next_due")
                        .put("due", n.due().toString())
                        .put("rule", n.ruleId()));
        return json;
    }

    static ObjectNode of(Verdict verdict, String label, java.time.LocalDate asOf) {
        ObjectNode json = Json.object()
                .put("rule", verdict.ruleId())
                .put("label", label)
                .put("state", verdict.state().name().toLowerCase(java.util.Locale.ROOT))
                .put("extended", verdict.extended());
        verdict.from().ifPresent(d -> json.put("from", d.toString()));
        verdict.due().ifPresent(d -> json.put("due", d.toString()));
        verdict.metOn().ifPresent(d -> json.put("met_on", d.toString()));
        if (verdict.open()) {
            verdict.daysLeft(asOf).ifPresent(d -> json.put("days_left", d));
        }
        ObjectNode citation = json.putObject("citation")
                .put("text", verdict.citation().text())
                .put("verified", verdict.citation().verified());
        verdict.citation().url().ifPresent(u -> citation.put("url", u));
        return json;
    }
}
