// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.service.query.SharingMatrix;
import org.openbarnahus.core.service.query.SharingMatrix.Row;

/** The matrix says what {@link FieldRules} decides. */
public class SharingTest {
    /** Coordinator, Barnahus, child protection, health, police, prosecution, overseer. */
    private static final String TABLE = """
            band [activity:exam] yynynny
            note [activity:*] yyyyyyn
            note [activity:exam] ynnynnn
            note [activity:hearing] ynnnyyn
            age [case] yyyyyyy
            """;

    private static String told(Row row) {
        return row.field().id() + " "
                + row.where().stream().map(Scope::value).sorted().toList() + " "
                + row.shown().stream().map(yes -> yes ? "y" : "n").collect(Collectors.joining());
    }

    @Test
    public void everyFieldHasARowForEachAnswerAndThoseWithARuleStandFirst() {
        List<Row> rows = SharingRows.of(FieldRulesTest.SCHEMA);
        assertEquals(
                TABLE.lines().sorted().toList(),
                rows.stream().map(SharingTest::told).sorted().toList());
        List<Boolean> ruled = rows.stream().map(r -> r.why().isPresent()).toList();
        assertEquals(List.of(true, true, true, false, false), ruled);
        assertEquals("age", rows.getLast().field().id().value());
    }

    @Test
    public void theDocumentNamesItsSchemaAndHoldsNoFormula() {
        SchemaSnapshot s = FieldRulesTest.SCHEMA;
        SchemaSnapshot hostile = new SchemaSnapshot(
                s.id(),
                s.country(),
                s.packs(),
                s.fields(),
                s.codeLists(),
                s.activityTypes(),
                s.rules(),
                s.indicators(),
                s.questionnaires(),
                new Words(
                        Map.of("en", Map.of("field.band", "=cmd|' /C calc'!A0", "field.band.why", "a \"quote\"\n-1"))));
        String csv = SharingCsv.of(new SharingMatrix(hostile, Instant.EPOCH, SharingRows.of(hostile)), Locale.ENGLISH);
        assertTrue(csv, csv.startsWith("\"schema\",\"s0123456789abcdef\",\"SE\",\"1970-01-01T00:00:00Z\"\r\n"));
        assertTrue(
                csv, csv.contains("\"band\",\"'=cmd|' /C calc'!A0\",\"activity:exam\",\"yes\",\"yes\",\"no\",\"yes\""));
        assertTrue(csv, csv.contains("\"a \"\"quote\"\" -1\""));
        assertFalse(csv, csv.contains("\"="));
        assertEquals(7, csv.lines().count());
    }
}
