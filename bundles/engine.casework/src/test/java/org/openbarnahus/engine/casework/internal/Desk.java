// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.engine.casework.fake.House;

/** A coordinator at work in a house: what the tests of the use cases share. */
abstract class Desk {
    static final FieldValue MALE = new FieldValue.CodeValue("male");
    final House house = new House();

    final CaseFile closedCase() {
        return open(new OpenCase(
                House.values().with(CoreField.PROSECUTION, new FieldValue.CodeValue("no")),
                List.of(House.closure(5), House.accepted(20))));
    }

    final CaseFile open(OpenCase command) {
        return open(command, RequestKey.fresh());
    }

    final CaseFile open(OpenCase command, RequestKey key) {
        return house.cases.open(House.coordinator(), command, key).orElseThrow();
    }

    final CaseFile stored(CaseFile file) {
        return details(file).file();
    }

    final CaseDetails details(CaseFile file) {
        return house.cases.find(House.coordinator(), file.id()).orElseThrow();
    }

    final CaseFile change(CaseFile file, Map<FieldId, Optional<FieldValue>> changes) {
        return tryChange(file, changes).orElseThrow();
    }

    final Outcome<CaseFile> tryChange(CaseFile file, Map<FieldId, Optional<FieldValue>> changes) {
        return house.cases.change(
                House.coordinator(), new ChangeCase(file.id(), file.version(), changes), RequestKey.fresh());
    }

    final TimelineEntry record(CaseFile file, NewEntry entry, RequestKey key) {
        return house.cases
                .record(House.coordinator(), new RecordEntry(file.id(), entry), key)
                .orElseThrow();
    }

    final ErrorCode refused(CaseFile file, NewEntry entry) {
        return code(house.cases.record(House.coordinator(), new RecordEntry(file.id(), entry), RequestKey.fresh()));
    }

    final Outcome<TimelineEntry> correct(CaseFile file, TimelineEntry entry, LocalDate day) {
        return house.cases.change(
                House.coordinator(),
                new ChangeEntry(file.id(), entry.id(), entry.version(), day, Map.of()),
                RequestKey.fresh());
    }

    final Outcome<TimelineEntry> remove(CaseFile file, TimelineEntry entry, boolean restore) {
        return house.cases.remove(
                House.coordinator(),
                new RemoveEntry(file.id(), entry.id(), entry.version(), restore),
                RequestKey.fresh());
    }

    static ErrorCode code(Outcome<?> outcome) {
        return SaveGatesTest.problems(outcome).getFirst().code();
    }
}
