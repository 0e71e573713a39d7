// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;

public class DraftTextTest {
    private static Map<FieldId, Optional<FieldValue>> everyKind() {
        Map<FieldId, Optional<FieldValue>> changes = new TreeMap<>();
        changes.put(new FieldId("a.code"), Optional.of(new CodeValue("yes")));
        changes.put(new FieldId("a.codes"), Optional.of(new CodesValue(List.of("x", "y z"), "y z")));
        changes.put(new FieldId("a.mainless"), Optional.of(new CodesValue(List.of("x"), null)));
        changes.put(new FieldId("a.date"), Optional.of(new DateValue(LocalDate.of(2026, 3, 12))));
        changes.put(new FieldId("a.number"), Optional.of(new IntegerValue(-7)));
        changes.put(new FieldId("a.note"), Optional.of(new TextValue("rad ett\nrad två = 100 % & mer\u2028slut ")));
        changes.put(
                new FieldId("a.rows"),
                Optional.of(new RowsValue(List.of(Map.of("sex", "girl", "age", "a=b&c"), Map.of("sex", "boy")))));
        changes.put(new FieldId("a.emptied"), Optional.empty());
        return changes;
    }

    @Test
    public void everyKindOfValueComesBackAsItWas() {
        DraftText draft = new DraftText(Map.of("type", "core.interview", "date", "2026-03-12"), everyKind());
        assertEquals(draft, DraftText.read(draft.text()).orElseThrow());
    }

    @Test
    public void whatIsNotUnderstoodIsNoDraft() {
        for (String junk : List.of("a.code unheard of", "a.date date 2026-13-45", "head type", "Ö code x", "%zz")) {
            assertTrue(junk, DraftText.read(junk).isEmpty());
        }
    }

    @Test
    public void whatWasTypedStaysOutOfLogs() {
        assertFalse(new DraftText(Map.of(), everyKind()).toString().contains("rad"));
    }
}
