// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Converter;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;

/** What the rows of cases and of timeline entries share. Setters touch only what differs, so that updates stay small. */
@MappedSuperclass
@Converter(name = "jsonText", converterClass = JsonColumn.class)
abstract class TenantRecord {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private UUID service;

    private String snapshot;

    @Convert("jsonText")
    private @Nullable String national;

    private byte @Nullable [] texts;

    @Column(name = "created_at", updatable = false)
    @jakarta.persistence.Convert(converter = UtcInstant.class)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "changed_at")
    @jakarta.persistence.Convert(converter = UtcInstant.class)
    private Instant changedAt;

    @Column(name = "changed_by")
    private UUID changedBy;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected TenantRecord() {}

    @SuppressWarnings("NullAway.Init") // the rest follows in change()
    TenantRecord(UUID id, ServiceId service, Stamp created) {
        this.id = id;
        this.service = service.value();
        this.createdAt = created.at();
        this.createdBy = created.by().value();
    }

    void change(SnapshotId newSnapshot, @Nullable String newNational, byte @Nullable [] newTexts, Stamp stamp) {
        if (!newSnapshot.value().equals(snapshot)) {
            snapshot = newSnapshot.value();
        }
        if (!Objects.equals(newNational, national)) {
            national = newNational;
        }
        if (!Arrays.equals(newTexts, texts)) {
            texts = newTexts;
        }
        changedAt = stamp.at();
        changedBy = stamp.by().value();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ServiceId service() {
        return new ServiceId(service);
    }

    SnapshotId snapshot() {
        return new SnapshotId(snapshot);
    }

    @Nullable
    String national() {
        return national;
    }

    byte @Nullable [] texts() {
        return texts;
    }

    Stamp created() {
        return new Stamp(createdAt, new UserId(createdBy));
    }

    Stamp changed() {
        return new Stamp(changedAt, new UserId(changedBy));
    }
}
