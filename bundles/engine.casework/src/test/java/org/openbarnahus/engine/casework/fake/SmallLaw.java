// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.PackRef;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Sensitivity;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.FieldId;

/** A schema small enough to read: every field type, one field of a country's pack. */
public final class SmallLaw {
    public static final FieldId NATIONAL = FieldId.of("se.started_on");

    private SmallLaw() {}

    /** Core and Swedish fields. */
    public static SchemaSnapshot swedish() {
        return snapshot("s0000000000000001", true);
    }

    /** The same after the country's field has gone. */
    public static SchemaSnapshot withoutNationalField() {
        return snapshot("s0000000000000002", false);
    }

    private static SchemaSnapshot snapshot(String id, boolean national) {
        Map<FieldId, FieldDefinition> fields = new LinkedHashMap<>();
        for (FieldDefinition field : caseFields(national)) {
            fields.put(field.id(), field);
        }
        for (FieldDefinition field : activityFields()) {
            fields.put(field.id(), field);
        }
        return new SchemaSnapshot(
                new SnapshotId(id),
                "SE",
                List.of(new PackRef("core", "1.0.0", false), new PackRef("se", "1.0.0", true)),
                fields,
                lists(),
                activities(),
                List.of(),
                List.of(),
                List.of(),
                words());
    }

    /** The same with times of retention. */
    public static SchemaSnapshot keeping(RetentionRule... rules) {
        SchemaSnapshot law = swedish();
        return new SchemaSnapshot(
                law.id(),
                law.country(),
                law.packs(),
                law.fields(),
                law.codeLists(),
                law.activityTypes(),
                law.rules(),
                law.indicators(),
                law.questionnaires(),
                law.words(),
                List.of(rules));
    }

    private static List<FieldDefinition> caseFields(boolean national) {
        Set<Scope> on = Set.of(Scope.CASE);
        List<FieldDefinition> fields = new ArrayList<>(List.of(
                field("case_date", on, FieldType.DATE, 10, Requirement.NOW, ""),
                field("sex", on, FieldType.CODE, 20, Requirement.NOW, "sex"),
                field("age", on, FieldType.INTEGER, 30, Requirement.NO, ""),
                field("suspicion", on, FieldType.CODE_MULTI, 40, Requirement.NO, "violence"),
                field("suspects", on, FieldType.ROWS, 50, Requirement.NO, ""),
                field("has_led_to_prosecution", on, FieldType.YES_NO_UNKNOWN, 60, Requirement.BEFORE_CLOSURE, "")));
        if (national) {
            fields.add(field(NATIONAL.value(), on, FieldType.DATE, 70, Requirement.NO, ""));
        }
        return fields;
    }

    private static List<FieldDefinition> activityFields() {
        return List.of(
                field("note", Set.of(Scope.ANY_ACTIVITY), FieldType.TEXT, 10, Requirement.NO, ""),
                field(
                        "eligibility",
                        Set.of(Scope.activity("referral")),
                        FieldType.CODE,
                        20,
                        Requirement.NO,
                        "eligibility"),
                field(
                        "closure_reason",
                        Set.of(Scope.activity("closure")),
                        FieldType.CODE,
                        20,
                        Requirement.NOW,
                        "closure_reason"));
    }

    private static FieldDefinition field(
            String id, Set<Scope> on, FieldType type, int order, Requirement required, String list) {
        String codes = type == FieldType.YES_NO_UNKNOWN ? "yes_no_unknown" : list;
        List<Column> columns = type == FieldType.ROWS
                ? List.of(new Column("relation", "relation", true), new Column("sex", "sex", false))
                : List.of();
        return new FieldDefinition(
                FieldId.of(id),
                id.startsWith("se.") ? "se" : "core",
                on,
                type,
                "all",
                order,
                required,
                codes.isEmpty() ? Optional.empty() : Optional.of(codes),
                columns,
                Limits.NONE,
                Condition.ALWAYS,
                type == FieldType.TEXT ? Sensitivity.FREE_TEXT : Sensitivity.PLAIN,
                Optional.empty());
    }

    private static Map<String, CodeList> lists() {
        return Map.of(
                "sex", list("sex", "female", "male", "unknown"),
                "violence", list("violence", "physical_other", "psychological", "unknown"),
                "relation", list("relation", "mother", "father", "unknown"),
                "yes_no_unknown", list("yes_no_unknown", "yes", "no", "unknown"),
                "eligibility", list("eligibility", "accepted", "declined", "waiting"),
                "closure_reason", list("closure_reason", "completed", "moved_away"));
    }

    private static CodeList list(String id, String... codes) {
        List<CodeEntry> entries = new ArrayList<>();
        for (String code : codes) {
            entries.add(new CodeEntry(
                    code,
                    "core",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Map.of()));
        }
        return CodeList.of(id, entries);
    }

    private static Map<String, ActivityType> activities() {
        Map<String, ActivityType> types = new LinkedHashMap<>();
        for (String code : List.of("referral", "forensic_interview", "justice_decision", "closure")) {
            types.put(code, new ActivityType(code, "core", "", types.size(), true));
        }
        return types;
    }

    private static Words words() {
        return new Words(Map.of(
                "en", Map.of("code.sex.female", "Girl", "code.sex.male", "Boy", "activity.referral", "Referral"),
                "sv",
                        Map.of(
                                "code.sex.female", "Flicka",
                                "code.sex.male", "Pojke",
                                "code.violence.psychological", "Psykiskt våld",
                                "code.yes_no_unknown.yes", "Ja",
                                "code.yes_no_unknown.no", "Nej",
                                "activity.referral", "Remiss")));
    }
}
