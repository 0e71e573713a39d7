// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.model.value.FieldId;

public class JsonPlaceTest {
    @Test
    public void aCoreFieldStandsUnderCore() {
        assertEquals("core.age", place(Scope.CASE, "age"));
        assertEquals("core.special_needs.assessed", place(Scope.CASE, "special_needs.assessed"));
    }

    @Test
    public void aNationalFieldKeepsItsWholeId() {
        assertEquals(
                List.of("national", "se.suspect_reasonable_date"),
                JsonPlace.onCase(FieldId.of("se.suspect_reasonable_date")).path());
    }

    @Test
    public void commonActivityFieldsAreMembersAndOthersConditions() {
        Scope interview = Scope.activity("forensic_interview");
        assertEquals("location", place(interview, "location"));
        assertEquals("interpreter.used", place(interview, "interpreter.used"));
        assertEquals(
                List.of("conditions", "justice_decision.decision"),
                JsonPlace.of(interview, FieldId.of("justice_decision.decision")).path());
        assertEquals("conditions.eligibility", place(Scope.activity("referral"), "eligibility"));
    }

    @Test
    public void everyPlaceLeadsBackToItsField() {
        for (String id : List.of("age", "special_needs.needs", "se.a_field", "child_demographic.main_language")) {
            FieldId field = FieldId.of(id);
            assertEquals(field, JsonPlace.onCase(field).field(Scope.CASE).orElseThrow());
        }
        for (String id :
                List.of("note", "interpreter.language", "forensic_interview.protocol", "se.a_field", "topic")) {
            FieldId field = FieldId.of(id);
            assertEquals(
                    field, JsonPlace.onEntry(field).field(Scope.ANY_ACTIVITY).orElseThrow());
        }
    }

    @Test
    public void aPlaceThatNoFieldHasLeadsNowhere() {
        assertTrue(new JsonPlace(List.of("core", "se.x")).field(Scope.CASE).isEmpty());
        assertTrue(new JsonPlace(List.of("core")).field(Scope.CASE).isEmpty());
        assertTrue(new JsonPlace(List.of("national", "age")).field(Scope.CASE).isEmpty());
        assertTrue(new JsonPlace(List.of("conditions", "note"))
                .field(Scope.ANY_ACTIVITY)
                .isEmpty());
        assertTrue(new JsonPlace(List.of("nonsense")).field(Scope.ANY_ACTIVITY).isEmpty());
    }

    @Test
    public void onlySuspicionMarksAMainCode() {
        assertTrue(JsonPlace.marksMain(FieldId.of("suspicion")));
        assertFalse(JsonPlace.marksMain(FieldId.of("special_needs.needs")));
    }

    private static String place(Scope scope, String id) {
        return JsonPlace.of(scope, FieldId.of(id)).toString();
    }
}
