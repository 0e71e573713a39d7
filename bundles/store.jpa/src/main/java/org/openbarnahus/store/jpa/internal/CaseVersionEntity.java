// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** An earlier version of a case. */
@Entity
@Table(name = "case_version")
@IdClass(EarlierVersion.Key.class)
class CaseVersionEntity extends EarlierVersion {
    protected CaseVersionEntity() {}

    CaseVersionEntity(CaseEntity record, byte[] cipher) {
        super(record, cipher);
    }
}
