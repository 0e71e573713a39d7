// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Sensitivity;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

public class BodyFieldsTest {
    private final BodyFields fields = new BodyFields(
            schema(
                    field("age", FieldType.INTEGER),
                    field("sex", FieldType.CODE),
                    field("suspicion", FieldType.CODE_MULTI),
                    field("suspects", FieldType.ROWS),
                    field("special_needs.assessed", FieldType.YES_NO_UNKNOWN),
                    field("special_needs.needs", FieldType.CODE_MULTI),
                    field("se.suspect_reasonable_date", FieldType.DATE)),
            Scope.CASE);

    @Test
    public void everyShapeComesBackAsItWentOut() {
        FieldValues values = new FieldValues(Map.of(
                FieldId.of("age"), new IntegerValue(9),
                FieldId.of("sex"), new CodeValue("female"),
                FieldId.of("suspicion"), new CodesValue(List.of("rape", "csam"), "csam"),
                FieldId.of("suspects"), new RowsValue(List.of(Map.of("relation", "stranger", "sex", "male"))),
                FieldId.of("special_needs.assessed"), new CodeValue("yes"),
                FieldId.of("special_needs.needs"), new CodesValue(List.of("autism"), null),
                FieldId.of("se.suspect_reasonable_date"), new DateValue(LocalDate.of(2026, 1, 15))));
        ObjectNode body = Json.object();
        BodyFields.write(Scope.CASE, values, body);
        assertEquals("yes", body.at("/core/special_needs/assessed").stringValue());
        assertTrue(body.at("/core/suspicion/1/main").booleanValue());
        assertEquals(
                "2026-01-15",
                body.path("national").path("se.suspect_reasonable_date").stringValue());
        assertEquals(values, fields.read(body, Set.of()));
    }

    @Test
    public void nullClearsAndAbsentLeaves() {
        var changes = fields.changes(json("{\"core\":{\"age\":null,\"sex\":\"male\"}}"), Set.of());
        assertEquals(
                Map.of(FieldId.of("age"), Optional.empty(), FieldId.of("sex"), Optional.of(new CodeValue("male"))),
                changes);
    }

    @Test
    public void aWholeBodyClearsWhatItLeavesOut() {
        var changes = fields.replacing(json("{\"core\":{\"age\":7}}"), Set.of(), Set.of());
        assertEquals(Optional.of(new IntegerValue(7)), changes.get(FieldId.of("age")));
        assertEquals(Optional.empty(), changes.get(FieldId.of("suspects")));
        assertEquals(7, changes.size());
    }

    @Test
    public void aWholeBodyLeavesWhatItsSenderIsNotShownUnlessItNamesIt() {
        FieldId suspects = FieldId.of("suspects");
        var changes = fields.replacing(json("{\"core\":{\"age\":7}}"), Set.of(), Set.of(suspects));
        assertFalse(changes.containsKey(suspects));
        assertEquals(6, changes.size());
        var named = fields.replacing(json("{\"core\":{\"suspects\":null}}"), Set.of(), Set.of(suspects));
        assertTrue("the service refuses it", named.containsKey(suspects));
    }

    @Test
    public void everyProblemIsNamedByItsPlace() {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> fields.changes(
                        json("{\"core\":{\"age\":\"nine\",\"shoe_size\":3},\"id\":\"mine\",\"x\":1}"), Set.of("id")));
        assertEquals(
                Set.of("WRONG_TYPE /core/age", "UNKNOWN_FIELD /core/shoe_size", "UNKNOWN_FIELD /x"),
                refused.problems().stream().map(p -> p.code() + " " + p.path()).collect(Collectors.toSet()));
    }

    @Test
    public void hostileShapesAreRefusedNotThrown() {
        for (String hostile : List.of(
                "{\"core\":{\"suspicion\":[{\"code\":\"a\",\"main\":true},{\"code\":\"b\",\"main\":true}]}}",
                "{\"core\":{\"suspicion\":[{\"code\":\"a\"},{\"code\":\"a\"}]}}",
                "{\"core\":{\"suspicion\":\"a\"}}",
                "{\"core\":{\"suspects\":[{}]}}",
                "{\"core\":{\"age\":1.5}}",
                "{\"core\":{\"age\":99999999999999999999}}",
                "{\"national\":{\"se.suspect_reasonable_date\":\"2026-02-30\"}}")) {
            ProblemException refused =
                    assertThrows(hostile, ProblemException.class, () -> fields.changes(json(hostile), Set.of()));
            assertEquals(ErrorCode.WRONG_TYPE, refused.problems().getFirst().code());
        }
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }

    private static FieldDefinition field(String id, FieldType type) {
        return new FieldDefinition(
                FieldId.of(id),
                "core",
                Set.of(Scope.CASE),
                type,
                "child",
                10,
                Requirement.NO,
                Optional.of("list"),
                List.of(),
                Limits.NONE,
                Condition.ALWAYS,
                Sensitivity.PLAIN,
                Optional.empty());
    }

    private static SchemaSnapshot schema(FieldDefinition... fields) {
        return new SchemaSnapshot(
                new SnapshotId("s0123456789abcdef"),
                "SE",
                List.of(),
                Stream.of(fields).collect(Collectors.toMap(FieldDefinition::id, f -> f)),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new Words(Map.of()));
    }
}
