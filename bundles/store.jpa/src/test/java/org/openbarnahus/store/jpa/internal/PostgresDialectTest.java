// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.Test;
import org.postgresql.ds.PGSimpleDataSource;

public class PostgresDialectTest {
    @Test
    public void overANetworkTheServerMustProveWhoItIs() {
        assertEquals("verify-full", mode("jdbc:postgresql://db.example.org/openbarnahus"));
        assertEquals("verify-full", mode("jdbc:postgresql://localhost,db.example.org:5433/openbarnahus"));
        assertEquals("verify-ca", mode("jdbc:postgresql://db.example.org/openbarnahus?sslmode=verify-ca"));
        assertNull("on the machine itself", mode("jdbc:postgresql://127.0.0.1:5432/openbarnahus"));
        assertNull(mode("jdbc:postgresql://localhost/openbarnahus"));
        assertNull(mode("jdbc:postgresql:openbarnahus"));
    }

    @Test
    public void aPasswordThatAnybodyWouldTryIsRefused() {
        Settings.Owner owner = new Settings.Owner("keeper", "Keeper");
        String url = "jdbc:postgresql://127.0.0.1:1/openbarnahus";
        for (Settings wrong : new Settings[] {
            Settings.of(url, "worker", "worker"),
            Settings.of(url, "worker", "PostgreS"),
            Settings.of(url, "worker", "changeme"),
            Settings.of(url, "worker", "f0a1").ownedBy(owner),
        }) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, new PostgresDialect(wrong)::examine);
            assertTrue(String.valueOf(refused.getMessage()).contains("docs/deployer/keys.md"));
        }
        assertThrows(
                "asked the server",
                RuntimeException.class,
                new PostgresDialect(Settings.of(url, "worker", "f0"))::examine);
    }

    private static @Nullable String mode(String url) {
        return ((PGSimpleDataSource) new PostgresDialect(Settings.of(url, "u", "")).dataSource(true)).getSslMode();
    }
}
