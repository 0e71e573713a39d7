// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.ChainedEntry;

/** What the trail holds about one object, as an account: its owner is told with every page. */
public class AboutOneObjectTest extends OnBothDatabases {
    private List<Long> about(Instant from, int limit) {
        return db.store().trail().about(house, "mine", from, limit).stream()
                .map(ChainedEntry::seq)
                .toList();
    }

    @Test
    public void itIsFoundNewestFirstAndInItsOwnHouseOnly() {
        ServiceId other = db.newHouse();
        for (String object : List.of("mine", "another", "mine", "mine")) {
            db.store().trail().append(house, Samples.audit(house, object));
        }
        db.store().trail().append(other, Samples.audit(other, "mine"));
        List<Long> all = about(Instant.EPOCH, 10);
        assertEquals("there at once", 3, all.size());
        assertEquals(all.stream().sorted(java.util.Comparator.reverseOrder()).toList(), all);
        assertEquals(all.subList(0, 2), about(Instant.EPOCH, 2));
        assertEquals(List.of(), about(Instant.parse("2999-01-01T00:00:00Z"), 10));
    }
}
