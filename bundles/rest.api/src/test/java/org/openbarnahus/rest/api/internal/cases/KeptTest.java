// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.rest.api.internal.Json;
import tools.jackson.databind.JsonNode;

public class KeptTest {
    private static final FieldValues STORED = new FieldValues(Map.of(
            FieldId.of("old.rooms"), new IntegerValue(3),
            FieldId.of("old.waiting"), new CodeValue("yes")));
    private final Kept kept = new Kept(schemaOfNothing(), Scope.CASE, STORED);

    @Test
    public void whatIsSentBackAsItWasReadIsNoChange() {
        JsonNode body = json("{'core':{'age':7},'national':{'old.rooms':3,'old.waiting':'yes'}}");
        assertEquals(json("{'core':{'age':7},'national':{}}"), kept.living(body));
    }

    @Test
    public void aChangedValueOfTheArchiveStaysToBeRefused() {
        JsonNode body = json("{'national':{'old.rooms':4,'old.waiting':'yes'}}");
        assertEquals(json("{'national':{'old.rooms':4}}"), kept.living(body));
    }

    @Test
    public void aCodeThatIsGoneIsNoProblemWhereItStoodBefore() {
        JsonNode body = json("{'national':{'old.waiting':'yes','new.waiting':'yes'}}");
        Problem there = Problem.at(ErrorCode.UNKNOWN_CODE, "/national/old.waiting");
        Problem elsewhere = Problem.at(ErrorCode.UNKNOWN_CODE, "/national/new.waiting");
        Problem another = Problem.at(ErrorCode.WRONG_TYPE, "/national/old.waiting");
        assertEquals(List.of(elsewhere, another), kept.without(List.of(there, elsewhere, another), body));
    }

    @Test
    public void aNewObjectKeepsNothing() {
        JsonNode body = json("{'national':{'old.rooms':3}}");
        assertEquals(body, Kept.NOTHING.living(body));
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text.replace('\'', '"'));
    }

    private static SchemaSnapshot schemaOfNothing() {
        return new SchemaSnapshot(
                new SnapshotId("s0123456789abcdef"),
                "SE",
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new Words(Map.of()));
    }
}
