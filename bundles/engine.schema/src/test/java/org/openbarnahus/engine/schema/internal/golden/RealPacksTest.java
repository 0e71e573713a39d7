// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.golden;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.engine.schema.internal.compose.Snapshots;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackText;

/** The packs of the tree, as they are. */
public class RealPacksTest {
    private static final List<String> ALL = List.of("core", "se", "no", "bqs", "bhq");

    @Test
    public void allComposeWithoutAProblem() {
        assertEquals(Map.of(), Snapshots.all().refused());
        assertEquals(Set.of("NO", "SE"), Snapshots.all().snapshots().keySet());
    }

    @Test
    public void everyPackPassesItsCheckAndTheCountriesTheirExamples() {
        List<PackFiles> packs = ALL.stream().map(PackText::realFiles).toList();
        for (String code : ALL) {
            PackCheck.Result result = PackCheck.check(PackText.realFiles(code), packs);
            assertEquals("", PackText.text(result.problems()));
            if (code.equals("se") || code.equals("no")) {
                assertTrue(code + " runs its examples", result.cases() >= 10);
            }
        }
    }

    @Test
    public void swedenHasItsMunicipalitiesRuleIndicatorsAndQuestionnaire() {
        SchemaSnapshot se = Snapshots.of("SE");
        long numbered = se.codeList("municipality").orElseThrow().entries().stream()
                .filter(e -> e.code().matches("\\d{4}"))
                .count();
        assertEquals(290, numbered);
        assertTrue(se.rules().stream().anyMatch(r -> r.id().equals("se.fuk2a")));
        assertTrue(se.indicators().stream().anyMatch(i -> i.id().equals("BH-1.1-01")));
        assertEquals("bhq.child", se.questionnaires().getFirst().id());
    }

    @Test
    public void everyFieldHasAWordInTheCountrysLanguage() {
        for (String[] pair : new String[][] {{"SE", "sv"}, {"NO", "nb"}}) {
            SchemaSnapshot snapshot = Snapshots.of(pair[0]);
            Map<String, String> words = snapshot.words().byLanguage().getOrDefault(pair[1], Map.of());
            Stream<String> missing =
                    snapshot.fields().values().stream().map(f -> f.labelKey()).filter(key -> !words.containsKey(key));
            assertEquals(List.of(), missing.toList());
        }
        assertTrue(Snapshots.of("SE").field(FieldId.of("no.full_account")).isEmpty());
        assertTrue(!Snapshots.of("SE").label(Locale.of("sv"), "field.age").startsWith("field."));
    }
}
