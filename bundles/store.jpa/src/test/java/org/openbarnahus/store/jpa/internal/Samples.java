// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.EmergencyReason;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.ErasureRecord;
import org.openbarnahus.core.service.store.HoldRecord;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.Written;

/** Invented records. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-12T10:15:30.123456Z");
    static final UserId COORDINATOR = new UserId(new UUID(7, 7));
    static final SnapshotId SNAPSHOT = new SnapshotId("s0123456789abcdef");
    static final FieldId NATIONAL_DATE = FieldId.of("se.suspect_reasonable_date");
    static final String SECRET_TEXT = "Xylofonpalats-7731";

    private Samples() {}

    static Stamp stamp(int minute) {
        return new Stamp(NOW.plusSeconds(60L * minute), COORDINATOR);
    }

    static BarnahusRecord house(ServiceId id) {
        String code = "SE-" + id.value().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        return new BarnahusRecord(id, code, "SE", "Barnahus " + code, "Europe/Stockholm");
    }

    static CaseNumber number(int serial) {
        return CaseNumber.of("SE-LKP", 2026, serial);
    }

    /** A case with every kind of value, in core fields and national ones. */
    static FieldValues everyKind() {
        return new FieldValues(Map.ofEntries(
                Map.entry(CoreField.CASE_DATE, new DateValue(LocalDate.of(2026, 3, 1))),
                Map.entry(CoreField.REPORT_DATE, new DateValue(LocalDate.of(2026, 2, 27))),
                Map.entry(CoreField.INITIATED_BY, new CodeValue("police")),
                Map.entry(CoreField.CHILD_ROLE, new CodeValue("victim")),
                Map.entry(CoreField.AGE, new IntegerValue(9)),
                Map.entry(CoreField.SEX, new CodeValue("girl")),
                Map.entry(CoreField.MUNICIPALITY, new CodeValue("0580")),
                Map.entry(
                        CoreField.SUSPICION, new CodesValue(List.of("physical_abuse", "sexual_abuse"), "sexual_abuse")),
                Map.entry(
                        CoreField.SUSPECTS,
                        new RowsValue(
                                List.of(Map.of("relation", "parent", "sex", "man"), Map.of("relation", "sibling")))),
                Map.entry(CoreField.PROSECUTION, new CodeValue("unknown")),
                Map.entry(CoreField.POLICE_REPORT, new CodeValue("yes")),
                Map.entry(CoreField.NEEDS_ASSESSED, new CodeValue("yes")),
                Map.entry(CoreField.NEEDS_ASSESSED_ON, new DateValue(LocalDate.of(2026, 3, 2))),
                Map.entry(CoreField.NEEDS, new CodesValue(List.of("hearing"), null)),
                Map.entry(CoreField.ONLINE_ELEMENT, new CodeValue("no")),
                Map.entry(CoreField.BORN_IN_COUNTRY, new CodeValue("yes")),
                Map.entry(CoreField.RESIDENCE_STATUS, new CodeValue("citizen")),
                Map.entry(CoreField.MAIN_LANGUAGE, new CodeValue("sv")),
                Map.entry(CoreField.INTERPRETER_NEEDED, new CodeValue("no")),
                Map.entry(CoreField.LIVING_SITUATION, new CodeValue("parents")),
                Map.entry(FieldId.of("se.code"), new CodeValue("å\"ä\\ö")),
                Map.entry(FieldId.of("se.codes"), new CodesValue(List.of("b", "a"), "a")),
                Map.entry(FieldId.of("se.number"), new IntegerValue(Long.MIN_VALUE)),
                Map.entry(FieldId.of("se.rows"), new RowsValue(List.of(Map.of("x", "1"), Map.of("x", "1")))),
                Map.entry(NATIONAL_DATE, new DateValue(LocalDate.of(2026, 2, 28))),
                Map.entry(FieldId.of("se.note"), new TextValue(SECRET_TEXT + " \u0000\n\uD83D\uDC3B"))));
    }

    static FieldValues plain(LocalDate date) {
        return new FieldValues(Map.of(CoreField.CASE_DATE, new DateValue(date), CoreField.AGE, new IntegerValue(9)));
    }

    static CaseFile aCase(ServiceId service, int serial, FieldValues values) {
        Stamp created = stamp(serial);
        return new CaseFile(
                new CaseId(UUID.randomUUID()),
                number(serial),
                service,
                new CaseState.Referred(),
                values,
                SNAPSHOT,
                1,
                created,
                created,
                Optional.empty());
    }

    /** The next version of the case with a value more. */
    static CaseFile changed(CaseFile file, FieldId field, FieldValue value) {
        return new CaseFile(
                file.id(),
                file.number(),
                file.service(),
                file.state(),
                file.values().with(field, value),
                file.snapshot(),
                file.version() + 1,
                file.created(),
                stamp(500 + (int) file.version()),
                file.nextDue());
    }

    static TimelineEntry entry(CaseId caseId, LocalDate date, FieldValues values) {
        return new TimelineEntry(
                new EntryId(UUID.randomUUID()),
                caseId,
                "forensic_interview",
                date,
                values,
                SNAPSHOT,
                1,
                stamp(1),
                stamp(1),
                false);
    }

    /** Until four hours after that moment. */
    static EmergencyAccess emergency(CaseFile file, UserId who, Instant since) {
        return new EmergencyAccess(
                UUID.randomUUID(),
                file.id(),
                file.number(),
                who,
                EmergencyReason.ACUTE_DANGER,
                SECRET_TEXT + " because of the danger",
                since,
                since.plusSeconds(4 * 3_600),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    static HoldRecord hold(CaseFile file, UserId by) {
        return new HoldRecord(
                UUID.randomUUID(),
                file.service(),
                file.id(),
                file.number(),
                SECRET_TEXT + " needed by the court",
                new Stamp(NOW, by),
                LocalDate.of(2026, 12, 1),
                Optional.empty());
    }

    static ErasureRecord erasure(CaseFile file, UserId asker) {
        return new ErasureRecord(
                UUID.randomUUID(),
                file.service(),
                file.id(),
                file.number(),
                ErasureReason.RETENTION,
                asker,
                NOW,
                NOW.plusSeconds(60));
    }

    static AuditEntry audit(ServiceId service, String objectId) {
        return new AuditEntry(
                NOW,
                Optional.of(service),
                Optional.of(COORDINATOR),
                "session-1",
                Purpose.CASE_WORK,
                AuditEntry.Action.CREATE,
                "case",
                objectId,
                AuditEntry.Result.DONE,
                Set.of("age", "sex"),
                "");
    }

    static <T> Written<T> written(ServiceId service, T value) {
        return new Written<>(
                value,
                List.of(audit(service, String.valueOf(value.hashCode()))),
                List.of(new OutboxEvent(service, OutboxEvent.CASE_SAVED, "x")));
    }
}
