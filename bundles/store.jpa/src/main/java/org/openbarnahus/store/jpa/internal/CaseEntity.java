// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.persistence.annotations.Convert;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;

/** A row of case_record: core fields in columns of their own. */
@Entity
@Table(name = "case_record")
@NamedQuery(
        name = "CaseEntity.after",
        query = "select c from CaseEntity c where c.service = :service and c.id > :after order by c.service, c.id")
@NamedQuery(name = "CaseEntity.these", query = "select c from CaseEntity c where c.service = :service and c.id in :ids")
class CaseEntity extends TenantRecord {
    /** A core field with a column of its own. The lambdas stand in this class because only here are they woven. */
    record CoreColumn<T>(
            FieldId field, Function<CaseEntity, @Nullable T> get, BiConsumer<CaseEntity, @Nullable T> put) {
        void set(CaseEntity entity, @Nullable T value) {
            if (!Objects.equals(get.apply(entity), value)) {
                put.accept(entity, value);
            }
        }
    }

    static final List<CoreColumn<String>> CODES = List.of(
            new CoreColumn<>(CoreField.INITIATED_BY, e -> e.initiatedBy, (e, v) -> e.initiatedBy = v),
            new CoreColumn<>(CoreField.CHILD_ROLE, e -> e.childRole, (e, v) -> e.childRole = v),
            new CoreColumn<>(CoreField.SEX, e -> e.sex, (e, v) -> e.sex = v),
            new CoreColumn<>(CoreField.MUNICIPALITY, e -> e.municipality, (e, v) -> e.municipality = v),
            new CoreColumn<>(CoreField.PROSECUTION, e -> e.prosecution, (e, v) -> e.prosecution = v),
            new CoreColumn<>(CoreField.POLICE_REPORT, e -> e.policeReport, (e, v) -> e.policeReport = v),
            new CoreColumn<>(CoreField.NEEDS_ASSESSED, e -> e.needsAssessed, (e, v) -> e.needsAssessed = v),
            new CoreColumn<>(CoreField.ONLINE_ELEMENT, e -> e.onlineElement, (e, v) -> e.onlineElement = v),
            new CoreColumn<>(CoreField.BORN_IN_COUNTRY, e -> e.bornInCountry, (e, v) -> e.bornInCountry = v),
            new CoreColumn<>(CoreField.RESIDENCE_STATUS, e -> e.residenceStatus, (e, v) -> e.residenceStatus = v),
            new CoreColumn<>(CoreField.MAIN_LANGUAGE, e -> e.mainLanguage, (e, v) -> e.mainLanguage = v),
            new CoreColumn<>(CoreField.INTERPRETER_NEEDED, e -> e.interpreter, (e, v) -> e.interpreter = v),
            new CoreColumn<>(CoreField.LIVING_SITUATION, e -> e.livingSituation, (e, v) -> e.livingSituation = v));

    static final List<CoreColumn<LocalDate>> DATES = List.of(
            new CoreColumn<>(CoreField.CASE_DATE, e -> e.caseDate, (e, v) -> e.caseDate = v),
            new CoreColumn<>(CoreField.REPORT_DATE, e -> e.reportDate, (e, v) -> e.reportDate = v),
            new CoreColumn<>(CoreField.NEEDS_ASSESSED_ON, e -> e.assessedOn, (e, v) -> e.assessedOn = v));

    static final CoreColumn<Integer> AGE = new CoreColumn<>(CoreField.AGE, e -> e.age, (e, v) -> e.age = v);

    /** Fields of several codes or rows, each as JSON. */
    static final List<CoreColumn<String>> LISTS = List.of(
            new CoreColumn<>(CoreField.SUSPICION, e -> e.suspicion, (e, v) -> e.suspicion = v),
            new CoreColumn<>(CoreField.SUSPECTS, e -> e.suspects, (e, v) -> e.suspects = v),
            new CoreColumn<>(CoreField.NEEDS, e -> e.needs, (e, v) -> e.needs = v));

    @Column(name = "case_number", updatable = false)
    private String number;

    @Column(updatable = false)
    private String serial;

    private String state;

    @Column(name = "state_day")
    private @Nullable LocalDate stateDay;

    @Column(name = "closure_reason")
    private @Nullable String closureReason;

    @Column(name = "case_date")
    private @Nullable LocalDate caseDate;

    @Column(name = "report_date")
    private @Nullable LocalDate reportDate;

    @Column(name = "initiated_by")
    private @Nullable String initiatedBy;

    @Column(name = "child_role")
    private @Nullable String childRole;

    private @Nullable Integer age;
    private @Nullable String sex;
    private @Nullable String municipality;

    @Column(name = "has_led_to_prosecution")
    private @Nullable String prosecution;

    @Column(name = "has_led_to_police_report")
    private @Nullable String policeReport;

    @Column(name = "needs_assessed")
    private @Nullable String needsAssessed;

    @Column(name = "needs_assessed_on")
    private @Nullable LocalDate assessedOn;

    @Column(name = "online_element")
    private @Nullable String onlineElement;

    @Column(name = "born_in_country")
    private @Nullable String bornInCountry;

    @Column(name = "residence_status")
    private @Nullable String residenceStatus;

    @Column(name = "main_language")
    private @Nullable String mainLanguage;

    @Column(name = "interpreter_needed")
    private @Nullable String interpreter;

    @Column(name = "living_situation")
    private @Nullable String livingSituation;

    @Convert("jsonText")
    private @Nullable String suspicion;

    @Convert("jsonText")
    private @Nullable String suspects;

    @Convert("jsonText")
    private @Nullable String needs;

    /** Wrapped by the house's key; absent in cases from before there were such keys. */
    @Column(name = "case_key")
    private byte @Nullable [] key;

    @Column(name = "next_due")
    private @Nullable LocalDate nextDue;

    @Column(name = "next_due_rule")
    private @Nullable String nextDueRule;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected CaseEntity() {}

    @SuppressWarnings("NullAway.Init") // the rest follows in change()
    CaseEntity(CaseFile file) {
        super(file.id().value(), file.service(), file.created());
        number = file.number().value();
        serial = number.substring(number.lastIndexOf('-') + 1);
    }

    byte @Nullable [] key() {
        return key;
    }

    void key(byte[] wrapped) {
        key = wrapped;
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    CaseState state() {
        return StateColumns.state(state, stateDay, closureReason);
    }

    void state(CaseState now) {
        StateColumns columns = StateColumns.of(now);
        if (!columns.code().equals(state)) {
            state = columns.code();
        }
        if (!Objects.equals(columns.day(), stateDay)) {
            stateDay = columns.day();
        }
        if (!Objects.equals(columns.reason(), closureReason)) {
            closureReason = columns.reason();
        }
    }

    Optional<NextDue> nextDue() {
        return nextDue == null || nextDueRule == null
                ? Optional.empty()
                : Optional.of(new NextDue(nextDue, nextDueRule));
    }

    void nextDue(Optional<NextDue> due) {
        if (!due.equals(nextDue())) {
            nextDue = due.map(NextDue::due).orElse(null);
            nextDueRule = due.map(NextDue::ruleId).orElse(null);
        }
    }
}
