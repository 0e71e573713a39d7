// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Test;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackText;

public class SchemaHouseTest {
    private final FakeSurroundings around = new FakeSurroundings();
    private final SchemaHouse house = new SchemaHouse(around);

    @Test
    public void aCountryIsReadyAndAnnouncedOnce() {
        change(put(PackText.realFiles("core")));
        assertEquals(Set.of(), around.ready);
        assertEquals(Optional.empty(), house.newest("XX"));
        change(put(PackText.aCountry().from("folder:xx")));
        assertEquals(Set.of("XX"), around.ready);
        change(put(PackText.aCountry().from("folder:xx")));
        assertEquals(List.of("XX"), around.told);
    }

    @Test
    public void aCountryThatGoesIsAnnouncedAndNoLongerReady() {
        start();
        change(shelf -> shelf.remove("folder:xx#xx"));
        assertEquals(Set.of(), around.ready);
        assertEquals(List.of("XX", "XX"), around.told);
        assertEquals(Optional.empty(), house.newest("XX"));
    }

    @Test
    public void aRefusedPackIsAnnouncedAlthoughNoSchemaChanges() {
        start();
        int before = around.packsTold;
        List<String> schemas = List.copyOf(around.told);
        change(put(PackText.aCountry()
                .replace("fields/case.yaml", "type: code", "type: colour")
                .from("folder:xx")));
        assertEquals(before + 1, around.packsTold);
        assertEquals(schemas, around.told);
        change(put(PackText.aCountry()
                .replace("fields/case.yaml", "type: code", "type: colour")
                .from("folder:xx")));
        assertEquals("the same again is no news", before + 1, around.packsTold);
    }

    @Test
    public void packsLoadBeforeTheDatabaseAndAreKeptWhenItComes() {
        SchemaSnapshot snapshot = start();
        assertFalse(house.keepWaiting());
        FakeStore store = new FakeStore();
        around.store = store;
        assertTrue(house.keepWaiting());
        assertEquals(Set.of(snapshot.id().value()), store.kept.keySet());
    }

    @Test
    public void aDatabaseThatDoesNotAnswerIsAskedAgain() {
        FakeStore store = new FakeStore();
        store.gone = true;
        around.store = store;
        start();
        assertFalse(house.keepWaiting());
        store.gone = false;
        assertTrue(house.keepWaiting());
        assertEquals(1, store.kept.size());
    }

    @Test
    public void aPastSchemaIsFoundAfterItsPackIsGone() {
        SchemaSnapshot old = start();
        change(shelf -> shelf.remove("folder:xx#xx"));
        assertEquals(Optional.of(old), house.find(old.id()));
    }

    @Test
    public void aPastSchemaIsReadFromTheDatabaseOnceAfterARestart() {
        FakeStore store = new FakeStore();
        around.store = store;
        SchemaSnapshot old = start();
        SchemaHouse restarted = new SchemaHouse(around);
        assertEquals(Optional.of(old), restarted.find(old.id()));
        assertEquals(Optional.of(old), restarted.find(old.id()));
        assertEquals(1, store.reads);
    }

    @Test
    public void aFieldWhosePackIsGoneIsKnownFromThePastAlsoAfterARestart() {
        FakeStore store = new FakeStore();
        around.store = store;
        SchemaSnapshot old = start();
        FieldId field = old.fields(Scope.CASE).stream()
                .map(FieldDefinition::id)
                .filter(id -> id.value().startsWith("xx."))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(old), house.knowing("XX", field));
        change(shelf -> shelf.remove("folder:xx#xx"));
        assertEquals(Optional.of(old), house.knowing("XX", field));
        SchemaHouse restarted = new SchemaHouse(around);
        assertEquals(Optional.of(old), restarted.knowing("XX", field));
        assertEquals(Optional.empty(), restarted.knowing("YY", field));
        assertEquals(Optional.empty(), restarted.knowing("XX", FieldId.of("xx.never_there")));
    }

    @Test
    public void anUnknownSchemaIsAbsentAndADeadDatabaseIsNot() {
        FakeStore store = new FakeStore();
        around.store = store;
        SnapshotId unknown = new SnapshotId("s0123456789abcdef");
        assertEquals(Optional.empty(), house.find(unknown));
        store.gone = true;
        assertThrows(StoreUnavailableException.class, () -> house.find(unknown));
    }

    @Test
    public void closingWithdrawsReadiness() {
        start();
        house.close();
        assertEquals(Set.of(), around.ready);
        assertEquals(Optional.empty(), house.newest("XX"));
    }

    private SchemaSnapshot start() {
        change(put(PackText.realFiles("core")), put(PackText.aCountry().from("folder:xx")));
        return house.newest("XX").orElseThrow();
    }

    private static Consumer<PackShelf> put(PackFiles files) {
        return shelf -> shelf.put(files);
    }

    @SafeVarargs
    private void change(Consumer<PackShelf>... changes) {
        house.change(List.of(changes));
    }
}
