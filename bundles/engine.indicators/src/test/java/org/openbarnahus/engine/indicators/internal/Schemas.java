// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
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

/** A small schema with a coded field, and indicators of every kind. */
final class Schemas {
    static final FieldId SEX = FieldId.of("sex");
    static final FieldId AGE = FieldId.of("age");
    private static final FieldId SUSPICION = FieldId.of("suspicion");
    private static final IndicatorInfo INFO =
            new IndicatorInfo("cases", IndicatorInfo.Direction.NONE, Optional.empty(), false, "test");
    private static final Condition NEVER = new Condition.Any(List.of());
    static final Moment CASE_DATE = new Moment.FieldDate(FieldId.of("case_date"));
    private static final Moment REPORT = new Moment.FieldDate(FieldId.of("report_date"));
    private static final Moment INTERVIEW = new Moment.EventDate("forensic_interview", Condition.ALWAYS, false);

    private Schemas() {}

    static IndicatorDefinition indicator(String id, String standard, IndicatorKind kind) {
        return new IndicatorDefinition(
                id,
                "bqs",
                "1.0.0",
                standard,
                kind,
                CASE_DATE,
                Condition.ALWAYS,
                kind == IndicatorKind.SHARE ? new Condition.FieldIn(SEX, Set.of("unknown")) : NEVER,
                new Condition.FieldIn(SEX, Set.of("female")),
                Optional.of(REPORT),
                Optional.of(INTERVIEW),
                Optional.of(SUSPICION),
                INFO);
    }

    static SchemaSnapshot snapshot(IndicatorDefinition... indicators) {
        return new SchemaSnapshot(
                new SnapshotId("s0123456789abcdef"),
                "SE",
                List.of(new PackRef("bqs", "0.1.0", true)),
                Map.of(SEX, field(SEX, FieldType.CODE), AGE, field(AGE, FieldType.INTEGER)),
                Map.of("sex", CodeList.of("sex", List.of(code("female"), code("male"), code("unknown")))),
                Map.of(),
                List.of(),
                List.of(indicators),
                List.of(),
                new Words(Map.of()));
    }

    private static CodeEntry code(String code) {
        return new CodeEntry(
                code, "core", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Map.of());
    }

    private static FieldDefinition field(FieldId id, FieldType type) {
        return new FieldDefinition(
                id,
                "core",
                Set.of(Scope.CASE),
                type,
                "child",
                1,
                Requirement.NO,
                type == FieldType.CODE ? Optional.of(id.value()) : Optional.empty(),
                List.of(),
                Limits.NONE,
                Condition.ALWAYS,
                Sensitivity.PLAIN,
                Optional.empty());
    }
}
