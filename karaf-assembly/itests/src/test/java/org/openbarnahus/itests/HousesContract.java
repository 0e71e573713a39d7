// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** One more house: PostgreSQL takes it, the embedded database is for one. The last of a suite, because the house stays. */
public class HousesContract {
    private static final int REFUSED = 2;
    private static final String[] ADD = {
        "admin", "service-add", "--service-code", "tst", "--service-name", "Barnehus Test", "--country", "NO"
    };

    private final DemoProduct product = SharedProduct.product();

    @Test
    public void oneMoreHouseIsTakenWhereHousesAreKeptApart() throws Exception {
        if (product.hub(0, "admin", "status").contains("H2")) {
            String said = product.hub(REFUSED, ADD);
            assertTrue(said, said.contains("The embedded database is for one Barnahus"));
            assertFalse(product.hub(0, "admin", "status").contains("NO-TST"));
            return;
        }
        String said = product.hub(0, ADD);
        assertTrue(said, said.contains("user-add --service NO-TST --roles manager"));
        assertTrue(product.hub(0, "admin", "status").contains("NO-DEMO, NO-TST, SE-DEMO"));
        assertTrue(product.hub(0, "admin", "users", "--service", "NO-TST").contains("No accounts"));
        assertTrue(product.hub(REFUSED, ADD).contains("already"));
    }
}
