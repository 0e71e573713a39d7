// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.FieldValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Earlier versions of records as encrypted JSON, the whole record in one piece under the key of the case, bound to its id and
 * version.
 */
final class History {
    byte[] encrypt(CaseFile file, CaseCipher cipher) {
        ObjectNode node = ValuesJson.MAPPER.createObjectNode();
        StateColumns state = StateColumns.of(file.state());
        node.put("number", file.number().value());
        node.put("state", state.code());
        node.put("state_day", state.day() == null ? null : state.day().toString());
        node.put("closure_reason", state.reason());
        file.nextDue().ifPresent(due -> node.put("due", due.due().toString()).put("due_rule", due.ruleId()));
        common(node, file.snapshot(), file.created(), file.changed());
        node.set("values", ValuesJson.node(file.values().map()));
        return cipher.encrypt(node.toString(), place("case_version", file.id().value(), file.version()));
    }

    CaseFile caseFile(CaseId id, CaseVersionEntity earlier, CaseCipher cipher) {
        long version = earlier.recordVersion();
        JsonNode node = open(earlier, cipher, place("case_version", id.value(), version));
        return new CaseFile(
                id,
                new CaseNumber(node.get("number").stringValue()),
                earlier.service(),
                StateColumns.state(
                        node.get("state").stringValue(), day(node, "state_day"), text(node, "closure_reason")),
                new FieldValues(ValuesJson.values(node.get("values"))),
                snapshot(node),
                version,
                stamp(node, "created"),
                stamp(node, "changed"),
                Optional.ofNullable(day(node, "due"))
                        .map(due -> new NextDue(due, node.get("due_rule").stringValue())));
    }

    byte[] encrypt(TimelineEntry entry, CaseCipher cipher) {
        ObjectNode node = ValuesJson.MAPPER.createObjectNode();
        node.put("case", entry.caseId().toString());
        node.put("type", entry.type());
        node.put("date", entry.date().toString());
        node.put("removed", entry.removed());
        common(node, entry.snapshot(), entry.entered(), entry.changed());
        node.set("values", ValuesJson.node(entry.values().map()));
        return cipher.encrypt(node.toString(), place("entry_version", entry.id().value(), entry.version()));
    }

    TimelineEntry entry(EntryId id, EntryVersionEntity earlier, CaseCipher cipher) {
        long version = earlier.recordVersion();
        JsonNode node = open(earlier, cipher, place("entry_version", id.value(), version));
        return new TimelineEntry(
                id,
                CaseId.of(node.get("case").stringValue()),
                node.get("type").stringValue(),
                LocalDate.parse(node.get("date").stringValue()),
                new FieldValues(ValuesJson.values(node.get("values"))),
                snapshot(node),
                version,
                stamp(node, "created"),
                stamp(node, "changed"),
                node.get("removed").booleanValue());
    }

    private static JsonNode open(EarlierVersion earlier, CaseCipher cipher, String place) {
        return ValuesJson.MAPPER.readTree(cipher.decrypt(earlier.cipher(), place));
    }

    static String place(String table, UUID id, long version) {
        return table + "|record|" + id + "|" + version;
    }

    private static void common(ObjectNode node, SnapshotId snapshot, Stamp created, Stamp changed) {
        node.put("snapshot", snapshot.value());
        node.put("created_at", created.at().toString())
                .put("created_by", created.by().toString());
        node.put("changed_at", changed.at().toString())
                .put("changed_by", changed.by().toString());
    }

    private static SnapshotId snapshot(JsonNode node) {
        return new SnapshotId(node.get("snapshot").stringValue());
    }

    private static Stamp stamp(JsonNode node, String what) {
        return new Stamp(
                Instant.parse(node.get(what + "_at").stringValue()),
                new UserId(UUID.fromString(node.get(what + "_by").stringValue())));
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? null : member.stringValue();
    }

    private static @Nullable LocalDate day(JsonNode node, String name) {
        String text = text(node, name);
        return text == null ? null : LocalDate.parse(text);
    }
}
