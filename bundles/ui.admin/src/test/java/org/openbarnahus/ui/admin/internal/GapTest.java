// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Scale;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Words;

public final class GapTest {
    private static SchemaSnapshot snapshot(List<QuestionnaireDefinition> questionnaires) {
        return new SchemaSnapshot(
                new SnapshotId("s0123456789abcdef"),
                "SE",
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                questionnaires,
                new Words(Map.of()));
    }

    @Test
    public void withoutACountryNothingElseMatters() {
        assertEquals(List.of(Gap.COUNTRY), Gap.of(Optional.empty(), false));
    }

    @Test
    public void everyMissingKindIsNamedMostSeriousFirst() {
        assertEquals(
                List.of(Gap.DETECTOR, Gap.RULES, Gap.QUESTIONNAIRES, Gap.INDICATORS),
                Gap.of(Optional.of(snapshot(List.of())), false));
    }

    @Test
    public void whatIsThereIsNotNamed() {
        QuestionnaireDefinition one = new QuestionnaireDefinition(
                "x",
                "x",
                "1.0.0",
                "child",
                Optional.empty(),
                Optional.empty(),
                new Scale("s", List.of(), List.of()),
                List.of(),
                List.of());
        assertEquals(List.of(Gap.RULES, Gap.INDICATORS), Gap.of(Optional.of(snapshot(List.of(one))), true));
    }
}
