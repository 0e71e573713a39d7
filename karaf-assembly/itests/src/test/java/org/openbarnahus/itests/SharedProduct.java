// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assume.assumeTrue;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.rules.ExternalResource;

/** The product that the classes of one suite share: started before the first of them, stopped after the last. */
final class SharedProduct extends ExternalResource {
    private static @Nullable SharedProduct current;

    private final String name;
    private final boolean onPostgres;
    private @Nullable Postgres database;
    private @Nullable DemoProduct product;

    private SharedProduct(String name, boolean onPostgres) {
        this.name = name;
        this.onPostgres = onPostgres;
    }

    static SharedProduct onH2(String name) {
        return new SharedProduct(name, false);
    }

    /** Skips the suite where PostgreSQL is not installed. */
    static SharedProduct onPostgres(String name) {
        return new SharedProduct(name, true);
    }

    static DemoProduct product() {
        return Objects.requireNonNull(Objects.requireNonNull(current, "run the suite").product);
    }

    static Postgres database() {
        return Objects.requireNonNull(Objects.requireNonNull(current, "run the suite").database);
    }

    @Override
    protected void before() throws Exception {
        if (onPostgres) {
            assumeTrue("PostgreSQL is installed", Postgres.installed().isPresent());
            database = Postgres.start();
        }
        try {
            product = DemoProduct.start(name, database == null ? Map.of() : database.settings());
        } catch (Exception | AssertionError e) {
            stopDatabase();
            throw e;
        }
        current = this;
    }

    @Override
    protected void after() {
        current = null;
        try {
            Objects.requireNonNull(product).close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            stopDatabase();
        }
    }

    private void stopDatabase() {
        if (database != null) {
            try {
                database.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
