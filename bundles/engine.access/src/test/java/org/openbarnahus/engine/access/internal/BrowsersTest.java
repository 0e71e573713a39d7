// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What a browser keeps about the accounts that were used in it. */
public class BrowsersTest {
    private static final Instant SINCE = Instant.parse("2026-11-20T08:00:00.123Z");
    private static final Instant LATER = SINCE.plusMillis(1);
    private final Browsers mine = new Browsers(Keys.with("one"));

    private boolean knows(String held, String name) {
        return mine.since(held, Fixture.id(name)).isPresent();
    }

    private String with(String held, String name) {
        return mine.with(held, Fixture.id(name), SINCE);
    }

    @Test
    public void itIsOursOrWorthNothing() {
        Browsers others = new Browsers(Keys.with("other"));
        String held = with("", "anna");
        assertEquals(Optional.of(SINCE), mine.since(held, Fixture.id("anna")));
        assertFalse(knows(held, "otto"));
        assertEquals(Optional.empty(), others.since(held, Fixture.id("anna")));
        assertFalse(held.contains("anna"));
        String both = mine.with(held, Fixture.id("otto"), LATER);
        assertEquals(Optional.of(SINCE), mine.since(both, Fixture.id("anna")));
        assertEquals(Optional.of(LATER), mine.since(both, Fixture.id("otto")));
        assertEquals("the number stays", held.substring(0, 22), both.substring(0, 22));
        assertNotEquals(
                "and each browser has its own",
                held.substring(0, 22),
                with("", "anna").substring(0, 22));
        String moved = "A".repeat(22) + held.substring(22);
        assertFalse("a mark is good with its number only", knows(moved, "anna"));
        for (String made : List.of("x", held + "=", held.replace('.', ' '), held + ".", "a".repeat(5000))) {
            assertFalse(made, knows(made, "anna"));
            assertEquals(53, with(made, "anna").length());
        }
    }

    /** Whoever could make a browser look older than it is would decide what its owner is told. */
    @Test
    public void theTimeIsNobodysToChange() {
        String held = with("", "anna");
        String earlier = mine.with(held.substring(0, 22), Fixture.id("anna"), Instant.EPOCH);
        assertTrue(knows(earlier, "anna"));
        String mixed = earlier.substring(0, 31) + held.substring(31);
        assertFalse(knows(mixed, "anna"));
        assertFalse(knows(held.substring(0, 23) + "________" + held.substring(31), "anna"));
    }

    @Test
    public void tenAccountsAreKeptAndTheFirstGoes() {
        String many = with("", "anna");
        for (int i = 0; i < Browsers.MOST; i++) {
            many = with(many, "user" + i);
        }
        assertFalse(knows(many, "anna"));
        assertTrue(knows(many, "user0"));
        assertEquals(many.length(), with(many, "user0").length());
        assertTrue(knows(with(many, "user0"), "user9"));
    }
}
