// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;

/** A record as it was before a change, encrypted whole. Written once. */
@MappedSuperclass
abstract class EarlierVersion {
    /** Primary key of both tables of earlier versions. */
    record Key(UUID recordId, long recordVersion) implements Serializable {}

    @Id
    @Column(name = "record_id")
    private UUID recordId;

    @Id
    @Column(name = "record_version")
    private long recordVersion;

    @Version
    private long version;

    private UUID service;

    @Column(name = "record")
    private byte[] cipher;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected EarlierVersion() {}

    EarlierVersion(TenantRecord record, byte[] cipher) {
        recordId = record.id();
        recordVersion = record.version();
        service = record.service().value();
        this.cipher = cipher;
    }

    ServiceId service() {
        return new ServiceId(service);
    }

    long recordVersion() {
        return recordVersion;
    }

    byte[] cipher() {
        return cipher;
    }
}
