// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.command.NewHouse;
import org.openbarnahus.core.service.store.BarnahusRecord;

public class HousesTest {
    private static final NewHouse OSLO = new NewHouse("OSL", " Statens barnehus Oslo ", "NO");

    private final FakeStore store = new FakeStore();
    private final Houses houses = new Houses(store, () -> Instant.parse("2026-03-12T08:00:00Z"));

    private List<ErrorCode> refused(NewHouse command) {
        return ((Outcome.Refused<BarnahusRecord>) houses.add(command))
                .problems().stream().map(Problem::code).toList();
    }

    @Test
    public void aHouseHasItsCodeItsCountrysClockAndANameWithoutMargins() {
        BarnahusRecord made = houses.add(OSLO).orElseThrow();
        assertEquals("NO-OSL", made.code());
        assertEquals("Europe/Oslo", made.zone());
        assertEquals("Statens barnehus Oslo", made.name());
        assertEquals(List.of(made), store.houses);
    }

    @Test
    public void thereIsNoSecondOneOfTheSameCode() {
        assertTrue(houses.add(OSLO) instanceof Outcome.Done);
        assertEquals(List.of(ErrorCode.HOUSE_EXISTS), refused(OSLO));
        assertEquals(1, store.houses.size());
    }

    @Test
    public void aDatabaseForOneHouseTakesNoSecond() {
        store.room = 1;
        assertTrue(houses.add(OSLO) instanceof Outcome.Done);
        assertEquals(List.of(ErrorCode.ONE_HOUSE_ONLY), refused(new NewHouse("BER", "Bergen", "NO")));
        assertEquals(1, store.houses.size());
    }

    @Test
    public void whatIsWrongIsNamedAllAtOnce() {
        assertEquals(
                List.of(ErrorCode.WRONG_TYPE, ErrorCode.REQUIRED, ErrorCode.UNKNOWN_CODE),
                refused(new NewHouse("osl-1", " ", "XX")));
        for (String hidden : List.of("\u0000", "\n", "\u202E", "\u2028", "\u200B")) {
            assertEquals(
                    List.of(ErrorCode.FORBIDDEN_CHARACTER), refused(new NewHouse("OSL", "Os" + hidden + "lo", "NO")));
        }
        assertEquals(List.of(ErrorCode.TOO_LONG), refused(new NewHouse("OSL", "o".repeat(201), "NO")));
        assertTrue(store.houses.isEmpty());
    }
}
