// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
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

    private record Key(ServiceId house, String rule, Optional<UserId> user) {}

    /** Keeps the findings; gives back the houses that have an alert they did not have. */
    Set<ServiceId> keep(List<Finding> findings) {
        Map<Key, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<ServiceId> concerned = finding.everywhere() ? houses.get() : List.of(finding.house());
            for (ServiceId house : concerned) {
                groups.computeIfAbsent(new Key(house, finding.rule(), finding.user()), k -> new ArrayList<>())
                        .add(finding.in(house));
            }
        }
        Set<ServiceId> changed = new TreeSet<>(Comparator.comparing(ServiceId::value));
        groups.forEach((key, group) -> {
            if (keep(key, group)) {
                changed.add(key.house());
            }
        });
        return changed;
    }

    /** Whether there is an alert more than before. */
    private boolean keep(Key key, List<Finding> findings) {
        List<AlertRecord> same = store.alerts(key.house(), false, LOOK_BACK).stream()
                .filter(a -> a.rule().equals(key.rule()) && a.user().equals(key.user()))
                .toList();
        long seen = same.stream().mapToLong(AlertRecord::seq).max().orElse(-1);
        List<Finding> fresh = findings.stream().filter(f -> f.seq() > seen).toList();
        if (fresh.isEmpty()) {
            return false;
        }
        Finding first = fresh.getFirst();
        Optional<AlertRecord> open = same.stream()
                .filter(a -> a.acknowledged().isEmpty() && within(a, first))
                .findFirst();
        boolean more = open.isEmpty();
        AlertRecord alert = open.orElseGet(() -> begun(first));
        boolean isNew = more;
        for (Finding finding : fresh) {
            if (!within(alert, finding)) {
                write(alert, isNew);
                alert = begun(finding);
                isNew = true;
                more = true;
            }
            alert = oneMore(alert, finding);
        }
        return write(alert, isNew) || more;
    }

    private static boolean within(AlertRecord alert, Finding finding) {
        return finding.at().isBefore(alert.first().plus(GROUP));
    }

    /** Whether it is a new one: it also is when somebody has acknowledged the old one meanwhile. */
    private boolean write(AlertRecord alert, boolean isNew) {
        if (!isNew && store.count(alert)) {
            return false;
        }
        AlertRecord fresh = isNew
                ? alert
                : new AlertRecord(
                        UUID.randomUUID(),
                        alert.service(),
                        alert.rule(),
                        alert.user(),
                        alert.last(),
                        alert.last(),
                        1,
                        alert.seq(),
                        Optional.empty());
        store.insert(fresh, raised(fresh));
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

    private static AlertRecord begun(Finding finding) {
        return new AlertRecord(
                UUID.randomUUID(),
                finding.house(),
                finding.rule(),
                finding.user(),
                finding.at(),
                finding.at(),
                0,
                finding.seq(),
                Optional.empty());
    }

    private static AuditEntry raised(AlertRecord alert) {
        return new AuditEntry(
                alert.last(),
                Optional.of(alert.service()),
                Optional.empty(),
                "",
                Purpose.OVERSIGHT,
                AuditEntry.Action.CREATE,
                "alert",
                alert.id().toString(),
                AuditEntry.Result.DONE,
                Set.of(),
                alert.rule());
    }
}
