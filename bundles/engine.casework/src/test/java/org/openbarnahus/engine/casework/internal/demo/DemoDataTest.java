// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.MemorySite;
import org.openbarnahus.engine.casework.fake.MemoryStore;
import org.openbarnahus.engine.casework.fake.RealGates;
import org.openbarnahus.engine.casework.fake.RealLaw;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;

public class DemoDataTest {
    private final MemoryStore store = new MemoryStore();
    private final MemorySite site = new MemorySite(DemoHouse.SWEDISH.record(), DemoHouse.NORWEGIAN.record());
    private final House house = new House();

    @Test
    public void everyStoryPassesTheGatesOfBothCountries() {
        assertEquals(200, fill(DemoHouse.SWEDISH, 200));
        assertEquals(200, fill(DemoHouse.NORWEGIAN, 200));
    }

    @Test
    public void aHouseWithCasesIsLeftAlone() {
        fill(DemoHouse.SWEDISH, 30);

        assertEquals(0, fill(DemoHouse.SWEDISH, 30));
        assertEquals(30, histories(DemoHouse.SWEDISH).size());
    }

    @Test
    public void theSameSeedTellsTheSameStories() {
        fill(DemoHouse.SWEDISH, 60);
        List<Object> first = values(histories(DemoHouse.SWEDISH));
        MemoryStore other = new MemoryStore();
        filling(other, RealLaw.of("SE")).fill(DemoHouse.SWEDISH, RealLaw.of("SE"), 60);

        List<CaseHistory> second = new ArrayList<>();
        other.data(id(DemoHouse.SWEDISH)).forEachHistory(second::add);
        assertEquals(first, values(second));
    }

    @Test
    public void casesAreInEveryStateAndInterviewsInTimeAndLate() {
        fill(DemoHouse.SWEDISH, 200);
        List<CaseHistory> histories = histories(DemoHouse.SWEDISH);

        Map<String, Long> states = histories.stream()
                .collect(Collectors.groupingBy(h -> h.file().state().code(), Collectors.counting()));
        assertTrue(states.toString(), states.getOrDefault("open", 0L) > 10 && states.getOrDefault("closed", 0L) > 80);
        long late = histories.stream().filter(h -> firstInterviewDays(h) > 14).count();
        long inTime = histories.stream().filter(h -> firstInterviewDays(h) >= 0).count() - late;
        assertTrue(late + " late, " + inTime + " in time", late > 25 && inTime > 60);
    }

    @Test
    public void childrensAnswersAreThere() {
        fill(DemoHouse.SWEDISH, 10);

        assertEquals(
                36, store.data(id(DemoHouse.SWEDISH)).responses(Responses.CHILD).size());
    }

    private int fill(DemoHouse demo, int count) {
        SchemaSnapshot law = RealLaw.of(demo.record().country());
        return filling(store, law).fill(demo, law, count);
    }

    private Filling filling(MemoryStore into, SchemaSnapshot law) {
        RealGates gates = new RealGates(law);
        return new Filling(gates, gates, gates, into, new ServiceClock(house.time, site));
    }

    private List<CaseHistory> histories(DemoHouse demo) {
        List<CaseHistory> all = new ArrayList<>();
        store.data(id(demo)).forEachHistory(all::add);
        return all;
    }

    private static ServiceId id(DemoHouse demo) {
        return demo.record().id();
    }

    private static List<Object> values(List<CaseHistory> histories) {
        return histories.stream()
                .<Object>map(h -> List.of(h.file().number(), h.file().values()))
                .toList();
    }

    private static long firstInterviewDays(CaseHistory history) {
        return history.entries("forensic_interview").stream()
                .findFirst()
                .map(e -> e.date().toEpochDay()
                        - history.file()
                                .values()
                                .date(CoreField.REPORT_DATE)
                                .orElseThrow()
                                .toEpochDay())
                .orElse(-1L);
    }
}
