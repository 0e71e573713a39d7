// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** A step of the tables that needs keys, which the database has not. On PostgreSQL in one transaction; on H2 it may run again. */
interface KeyedMigration extends JavaMigration {
    /** As for scripts: what has run stays as it was. */
    @Override
    default @Nullable Integer getChecksum() {
        return 1;
    }

    @Override
    default boolean canExecuteInTransaction() {
        return true;
    }
}
