// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;

/** A row of timeline_entry. */
@Entity
@Table(name = "timeline_entry")
@NamedQuery(
        name = "EntryEntity.of",
        query = "select e from EntryEntity e where e.service = :service and e.caseId = :case"
                + " order by e.happenedOn, e.createdAt, e.id")
@NamedQuery(
        name = "EntryEntity.between",
        query = "select e from EntryEntity e where e.service = :service and e.caseId > :after and e.caseId <= :last")
@NamedQuery(
        name = "EntryEntity.ofThese",
        query = "select e from EntryEntity e where e.service = :service and e.caseId in :cases")
class EntryEntity extends TenantRecord {
    @Column(name = "case_id", updatable = false)
    private UUID caseId;

    private String activity;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    private boolean removed;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected EntryEntity() {}

    EntryEntity(TimelineEntry entry, ServiceId service) {
        super(entry.id().value(), service, entry.entered());
        caseId = entry.caseId().value();
        activity = entry.type();
        happenedOn = entry.date();
        removed = entry.removed();
    }

    void change(TimelineEntry entry) {
        if (!activity.equals(entry.type())) {
            activity = entry.type();
        }
        if (!happenedOn.equals(entry.date())) {
            happenedOn = entry.date();
        }
        if (removed != entry.removed()) {
            removed = entry.removed();
        }
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    String activity() {
        return activity;
    }

    LocalDate happenedOn() {
        return happenedOn;
    }

    boolean removed() {
        return removed;
    }
}
