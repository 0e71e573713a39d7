// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.engine.schema.internal.validate.Validation;

/** Gate 2 as in the product, over one law; gate 3 accepts, gate 4 has nothing to say. */
public record RealGates(SchemaSnapshot law) implements SchemaGate, PrivacyGate, RuleGate {
    @Override
    public Optional<SchemaSnapshot> newest(String country) {
        return Optional.of(law).filter(l -> l.country().equals(country));
    }

    @Override
    public Optional<SchemaSnapshot> find(SnapshotId id) {
        return Optional.of(law).filter(l -> l.id().equals(id));
    }

    @Override
    public List<Problem> validate(
            SchemaSnapshot snapshot, Scope scope, FieldValues values, LocalDate day, LocalDate today, boolean closing) {
        return Validation.of(snapshot, scope, values, day, today, closing);
    }

    @Override
    public List<Problem> screen(String country, FieldValues values) {
        return List.of();
    }

    @Override
    public boolean ready(String country) {
        return true;
    }

    @Override
    public List<Verdict> evaluate(SchemaSnapshot snapshot, CaseHistory history, LocalDate asOf) {
        return List.of();
    }
}
