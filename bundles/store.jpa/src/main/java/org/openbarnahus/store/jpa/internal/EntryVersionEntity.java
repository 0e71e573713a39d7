// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** An earlier version of a timeline entry. */
@Entity
@Table(name = "entry_version")
@IdClass(EarlierVersion.Key.class)
class EntryVersionEntity extends EarlierVersion {
    protected EntryVersionEntity() {}

    EntryVersionEntity(EntryEntity record, byte[] cipher) {
        super(record, cipher);
    }
}
