// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.service.store.KeyAge;

/** A house is told that its key is old, and of no other's. */
public class KeyAgesTest extends OnBothDatabases {
    private static final Instant MADE = Samples.NOW.minusSeconds(9);

    @Test
    public void theStateSaysWhetherTheKeyOfThisHouseIsOld() {
        try (KeyRotations rotations = db.store().rotations(db.keys)) {
            KeyAge root = new KeyAge("root", MADE, Samples.NOW.minusSeconds(1));
            db.keys.ages = List.of(root, new KeyAge("tenant-" + house, MADE, Samples.NOW.plusSeconds(1)));
            assertFalse(rotations.state(house).overdue());
            db.keys.ages = List.of(root, new KeyAge("tenant-" + house, MADE, Samples.NOW.minusSeconds(1)));
            assertTrue(rotations.state(house).overdue());
            assertFalse("of another house", rotations.state(db.newHouse()).overdue());
            assertEquals(db.keys.ages, rotations.ages());
        } finally {
            db.keys.ages = List.of();
        }
    }
}
