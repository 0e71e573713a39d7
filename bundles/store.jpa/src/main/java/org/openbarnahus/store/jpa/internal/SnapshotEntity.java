// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A row of schema_snapshot: written once, kept for ever. */
@Entity
@Table(name = "schema_snapshot")
class SnapshotEntity {
    @Id
    private String id;

    @Version
    private long version;

    private String country;
    private String canonical;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected SnapshotEntity() {}

    SnapshotEntity(String id, String country, String canonical) {
        this.id = id;
        this.country = country;
        this.canonical = canonical;
    }

    String canonical() {
        return canonical;
    }
}
