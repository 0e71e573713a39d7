// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.engine.plugins.internal.Shelf.Item;
import org.openbarnahus.engine.plugins.internal.SiteFeatures.Wish;
import org.openbarnahus.sdk.testkit.Partial;

public class SiteFeaturesTest {
    private static final String SE = "openbarnahus-country-se";
    private static final String NO = "openbarnahus-country-no";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Set<String> in = new TreeSet<>();
    private final List<String> switched = new ArrayList<>();
    private final Houses houses = new Houses();

    @Test
    public void theConfiguredCountryIsSwitchedOn() {
        features("SE", "").apply();
        assertEquals(Set.of(SE), in);
    }

    @Test
    public void aHouseBringsItsLawWithoutConfiguration() {
        SiteFeatures features = features("", "");
        features.apply();
        assertEquals(Set.of(), in);
        houses.records.add(new BarnahusRecord(new ServiceId(UUID.randomUUID()), "NO-OSL", "NO", "Oslo", "Europe/Oslo"));
        features.apply();
        assertEquals(Set.of(NO), in);
    }

    @Test
    public void whatSomebodySwitchedOffStaysOff() {
        choices().keep(SE, false);
        features("SE,NO", "").apply();
        assertEquals(Set.of(NO), in);
    }

    @Test
    public void whatSomebodySwitchedOnComesBackAfterTheContainerForgot() {
        choices().keep(NO, true);
        features("", "").apply();
        assertEquals(Set.of(NO), in);
    }

    @Test
    public void nothingIsDoneTwice() {
        SiteFeatures features = features("SE", NO);
        features.apply();
        features.apply();
        assertEquals(List.of(NO, SE), switched.stream().distinct().sorted().toList());
        assertEquals(2, switched.size());
    }

    private Choices choices() {
        return new Choices(Path.of(folder.getRoot().getPath(), "plugins.state"));
    }

    private SiteFeatures features(String country, String more) {
        return new SiteFeatures(
                new Wish(country, more), new FakeShelf(), Partial.of(SiteStore.class, houses), choices());
    }

    /** Houses of the site. */
    public static final class Houses {
        final List<BarnahusRecord> records = new ArrayList<>();

        public List<BarnahusRecord> services() {
            return List.copyOf(records);
        }
    }

    private final class FakeShelf implements Shelf {
        @Override
        public List<Item> items() {
            return List.of(item(NO), item(SE));
        }

        private Item item(String name) {
            return new Item(name, name, "1.0.0", in.contains(name), List.of());
        }

        @Override
        public void put(Item item, boolean put) {
            switched.add(item.name());
            if (put) {
                in.add(item.name());
            } else {
                in.remove(item.name());
            }
        }
    }
}
