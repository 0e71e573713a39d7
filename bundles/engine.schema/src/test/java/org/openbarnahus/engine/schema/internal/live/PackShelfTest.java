// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.engine.schema.internal.pack.PackText;

public class PackShelfTest {
    private final PackShelf shelf = new PackShelf();

    @Before
    public void theCoreIsThere() {
        shelf.put(PackText.realFiles("core"));
    }

    @Test
    public void aCountryComesAndGoes() {
        shelf.put(PackText.aCountry().from("folder:xx"));
        assertEquals(Set.of("XX"), shelf.snapshots().keySet());
        assertTrue(status("xx").active());
        assertTrue(status("xx").draft());
        shelf.remove("folder:xx#xx");
        assertTrue(shelf.snapshots().isEmpty());
        assertEquals(1, shelf.status().size());
    }

    @Test
    public void aWrongPackIsRefusedAndShowsWhy() {
        shelf.put(PackText.aCountry()
                .replace("fields/case.yaml", "type: code", "type: colour")
                .from("folder:xx"));
        assertTrue(shelf.snapshots().isEmpty());
        assertFalse(status("xx").active());
        assertTrue(
                status("xx").problems().getFirst().startsWith("fields/case.yaml:4:11: type 'colour' is unknown -> "));
    }

    @Test
    public void aRunningPackEditedWronglyKeepsRunning() {
        shelf.put(PackText.aCountry().from("folder:xx"));
        var before = shelf.snapshots();
        for (PackText wrong : List.of(
                PackText.aCountry().replace("fields/case.yaml", "type: code", "type: colour"),
                PackText.aCountry().replace("fields/case.yaml", "list: xx.colour", "list: xx.gone"),
                PackText.aCountry().without("pack.yaml"))) {
            shelf.put(wrong.replace("i18n/en.properties", "=Colour", "=Hue").from("folder:xx"));
            assertEquals(before, shelf.snapshots());
            assertTrue(status("xx").active());
            assertEquals(1, status("xx").problems().size());
        }
        shelf.put(PackText.aCountry().replace("pack.yaml", "0.1.0", "0.2.0").from("folder:xx"));
        assertEquals("0.2.0", status("xx").version());
        assertEquals(List.of(), status("xx").problems());
    }

    @Test
    public void aNewVersionThatBreaksAnotherPackIsRefused() {
        shelf.put(PackText.aCountry().from("folder:xx"));
        shelf.put(PackText.aSite("house")
                .replace("fields/case.yaml", "sensitivity", "show_if: {field: xx.colour, in: [red]}, sensitivity")
                .from("folder:house"));
        assertTrue(status("house").active());
        shelf.put(PackText.aCountry().with("fields/case.yaml", "fields: []").from("folder:xx"));
        assertTrue(status("house").active());
        assertTrue(status("xx").active());
        assertTrue(status("xx").problems().getFirst().contains("this version breaks pack 'house'"));
        assertTrue(java.util.Objects.requireNonNull(shelf.snapshots().get("XX"))
                .field(FieldId.of("xx.colour"))
                .isPresent());
    }

    @Test
    public void removingACountryRefusesItsSitePack() {
        shelf.put(PackText.aCountry().from("folder:xx"));
        shelf.put(PackText.aSite("house").from("folder:house"));
        shelf.remove("folder:xx#xx");
        assertFalse(status("house").active());
        assertTrue(status("house").problems().getFirst().contains("no country that the pack applies to is active"));
    }

    @Test
    public void aDoubledCodeIsRefusedTheSameWayInAnyOrder() {
        shelf.put(PackText.aCountry().from("folder:xx"));
        shelf.put(PackText.aCountry().from("bundle:country.xx"));
        for (PackStatus status : shelf.status()) {
            if (status.code().equals("xx")) {
                assertEquals(status.source().startsWith("bundle:"), status.active());
            }
        }
        String problem = shelf.status().stream()
                .filter(s -> s.source().equals("folder:xx"))
                .findFirst()
                .orElseThrow()
                .problems()
                .getFirst();
        assertTrue(problem, problem.contains("pack 'xx' is there already: bundle:country.xx"));
        shelf.remove("bundle:country.xx#xx");
        assertTrue(status("xx").active());
    }

    @Test
    public void onlyTheSitesCountriesAreComposed() {
        shelf.put(PackText.aCountry().from("folder:xx"));
        shelf.put(PackText.realFiles("se"));
        assertEquals(Set.of("SE", "XX"), shelf.snapshots().keySet());
        shelf.countries(Set.of("SE"));
        assertEquals(Set.of("SE"), shelf.snapshots().keySet());
        assertFalse(status("xx").active());
        shelf.countries(Set.of());
        assertTrue(status("xx").active());
    }

    private PackStatus status(String code) {
        return shelf.status().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
