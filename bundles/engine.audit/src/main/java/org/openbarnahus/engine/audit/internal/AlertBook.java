// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.store.AlertRecord;
import org.openbarnahus.core.service.store.AuditStore;

/** Turns findings into alerts: those of one rule and person within an hour are one. No finding counts twice. */
final class AlertBook {
    private static final Duration GROUP = Duration.ofHours(1);
    private static final int LOOK_BACK = 200;

    private final AuditStore store;
    private final Supplier<List<ServiceId>> houses;

    AlertBook(AuditStore store, Supplier<List<ServiceId>> houses) {
        this.store = store;
        this.houses = houses;
    }

    /** Keeps the findings; gives back the houses whose alerts are others now. */
    Set<ServiceId> keep(List<Finding> findings) {
        Set<ServiceId> changed = new TreeSet<>(java.util.Comparator.comparing(ServiceId::value));
        for (Finding finding : findings) {
            List<ServiceId> concerned = finding.everywhere() ? houses.get() : List.of(finding.house());
            for (ServiceId house : concerned) {
                if (keep(finding.in(house))) {
                    changed.add(house);
                }
            }
        }
        return changed;
    }

    private boolean keep(Finding finding) {
        List<AlertRecord> same = store.alerts(finding.house(), false, LOOK_BACK).stream()
                .filter(a -> a.rule().equals(finding.rule()) && a.user().equals(finding.user()))
                .toList();
        if (same.stream().anyMatch(a -> a.seq() >= finding.seq())) {
            return false;
        }
        Optional<AlertRecord> open = same.stream()
                .filter(a -> a.acknowledged().isEmpty()
                        && finding.at().isBefore(a.first().plus(GROUP)))
                .findFirst();
        if (open.isEmpty() || !store.count(oneMore(open.get(), finding))) {
            store.insert(first(finding), raised(finding));
        }
        return true;
    }

    private static AlertRecord oneMore(AlertRecord alert, Finding finding) {
        Instant last = finding.at().isAfter(alert.last()) ? finding.at() : alert.last();
        return new AlertRecord(
                alert.id(),
                alert.service(),
                alert.rule(),
                alert.user(),
                alert.first(),
                last,
                alert.count() + 1,
                finding.seq(),
                Optional.empty());
    }

    private static AlertRecord first(Finding finding) {
        return new AlertRecord(
                UUID.randomUUID(),
                finding.house(),
                finding.rule(),
                finding.user(),
                finding.at(),
                finding.at(),
                1,
                finding.seq(),
                Optional.empty());
    }

    private static AuditEntry raised(Finding finding) {
        return new AuditEntry(
                finding.at(),
                Optional.of(finding.house()),
                Optional.empty(),
                "",
                Purpose.OVERSIGHT,
                AuditEntry.Action.CREATE,
                "alert",
                "",
                AuditEntry.Result.DONE,
                Set.of(),
                finding.rule());
    }
}
