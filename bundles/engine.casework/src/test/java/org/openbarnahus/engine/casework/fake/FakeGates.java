// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;

/** The four gates that lie in other engines, simple but real: they write down that they were asked, and can be set to refuse. */
public final class FakeGates implements CaseGate, SchemaGate, PrivacyGate, RuleGate {
    public final List<String> journal;
    public final List<SchemaSnapshot> past = new ArrayList<>();
    public Optional<SchemaSnapshot> law = Optional.of(SmallLaw.swedish());
    public Optional<String> denyRole = Optional.empty();
    public Optional<String> denyObject = Optional.empty();
    /** Whether only members get at a case. */
    public boolean needToKnow;

    public Supplier<Instant> clock = () -> Instant.EPOCH;
    public Shown shown = (session, schema, works) -> FieldReach.everything();

    public boolean worksWith = true;
    public boolean privacyReady = true;
    public boolean lastClosing;
    public BiFunction<CaseHistory, LocalDate, List<Verdict>> verdicts = (history, day) -> List.of();

    /** What of a case somebody is shown. */
    @FunctionalInterface
    public interface Shown {
        FieldReach of(Session session, SchemaSnapshot schema, boolean worksWith);
    }

    public FakeGates(List<String> journal) {
        this.journal = journal;
    }

    @Override
    public Decision decide(Session session, Permission permission) {
        journal.add("permission");
        return answer(denyRole);
    }

    @Override
    public Decision decide(
            Session session, Permission permission, ServiceId owner, String objectType, String objectId) {
        journal.add("access");
        boolean own = session.actor().service().equals(owner);
        return own ? answer(denyObject) : new Decision.Denied("tenant");
    }

    @Override
    public CaseReach reach(Session session, Permission permission, LocalDate today) {
        return needToKnow
                ? new CaseReach(Optional.of(session.actor().user()), today, today.minusDays(30), clock.get())
                : CaseReach.wholeHouse();
    }

    @Override
    public Decision decide(Session session, Permission permission, CaseFile file, LocalDate today, CaseTies ties) {
        Decision decision =
                decide(session, permission, file.service(), "case", file.id().toString());
        boolean covered = reach(session, permission, today).covers(file, ties);
        return covered || decision instanceof Decision.Denied ? decision : new Decision.Denied("member");
    }

    @Override
    public FieldReach fields(Session session, SchemaSnapshot schema, boolean worksWith) {
        return shown.of(session, schema, worksWith);
    }

    @Override
    public boolean worksWith(Session session, CaseFile file, LocalDate today, CaseTies ties) {
        return worksWith;
    }

    private static Decision answer(Optional<String> denied) {
        return denied.<Decision>map(Decision.Denied::new).orElseGet(() -> new Decision.Allowed(Purpose.CASE_WORK));
    }

    @Override
    public Optional<SchemaSnapshot> newest(String country) {
        return law.filter(l -> l.country().equals(country));
    }

    @Override
    public Optional<SchemaSnapshot> find(SnapshotId id) {
        return past.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    @Override
    public Optional<SchemaSnapshot> knowing(String country, FieldId field) {
        return SchemaGate.super
                .knowing(country, field)
                .or(() -> past.stream().filter(s -> s.field(field).isPresent()).findFirst());
    }

    @Override
    public List<Problem> validate(
            SchemaSnapshot snapshot, Scope scope, FieldValues values, LocalDate day, LocalDate today, boolean closing) {
        journal.add("schema");
        if (scope.equals(Scope.CASE)) {
            lastClosing = closing;
        }
        List<Problem> problems = new ArrayList<>();
        values.map().forEach((id, value) -> problem(snapshot, scope, id, values).ifPresent(problems::add));
        for (FieldDefinition field : snapshot.fields(scope)) {
            boolean asked =
                    field.required() == Requirement.NOW || closing && field.required() == Requirement.BEFORE_CLOSURE;
            if (asked && !values.has(field.id())) {
                ErrorCode code =
                        field.required() == Requirement.NOW ? ErrorCode.REQUIRED : ErrorCode.REQUIRED_BEFORE_CLOSURE;
                problems.add(Problem.at(code, field.id().value()));
            }
        }
        return problems;
    }

    private static Optional<Problem> problem(SchemaSnapshot snapshot, Scope scope, FieldId id, FieldValues values) {
        Optional<FieldDefinition> field = snapshot.field(id);
        if (field.isEmpty()) {
            return Optional.of(Problem.at(ErrorCode.UNKNOWN_FIELD, id.value()));
        }
        if (!field.get().askedIn(scope)) {
            return Optional.of(Problem.at(ErrorCode.NOT_APPLICABLE, id.value()));
        }
        return field.flatMap(FieldDefinition::codeList)
                .flatMap(snapshot::codeList)
                .filter(list ->
                        values.codes(id).stream().anyMatch(c -> list.find(c).isEmpty()))
                .map(list -> Problem.at(ErrorCode.UNKNOWN_CODE, id.value()));
    }

    /** Finds ten digits in a row. */
    @Override
    public List<Problem> screen(String country, FieldValues values) {
        journal.add("privacy");
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<FieldId, FieldValue> entry : values.map().entrySet()) {
            if (entry.getValue() instanceof FieldValue.TextValue text) {
                if (!privacyReady) {
                    problems.add(Problem.at(
                            ErrorCode.TEXT_NOT_SCREENED, entry.getKey().value()));
                } else if (text.text().replaceAll("[^0-9]", "").length() >= 10) {
                    problems.add(Problem.at(
                            ErrorCode.IDENTIFIER_IN_TEXT, entry.getKey().value(), "kind", "number"));
                }
            }
        }
        return problems;
    }

    @Override
    public boolean ready(String country) {
        return privacyReady;
    }

    @Override
    public List<Verdict> evaluate(SchemaSnapshot snapshot, CaseHistory history, LocalDate asOf) {
        journal.add("rules");
        return verdicts.apply(history, asOf);
    }
}
