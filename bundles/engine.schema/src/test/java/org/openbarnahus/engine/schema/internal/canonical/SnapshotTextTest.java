// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.canonical;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.compose.Snapshots;
import org.openbarnahus.engine.schema.internal.pack.PackText;

public class SnapshotTextTest {
    @Test
    public void everySnapshotIsReadBackAsItWas() {
        for (String country : new String[] {"SE", "NO"}) {
            SchemaSnapshot snapshot = Snapshots.of(country);
            String text = SnapshotText.write(snapshot);
            SchemaSnapshot back = SnapshotText.read(snapshot.id(), text);
            assertEquals(snapshot, back);
            assertEquals(text, SnapshotText.write(back));
            assertEquals(snapshot.id(), SnapshotText.id(text));
        }
    }

    @Test
    public void theOrderOfCodesSurvives() {
        SchemaSnapshot snapshot = Snapshots.of("SE");
        SchemaSnapshot back = SnapshotText.read(snapshot.id(), SnapshotText.write(snapshot));
        assertEquals(
                snapshot.codeList("violence").orElseThrow().entries().stream().toList(),
                back.codeList("violence").orElseThrow().entries().stream().toList());
    }

    @Test
    public void theSamePacksGiveTheSameId() {
        assertEquals(
                Snapshots.of(PackText.aCountry()).id(),
                Snapshots.of(PackText.aCountry()).id());
    }

    @Test
    public void anyChangeGivesAnotherId() {
        SnapshotId id = Snapshots.of(PackText.aCountry()).id();
        assertNotEquals(id, changed("i18n/en.properties", "=Colour", "=Hue"));
        assertNotEquals(id, changed("pack.yaml", "0.1.0", "0.1.1"));
        assertNotEquals(id, changed("codelists/xx.colour.csv", "Red", "Reddish"));
        assertNotEquals(id, changed("fields/case.yaml", "plain", "special"));
    }

    @Test
    public void aCommentGivesNone() {
        assertEquals(
                Snapshots.of(PackText.aCountry()).id(), changed("fields/case.yaml", "fields:", "# a comment\nfields:"));
    }

    @Test
    public void theTextHoldsNoIdAndSortsItsMembers() {
        SchemaSnapshot snapshot = Snapshots.of("SE");
        String text = SnapshotText.write(snapshot);
        assertFalse(text.contains(snapshot.id().value()));
        assertTrue(text.startsWith("{\"activities\":[{\"code\":"));
    }

    @Test
    public void anotherTextIsRefused() {
        SnapshotId id = new SnapshotId("s0123456789abcdef");
        assertThrows(IllegalArgumentException.class, () -> SnapshotText.read(id, "not json"));
        assertThrows(IllegalArgumentException.class, () -> SnapshotText.read(id, "{}"));
    }

    private static SnapshotId changed(String file, String old, String fresh) {
        return Snapshots.of(PackText.aCountry().replace(file, old, fresh)).id();
    }

    @Test
    public void whatIsNoSnapshotIsRefusedAsPromised() {
        SchemaSnapshot snapshot = Snapshots.of(PackText.aCountry());
        String text = SnapshotText.write(snapshot);
        String field = text.substring(text.indexOf("\"fields\":[") + 10, text.indexOf("\"indicators\""));
        String twice = text.replace(field, "[" + field.substring(1, field.lastIndexOf(']')) + "," + field.substring(1));
        String dated = text.replaceFirst("\"code\":\"red\"", "\"code\":\"red\",\"valid_from\":\"yesterday\"");
        assertNotEquals(text, dated);
        for (String bad : new String[] {"null", "[]", "7", "\"\"", "{}", twice, dated}) {
            assertThrows(bad, IllegalArgumentException.class, () -> SnapshotText.read(snapshot.id(), bad));
        }
    }
}
