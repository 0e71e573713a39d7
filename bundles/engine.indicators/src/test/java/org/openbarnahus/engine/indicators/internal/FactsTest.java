// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.openbarnahus.engine.indicators.internal.Cases.aCase;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.OutboxEvent;

public final class FactsTest {
    private static final FieldId SEX = FieldId.of("sex");

    private final House house = new House();

    private int girls() {
        AtomicInteger count = new AtomicInteger();
        house.facts.of(Cases.HOUSE).scan(f -> count.addAndGet(f.anyCode(SEX, Set.of("female")) ? 1 : 0));
        return count.get();
    }

    @Test
    public void casesAreReadOnceAndThenFollowed() {
        house.save(aCase(1).code("sex", "female"));
        assertEquals(1, girls());
        house.save(aCase(2).code("sex", "female"));
        house.save(aCase(1).code("sex", "male"));
        assertEquals(1, girls());
        assertEquals(2, house.facts.of(Cases.HOUSE).cases());
        assertEquals(1, house.wholeReads);
    }

    @Test
    public void whatIsSavedIsReadTogetherWhenItIsAskedForOrGrowsTooMuch() {
        assertEquals(0, girls());
        for (int number = 1; number < Facts.MOST_BEHIND; number++) {
            house.save(aCase(number).code("sex", "female"));
        }
        assertEquals(0, house.partReads);
        assertEquals(Facts.MOST_BEHIND - 1, girls());
        assertEquals(1, house.partReads);
        girls();
        assertEquals(1, house.partReads);
        for (int number = 1; number <= Facts.MOST_BEHIND; number++) {
            house.save(aCase(number).code("sex", "male"));
        }
        assertEquals(2, house.partReads);
        assertEquals(0, girls());
        assertEquals(2, house.partReads);
    }

    @Test
    public void loadingAheadSparesTheFirstVisitorTheWait() {
        house.save(aCase(1).code("sex", "female"));
        house.facts.load();
        assertEquals(1, house.wholeReads);
        assertEquals(1, girls());
        assertEquals(1, house.wholeReads);
    }

    @Test
    public void whileTheDatabaseIsAwayThereIsNoFigureInsteadOfAWrongOne() {
        house.save(aCase(1).code("sex", "female"));
        assertEquals(1, girls());
        house.down = true;
        house.save(aCase(2).code("sex", "female"));
        assertThrows(StoreUnavailableException.class, this::girls);
        house.down = false;
        assertEquals(2, girls());
    }

    @Test
    public void aHouseThatCouldNotBeLoadedIsLoadedWhenAskedFor() {
        house.cases.put(aCase(1).id(), aCase(1).code("sex", "female").build());
        house.down = true;
        house.facts.load();
        house.down = false;
        assertEquals(1, girls());
    }

    @Test
    public void anEventReportedTwiceCountsOnce() {
        house.save(aCase(1).code("sex", "female"));
        assertEquals(1, girls());
        house.report(aCase(1).id());
        assertEquals(1, girls());
    }

    @Test
    public void anErasedCaseLeavesTheFigures() {
        house.save(aCase(1).code("sex", "female"));
        house.save(aCase(2).code("sex", "female"));
        assertEquals(2, girls());
        house.cases.remove(aCase(1).id());
        house.report(aCase(1).id());
        assertEquals(1, girls());
        house.save(aCase(3).code("sex", "female"));
        assertEquals(2, girls());
    }

    @Test
    public void eventsOfOtherKindsAreNoCases() {
        house.facts.happened(new OutboxEvent(Cases.HOUSE, OutboxEvent.RESPONSE_SAVED, "bhq.child"));
        assertEquals(0, house.facts.of(Cases.HOUSE).cases());
    }
}
